import sharp from 'sharp';
import type { AdCase } from './ad-case.ts';
import { adFile } from './ad-file.ts';

/** Black type drawn by the font itself (Type 3): an A without its bar, over a magenta ground. */
export function drawnTypeAd(): Uint8Array {
  const letter = '1000 0 0 0 1000 1000 d1 0 0 m 400 1000 l 600 1000 l 1000 0 l f';
  return adFile({
    resources: '/Font<</F 10 0 R>>',
    objects: [
      '<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[0.001 0 0 0.001 0 0]' +
        '/FirstChar 65/LastChar 65/Widths[1000]/Encoding<</Type/Encoding/Differences[65/A]>>' +
        '/CharProcs<</A 11 0 R>>/Resources<<>>>>',
      { entries: '', bytes: letter },
    ],
    contents: [
      '0 1 0 0 k 0 0 60 100 re f 0 0 0 1 k BT /F 40 Tf 90 30 Td (A) Tj ET',
      'BT /F 6 Tf 150 30 Td (AAA) Tj ET 0 0 0 0.5 k 140 60 40 30 re f',
    ],
  });
}

/** A mesh of three corners (ISO 32000-1, 8.7.4.5.5): cyan, magenta, yellow. */
export function meshAd(): Uint8Array {
  const corner = (x: number, y: number, inks: readonly number[]) => [0, x, y, ...inks];
  const bytes = Uint8Array.from([
    ...corner(0, 0, [255, 0, 0, 0]),
    ...corner(255, 0, [0, 255, 0, 0]),
    ...corner(128, 255, [0, 0, 255, 0]),
  ]);
  return adFile({
    resources: '/Shading<</S 10 0 R>>',
    objects: [
      {
        entries:
          '/ShadingType 4/ColorSpace/DeviceCMYK/BitsPerCoordinate 8/BitsPerComponent 8' +
          '/BitsPerFlag 8/Decode[0 200 0 100 0 1 0 1 0 1 0 1]',
        bytes,
      },
    ],
    contents: ['/S sh'],
  });
}

const SCAN_PX = 96;

/** A scanned stamp, black on white: a ring. */
function ring(): Buffer {
  return Buffer.from(
    Array.from({ length: SCAN_PX * SCAN_PX }, (_, pixel) => {
      const middle = (SCAN_PX - 1) / 2;
      const [x, y] = [(pixel % SCAN_PX) - middle, Math.floor(pixel / SCAN_PX) - middle];
      const away = Math.hypot(x, y);
      return away > 30 && away < 44 ? 0 : 255;
    }),
  );
}

/** The scan as a fax machine packs it (CCITT group 4), without the TIFF file around it. */
async function faxed(): Promise<Uint8Array> {
  const raw = { width: SCAN_PX, height: SCAN_PX, channels: 1 } as const;
  const look = { compression: 'ccittfax4', bitdepth: 1 } as const;
  const tiff = await sharp(ring(), { raw }).toColourspace('b-w').tiff(look).toBuffer();
  const isLittle = tiff[0] === 0x49;
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = long(4);
  const field = (tag: number) => {
    for (let index = 0; index < short(directory); index += 1) {
      const at = directory + 2 + index * 12;
      if (short(at) === tag) return short(at + 2) === 3 ? short(at + 8) : long(at + 8);
    }
    return 0;
  };
  const [strip, length] = [field(273), field(279)];
  return tiff.subarray(strip, strip + length);
}

function scanAd(filter: string, bytes: Uint8Array): Uint8Array {
  const look = `/Type/XObject/Subtype/Image/Width ${SCAN_PX}/Height ${SCAN_PX}`;
  return adFile({
    resources: '/XObject<</P 10 0 R>>',
    contents: ['q 20 0 0 20 30 30 cm /P Do Q'],
    objects: [{ entries: `${look}/BitsPerComponent 1/ColorSpace/DeviceGray${filter}`, bytes }],
  });
}

/** The scan as its fax machine packed it. */
async function faxAd(): Promise<Uint8Array> {
  const size = `/K -1/Columns ${SCAN_PX}/Rows ${SCAN_PX}`;
  return scanAd(`/Filter/CCITTFaxDecode/DecodeParms<<${size}>>`, await faxed());
}

/** The same scan as JBIG2: a page, and one region packed as a fax (ITU-T T.88, 7.4.6). */
export async function jbig2Ad(): Promise<Uint8Array> {
  const long = (value: number) => [
    value >>> 24,
    (value >> 16) & 255,
    (value >> 8) & 255,
    value & 255,
  ];
  const segment = (head: readonly number[], content: readonly number[]) => [
    ...head,
    1,
    ...long(content.length),
    ...content,
  ];
  const side = long(SCAN_PX);
  const page = segment([...long(0), 48, 0], [...side, ...side, ...long(0), ...long(0), 0, 0, 0]);
  const place = [...side, ...side, ...long(0), ...long(0), 0];
  const region = segment([...long(1), 38, 0], [...place, 1, ...(await faxed())]);
  return scanAd('/Filter/JBIG2Decode', Uint8Array.from([...page, ...region]));
}

/** Ads that are whole and refused all the same: the desk can place them as pictures (0036). */
export const RASTER_ADS: readonly AdCase[] = [
  { name: 'black type drawn by its font', wants: 'ad-font-drawn', make: drawnTypeAd },
  { name: 'a mesh of three corners', wants: 'ad-shading-mesh', make: meshAd },
  { name: 'a stamp as its fax machine packed it', wants: 'ad-picture-packing', make: faxAd },
  { name: 'a stamp as JBIG2', wants: 'ad-picture-packing', make: jbig2Ad },
];
