import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { HOUSE } from './build-screen.ts';
import { drawIcon } from './icons/draw-icon.ts';
import { packIcns, packIco } from './icons/pack-icons.ts';

// `node build/make-icon.ts` draws the icon of the program anew: PNG files for Linux, icon.ico for
// Windows, icon.icns for macOS. Written here, because electron-builder fetches a tool to convert.

const FOLDER = join(HOUSE, 'build/icons');

/** What the three systems ask for between them. */
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const LINUX_SIZES = [16, 32, 48, 64, 128, 256, 512];
const WINDOWS_SIZES = [16, 24, 32, 48, 64, 128, 256];

mkdirSync(FOLDER, { recursive: true });
const pictures = new Map<number, Buffer>();
for (const size of SIZES) {
  const drawing = Buffer.from(drawIcon(size));
  pictures.set(size, await sharp(drawing).png({ compressionLevel: 9 }).toBuffer());
}
const picture = (size: number) => pictures.get(size) ?? Buffer.alloc(0);

for (const size of LINUX_SIZES) {
  writeFileSync(join(FOLDER, `${size}x${size}.png`), picture(size));
}
writeFileSync(
  join(FOLDER, 'icon.ico'),
  packIco(WINDOWS_SIZES.map((size) => [size, picture(size)])),
);
writeFileSync(join(FOLDER, 'icon.icns'), packIcns(picture));
