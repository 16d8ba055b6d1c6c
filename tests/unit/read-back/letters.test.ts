import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCff } from '#engine/read-back/cff-program.ts';
import type { FontProgram } from '#engine/read-back/font-program.ts';
import { UnreadableProgram } from '#engine/read-back/glyph-outline.ts';
import { boxOfPieces } from '#engine/read-back/path-pieces.ts';
import { readTables, readTrueType } from '#engine/read-back/true-type-program.ts';
import { readType1 } from '#engine/read-back/type-1-program.ts';

const URW = '/usr/share/fonts/type1/urw-base35/NimbusRoman-Regular.t1';
const SANS = 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';

function bytesOf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(path));
}

function cffOf(path: string): Uint8Array {
  const table = readTables(bytesOf(path)).get('CFF ');
  if (table === undefined) throw new Error(`${path} has no CFF table`);
  return new Uint8Array(table.buffer, table.byteOffset, table.byteLength);
}

const NAMED_CFF = cffOf('tests/fixtures/fonts/name-keyed.otf');
const NUMBERED_CFF = cffOf('tests/fixtures/fonts/cid-keyed.otf');
const TYPE_1 = bytesOf(URW);

/** Edges of a letter in thousandths of an em. */
function edges(program: FontProgram, glyph: number | undefined): readonly number[] {
  const box = boxOfPieces(program.shapes.piecesOf(glyph ?? -1, true) ?? []);
  if (box === undefined) throw new Error('nothing is drawn');
  return [box.left, box.bottom, box.right, box.top].map((edge) => Math.round(edge * 1000));
}

describe('the outline of a letter', () => {
  it('stands where its CFF program puts it, curve and all', () => {
    const program = readCff(NAMED_CFF);
    const glyph = program.glyphOfName('A');
    // A box from 50 to 550 whose right side bulges by three quarters of 30; the bulge by integral.
    expect(edges(program, glyph)).toEqual([50, 0, 572, 700]);
    const [box, bulge] = [500 * 700, 10_800];
    expect(program.shapes.coverageOf(glyph ?? -1)).toBeCloseTo((box + bulge) / 1e6, 3);
  });

  it('is found by its number in a font of Han characters', () => {
    const program = readCff(NUMBERED_CFF);
    const [left = 0, bottom = 0, right = 0, top = 0] = edges(program, 13141);
    expect(right - left).toBeGreaterThan(700);
    expect(top - bottom).toBeGreaterThan(700);
    expect(program.hasGlyph(1)).toBe(false);
  });

  it('is found by its name in Type 1, accents on their letters', () => {
    const program = readType1(TYPE_1);
    const plain = edges(program, program.glyphOfName('A'));
    const accented = edges(program, program.glyphOfName('Adieresis'));
    expect(accented.slice(0, 3)).toEqual(plain.slice(0, 3));
    expect((accented[3] ?? 0) - (plain[3] ?? 0)).toBeGreaterThan(100);
    expect(program.glyphOfCode(65)).toBe(program.glyphOfName('A'));
  });

  it('is the same area that the squares of TrueType make, holes left out', () => {
    const program = readTrueType(bytesOf(SANS));
    const letter = program.glyphOfName('O');
    const [left = 0, bottom = 0, right = 0, top = 0] = edges(program, letter);
    const whole = ((right - left) * (top - bottom)) / 1e6;
    const inked = program.shapes.coverageOf(letter ?? -1);
    expect(inked).toBeGreaterThan(whole * 0.2);
    expect(inked).toBeLessThan(whole * 0.45);
  });
});

const READERS = [
  ['CFF by name', NAMED_CFF, readCff],
  ['CFF by number', NUMBERED_CFF, readCff],
  ['Type 1', TYPE_1.slice(0, 40_000), readType1],
] as const;

describe('a damaged font program', () => {
  it.each(READERS)(
    'is drawn as far as it goes, or laid evenly, and soon: %s',
    (_, whole, read) => {
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 20 }),
          (flips) => {
            const bytes = Uint8Array.from(whole);
            for (const [at, value] of flips) bytes[at % bytes.length] = value;
            const started = performance.now();
            const program = readOrNot(() => read(bytes));
            for (let glyph = 0; glyph < Math.min(300, program?.glyphCount ?? 0); glyph += 1) {
              const coverage = program?.shapes.coverageOf(glyph) ?? 0;
              expect(coverage).toBeGreaterThanOrEqual(0);
              expect(coverage).toBeLessThanOrEqual(1);
            }
            expect(performance.now() - started).toBeLessThan(3000);
          },
        ),
        { numRuns: 150 },
      );
    },
    60_000,
  );

  it('whose matrix is no matrix has no outlines, and counts as heavy type', () => {
    const text = Buffer.from(TYPE_1).toString('latin1');
    const damaged = text.replace('/FontMatrix [0.001 ', '/FontMatrix [0.0.1 ');
    expect(damaged).not.toBe(text);
    const program = readType1(new Uint8Array(Buffer.from(damaged, 'latin1')));
    expect(program.shapes.coverageOf(program.glyphOfName('A') ?? -1)).toBe(0.4);
  });

  it('that calls itself without end has no outline, and counts as heavy type', () => {
    const program = readCff(NAMED_CFF);
    const intact = program.shapes.coverageOf(2);
    // The charstring of A: every byte becomes a call of a subroutine that is not there.
    const bytes = Uint8Array.from(NAMED_CFF);
    const text = Buffer.from(bytes).toString('latin1');
    const start = text.lastIndexOf('\x0e');
    bytes.fill(10, start - 20, start);
    const damaged = readCff(bytes);
    const glyphs = [0, 1, 2, 3].filter(
      (glyph) => damaged.shapes.piecesOf(glyph, true) === undefined,
    );
    expect(glyphs.length).toBeGreaterThan(0);
    expect(glyphs.map((glyph) => damaged.shapes.coverageOf(glyph))).toContain(0.4);
    expect(intact).not.toBe(0.4);
  });
});

function readOrNot(read: () => FontProgram): FontProgram | undefined {
  try {
    return read();
  } catch (trouble) {
    if (trouble instanceof UnreadableProgram) return undefined;
    throw trouble;
  }
}
