import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { HOUSE } from '#build/build-screen.ts';
import { drawIcon } from '#build/icons/draw-icon.ts';

const ICONS = join(HOUSE, 'build/icons');
const PNG = '89504e47';

function read(name: string): Buffer {
  return readFileSync(join(ICONS, name));
}

test('each icon for Linux has its size, and the red character stands in its middle', async () => {
  for (const size of [16, 32, 48, 64, 128, 256, 512]) {
    const { data, info } = await sharp(read(`${size}x${size}.png`))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([size, size]);
    const middle = (size / 2) * size + size / 2;
    expect([...data.subarray(middle * info.channels, middle * info.channels + 3)]).toEqual([
      ...[0xcf, 0x38, 0x24],
    ]);
  }
});

test('every line of a small icon falls on whole pixels', async () => {
  for (const size of [16, 24, 32, 48, 64]) {
    const places = drawIcon(size).matchAll(/ (?:x|y|width|height)="([\d.]+)"/g);
    const broken = [...places].filter(([, place]) => !Number.isInteger(Number(place)));
    expect(broken.map(([text]) => text)).toEqual([]);
  }
});

test('the icon for Windows holds its pictures as it says', () => {
  const ico = read('icon.ico');
  const count = ico.readUInt16LE(4);
  const pictures = Array.from({ length: count }, (_, place) => {
    const entry = 6 + 16 * place;
    const from = ico.readUInt32LE(entry + 12);
    const png = ico.subarray(from, from + ico.readUInt32LE(entry + 8));
    expect(png.toString('hex', 0, 4)).toBe(PNG);
    return [ico.readUInt8(entry), png.readUInt32BE(16)];
  });
  expect(pictures).toEqual([
    ...[
      [16, 16],
      [24, 24],
      [32, 32],
      [48, 48],
      [64, 64],
      [128, 128],
    ],
    [0, 256],
  ]);
});

test('the icon for macOS holds pictures for plain and for dense screens', () => {
  const icns = read('icon.icns');
  expect(icns.toString('latin1', 0, 4)).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const sizes = new Map<string, number>();
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    sizes.set(icns.toString('latin1', at, at + 4), icns.readUInt32BE(at + 8 + 16));
  }
  expect(Object.fromEntries(sizes)).toMatchObject({ ic07: 128, ic10: 1024, ic11: 32, ic14: 512 });
});
