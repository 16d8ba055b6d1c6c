import sharp from 'sharp';

/** Cyan, magenta, yellow, black, 0 to 255. */
export type Inks = readonly [number, number, number, number];

const WIDTH = 80;
const HEIGHT = 40;

interface FileLook {
  /** The EXIF mark of how the camera lay. */
  readonly orientation?: number;
  readonly icc?: Uint8Array;
}

/** A file of four inks, 80 × 40 pixels: one mix on the left half, another on the right. */
export async function fourInks(
  format: 'jpeg' | 'tiff',
  left: Inks,
  right: Inks,
  look: FileLook = {},
): Promise<Uint8Array> {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 4);
  for (let at = 0; at < WIDTH * HEIGHT; at += 1) {
    pixels.set(at % WIDTH < WIDTH / 2 ? left : right, at * 4);
  }
  const tiff = inkTiff(pixels, { widthPx: WIDTH, heightPx: HEIGHT, ...look });
  if (format === 'tiff') return tiff;
  // As Adobe's programs write it: samples count light.
  return sharp(tiff, { ignoreIcc: true })
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer();
}

/** Types of TIFF values. */
const SHORT = 3;
const LONG = 4;
const BYTES = 7;

/** A TIFF file of inks, not packed: no library writes inks just as they are given. */
export function inkTiff(
  pixels: Uint8Array,
  size: FileLook & { readonly widthPx: number; readonly heightPx: number },
): Uint8Array {
  const { heightPx, icc = new Uint8Array(), orientation = 1, widthPx } = size;
  const headBytes = 8;
  const channels = pixels.length / (widthPx * heightPx);
  const depthBytes = channels * 2;
  const entries = [
    [256, LONG, 1, widthPx],
    [257, LONG, 1, heightPx],
    [258, SHORT, channels, headBytes],
    [259, SHORT, 1, 1],
    [262, SHORT, 1, 5],
    [273, LONG, 1, headBytes + depthBytes],
    [274, SHORT, 1, orientation],
    [277, SHORT, 1, channels],
    [278, LONG, 1, heightPx],
    [279, LONG, 1, pixels.length],
    ...(icc.length > 0 ? [[34675, BYTES, icc.length, headBytes + depthBytes + pixels.length]] : []),
  ];
  const directory = headBytes + depthBytes + pixels.length + icc.length + (icc.length & 1);
  const file = Buffer.alloc(directory + 2 + entries.length * 12 + 4);
  file.write('II*\0', 'latin1');
  file.writeUInt32LE(directory, 4);
  for (let at = 0; at < channels; at += 1) file.writeUInt16LE(8, headBytes + at * 2);
  file.set(pixels, headBytes + depthBytes);
  file.set(icc, headBytes + depthBytes + pixels.length);
  file.writeUInt16LE(entries.length, directory);
  entries.forEach(([tag = 0, type = 0, count = 0, value = 0], index) => {
    const at = directory + 2 + index * 12;
    file.writeUInt16LE(tag, at);
    file.writeUInt16LE(type, at + 2);
    file.writeUInt32LE(count, at + 4);
    if (type === SHORT && count === 1) file.writeUInt16LE(value, at + 8);
    else file.writeUInt32LE(value, at + 8);
  });
  return file;
}
