import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { InkMask } from './ink-masks.ts';

/** A pressed page as a rasteriser of the press sees it. */
export interface PressRasters {
  /** The page in print, as darkness. */
  readonly page: InkMask;
  readonly c: InkMask;
  readonly m: InkMask;
  readonly y: InkMask;
  readonly k: InkMask;
}

const PLATE_NAMES = { c: 'Cyan', m: 'Magenta', y: 'Yellow', k: 'Black' } as const;

/** Rasters of the trimmed page, at so many pixels an inch. */
export async function rasterPlates(pdf: string, ppi: number): Promise<PressRasters> {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-plates-'));
  const rasterise = (device: string, out: string) =>
    execFileSync('gs', [
      ...['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-dUseTrimBox', `-r${ppi}`],
      ...['-dTextAlphaBits=4', '-dGraphicsAlphaBits=4', `-sDEVICE=${device}`],
      ...['-o', join(folder, out), pdf],
    ]);
  try {
    rasterise('tiffsep', 'plates%d.tif');
    rasterise('pnggray', 'page.png');
    const plate = (name: keyof typeof PLATE_NAMES) =>
      maskOf(join(folder, `plates1(${PLATE_NAMES[name]}).tif`));
    const page = await maskOf(join(folder, 'page.png'));
    const [c, m, y, k] = [await plate('c'), await plate('m'), await plate('y'), await plate('k')];
    return { page, c, m, y, k };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A picture, from a file or its bytes, as ink: white is none. */
export async function maskOf(picture: string | Uint8Array): Promise<InkMask> {
  const { data, info } = await sharp(picture)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const ink = Uint8Array.from(data, (light) => 255 - light);
  return { width: info.width, height: info.height, ink };
}
