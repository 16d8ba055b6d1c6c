import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildInkTable } from '#engine/press/build-ink-table.ts';
import { openColourEngine } from '#engine/press/colour-engine.ts';
import {
  blacksOfPixels,
  greatestInkPercent,
  heaviestPixelPercent,
  inksOfPixels,
  inkTableBytes,
  readInkTable,
} from '#engine/press/ink-table.ts';
import { iccDigest, readLcmsWasm } from '#host/press/load-press-profile.ts';

const FOLDER = 'templates/press-profiles/newsprint-tr002-tac220';
const icc = new Uint8Array(readFileSync(`${FOLDER}.icc`));
const engine = await openColourEngine(await readLcmsWasm());
const table = buildInkTable(engine, icc);

function inksOf(red: number, green: number, blue: number): readonly number[] {
  return [...inksOfPixels(table, Uint8Array.of(red, green, blue))];
}

describe('the ink table of newsprint', () => {
  it('is kept beside the profile exactly as it is made today', () => {
    const kept = new Uint8Array(readFileSync(`${FOLDER}.ink-table`));
    expect(Buffer.compare(kept.subarray(0, 32), iccDigest(icc))).toBe(0);
    expect(Buffer.compare(kept.subarray(32), inkTableBytes(table))).toBe(0);
  });

  it('never gives more ink than the profile was made for, whatever the colour', () => {
    const most = greatestInkPercent(table);
    expect(most).toBeLessThanOrEqual(220);
    const pixels = fc.uint8Array({ minLength: 3, maxLength: 600 });
    fc.assert(
      fc.property(pixels, (rgb) => {
        expect(heaviestPixelPercent(inksOfPixels(table, rgb))).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('leaves white paper bare and makes black of black ink before all', () => {
    expect(inksOf(255, 255, 255)).toEqual([0, 0, 0, 0]);
    const [cyan = 0, magenta = 0, yellow = 0, black = 0] = inksOf(0, 0, 0);
    expect(black).toBeGreaterThan(215);
    expect(Math.max(cyan, magenta, yellow)).toBeLessThan(120);
  });

  it('prints grey almost with black ink alone, so that register hardly shows', () => {
    const [cyan = 0, magenta = 0, yellow = 0, black = 0] = inksOf(128, 128, 128);
    expect(cyan + magenta + yellow).toBeLessThan(25);
    expect(black).toBeGreaterThan(130);
  });

  it('agrees with LittleCMS to within 3 % of an ink', () => {
    // Colours of every order of red, green and blue, so that all six ways through a cell are taken.
    const rgb = Uint8Array.from({ length: 3 * 4000 }, (_, at) => (at * at * 31 + at * 7) >> 3);
    const exact = engine.inksOf(
      icc,
      Uint16Array.from(rgb, (value) => value * 257),
    );
    inksOfPixels(table, rgb).forEach((ink, at) => {
      expect(Math.abs(ink - (exact[at] ?? 0) / 257)).toBeLessThan(0.03 * 255);
    });
  });

  it('is exact at its own steps', () => {
    // 255/32 is no whole number of steps but 0 and 255 are, in every one of the six directions.
    for (const [red, green, blue] of [
      [255, 0, 0],
      [0, 255, 0],
      [0, 0, 255],
      [255, 255, 0],
    ] as const) {
      const exact = engine.inksOf(icc, Uint16Array.of(red * 257, green * 257, blue * 257));
      expect(inksOf(red, green, blue)).toEqual([...exact].map((ink) => Math.round(ink / 257)));
    }
  });
});

describe('the black plate', () => {
  const blacks = [
    ...blacksOfPixels(
      table,
      Uint8Array.from({ length: 768 }, (_, at) => Math.floor(at / 3)),
    ),
  ];

  it('runs from solid to bare without a step back', () => {
    expect(blacks[0]).toBe(255);
    expect(blacks[255]).toBe(0);
    expect(blacks).toEqual(blacks.toSorted((a, b) => b - a));
  });

  it('is lighter than the plain complement in the middle, for newsprint gains there', () => {
    expect(blacks[64]).toBeLessThan(255 - 64 + 30);
    expect(blacks[192]).toBeLessThanOrEqual(255 - 192 + 2);
    const tone = engine.rgbOf(icc, Uint8Array.of(0, 0, 0, blacks[128] ?? 0), 'white');
    for (const channel of tone) expect(Math.abs(channel - 128)).toBeLessThan(14);
  });
});

describe('a kept table', () => {
  it('is read back whole, and refused when cut short', () => {
    const bytes = inkTableBytes(table);
    expect(readInkTable(bytes)).toEqual(table);
    expect(readInkTable(bytes.subarray(1))).toBeUndefined();
  });
});
