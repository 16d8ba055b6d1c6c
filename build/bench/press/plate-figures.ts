import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from '#build/bench/figure.ts';
import { readBack } from '#engine/read-back/read-back.ts';
import { assert } from '#engine/units/assert.ts';
import { mmToPt } from '#engine/units/units.ts';
import type { PressedSample } from './pressed-sample.ts';

/** Fine enough for photographs of 200 ppi, coarse enough for a bench. */
const PPI = 150;
const INKS = 4;
const SQUARE_MM = 15;

/**
 * The ink of a page as read back, and on its plates as Ghostscript makes them; the latter only
 * where that is installed.
 */
export function plateFigures({ demands, pdf }: PressedSample, name: string): readonly Figure[] {
  const { ink } = readBack(pdf, demands);
  assert(ink !== undefined, 'the sample can be read back');
  const plates = platesOf(pdf);
  if (plates === undefined) {
    console.log(`${name}, plates by Ghostscript: not measured, gs is not installed`);
  }
  const side = Math.round((mmToPt(SQUARE_MM) / 72) * PPI);
  const target = `≤ ${demands.inkLimitPercent} %`;
  const byPlates = plates && [
    { name: 'heaviest 15 mm square on the plates (gs)', value: heaviestMean(plates, side) },
    { name: 'heaviest pixel on the plates (gs)', value: heaviestMean(plates, 1) },
  ];
  return [
    { name: 'heaviest 15 mm square', value: ink.heaviestSquarePercent },
    { name: 'heaviest point', value: ink.heaviestPointPercent },
    ...(byPlates ?? []),
  ].map((figure) => {
    return { ...figure, name: `${name}, ${figure.name}`, unit: '%', target, samples: 1 };
  });
}

interface Plates {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel. */
  readonly pixels: Uint8Array;
}

function platesOf(pdf: Uint8Array): Plates | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-plates-'));
  try {
    writeFileSync(join(folder, 'page.pdf'), pdf);
    // Raw CMYK, eight bits an ink; the crop marks, which print on every plate, are left out.
    const wish = ['-sDEVICE=bitcmyk', '-dGrayValues=256', `-r${PPI}`, '-dUseTrimBox'];
    const quiet = ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER'];
    const run = spawnSync('gs', [...quiet, ...wish, '-sOutputFile=plates.raw', 'page.pdf'], {
      cwd: folder,
    });
    if (run.status !== 0) return undefined;
    const pixels = new Uint8Array(readFileSync(join(folder, 'plates.raw')));
    const [width, height] = trimmedPixels(pdf);
    return { width, height, pixels };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function trimmedPixels(pdf: Uint8Array): readonly [width: number, height: number] {
  const box = /\/TrimBox\s*\[([^\]]+)\]/u.exec(Buffer.from(pdf).toString('latin1'))?.[1] ?? '';
  const [left = 0, bottom = 0, right = 0, top = 0] = box.trim().split(/\s+/u).map(Number);
  const inPixels = (lengthPt: number) => Math.round((lengthPt / 72) * PPI);
  return [inPixels(right - left), inPixels(top - bottom)];
}

/** The heaviest mean of all squares of so many pixels, in percent of one ink. */
function heaviestMean({ width, height, pixels }: Plates, side: number): number {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * INKS;
      for (let ink = 0; ink < INKS; ink += 1) row += pixels[at + ink] ?? 0;
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row;
    }
  }
  const sum = (x: number, y: number) => sums[y * (width + 1) + x] ?? 0;
  let most = 0;
  for (let y = side; y <= height; y += 1) {
    for (let x = side; x <= width; x += 1) {
      const ink = sum(x, y) - sum(x - side, y) - sum(x, y - side) + sum(x - side, y - side);
      if (ink > most) most = ink;
    }
  }
  return (most / (side * side) / 255) * 100;
}
