import sharp from 'sharp';
import { packJpeg } from '#engine/press/jpeg.ts';
import type { AdCase } from './ad-case.ts';
import { adFile } from './ad-file.ts';

const SIDE_PX = 64;
/** A run of orange over a plain ground. */
const LIGHT = Buffer.from(
  Array.from({ length: SIDE_PX * SIDE_PX }, (_, pixel) => [
    200,
    60 + (pixel % SIDE_PX) * 2,
    20,
  ]).flat(),
);

/** An ad whose picture is this JPEG file. */
export function jpegAd(bytes: Uint8Array, entries: string): Uint8Array {
  const look = `/Type/XObject/Subtype/Image/Width ${SIDE_PX}/Height ${SIDE_PX}`;
  return adFile({
    resources: '/XObject<</P 10 0 R>>',
    contents: ['q 20 0 0 20 30 30 cm /P Do Q'],
    objects: [{ entries: `${look}/BitsPerComponent 8${entries}/Filter/DCTDecode`, bytes }],
  });
}

/** The picture in several scans: as light, as grey, or in inks that stand upside down. */
async function scanned(space: 'srgb' | 'b-w' | 'cmyk'): Promise<Uint8Array> {
  const raw = { width: SIDE_PX, height: SIDE_PX, channels: 3 } as const;
  const picture = sharp(LIGHT, { raw }).toColourspace(space);
  return picture.jpeg({ progressive: true, quality: 90 }).toBuffer();
}

const ADOBE = [0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0];

/** A picture of one colour of four inks, written as YCCK. */
export function yccPicture([c, m, y, k]: readonly [number, number, number, number]): Uint8Array {
  const [red, green, blue] = [255 - c, 255 - m, 255 - y];
  const lightness = 0.299 * red + 0.587 * green + 0.114 * blue;
  const pixel = [lightness, (blue - lightness) / 1.772 + 128, (red - lightness) / 1.402 + 128, k];
  const samples = new Uint8Array(SIDE_PX * SIDE_PX * 4);
  for (let at = 0; at < samples.length; at += 1) samples[at] = Math.round(pixel[at % 4] ?? 0);
  const size = { widthPx: SIDE_PX, heightPx: SIDE_PX };
  const look = { channels: 4, quality: 95, greatestSum: undefined } as const;
  const plain = packJpeg({ ...size, ...look, samples });
  return Uint8Array.from([...plain.subarray(0, 2), ...ADOBE, 2, ...plain.subarray(2)]);
}

/** Ads with photographs as web programs and image editors pack them. */
export const JPEG_ADS: readonly AdCase[] = [
  {
    name: 'an RGB photograph in several scans',
    wants: 'mended',
    make: async () => jpegAd(await scanned('srgb'), '/ColorSpace/DeviceRGB'),
  },
  {
    name: 'a grey photograph in several scans',
    wants: 'right',
    make: async () => jpegAd(await scanned('b-w'), '/ColorSpace/DeviceGray'),
  },
  {
    name: 'a photograph of inks in several scans, upside down as Photoshop writes them',
    wants: 'right',
    make: async () =>
      jpegAd(await scanned('cmyk'), '/ColorSpace/DeviceCMYK/Decode[1 0 1 0 1 0 1 0]'),
  },
  {
    name: 'a photograph of inks as YCCK',
    wants: 'right',
    make: () => jpegAd(yccPicture([20, 150, 180, 10]), '/ColorSpace/DeviceCMYK'),
  },
  {
    name: 'a photograph of twelve bits',
    wants: 'ad-picture-packing',
    make: async () => {
      const bytes = Uint8Array.from(await scanned('b-w'));
      bytes[Buffer.from(bytes).indexOf(Buffer.from([0xff, 0xc2])) + 4] = 12;
      return jpegAd(bytes, '/ColorSpace/DeviceGray');
    },
  },
];
