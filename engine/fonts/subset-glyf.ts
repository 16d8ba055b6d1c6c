import { viewOf } from './font-bytes.ts';
import type { FontProgram } from './font-program.ts';
import { componentsOf, withoutInstructions } from './glyf-outlines.ts';
import { writeSfnt } from './sfnt.ts';

/** A TrueType font program with few glyphs. */
export interface GlyfSubset {
  readonly bytes: Uint8Array;
  /** Glyph ids in the face; the place in the list is the id in the subset. 0 is always first. */
  readonly glyphIds: readonly number[];
}

const TRUETYPE_SFNT = 0x00010000;
/** Fields of `maxp` that speak of instructions; nothing is left to instruct. */
const MAXP_INSTRUCTION_FIELDS = [16, 18, 20, 22, 24, 26];

/**
 * A TrueType font program that holds the glyphs asked for and their components, renumbered in
 * ascending order of their ids in the face. No hints, no layout tables, no names: what a PDF needs.
 */
export function subsetGlyf(program: FontProgram, glyphIds: Iterable<number>): GlyfSubset {
  const outlines = collectOutlines(program, glyphIds);
  const kept = [...outlines.keys()].sort((a, b) => a - b);
  const newIds = new Map(kept.map((glyphId, index) => [glyphId, index]));
  const glyphs = kept.map((glyphId) => renumbered(outlines.get(glyphId), newIds));
  const glyf = joinGlyphs(glyphs);
  const isLong = glyf.length > 0x1fffe;
  const tables = new Map([
    ['glyf', glyf],
    ['head', headTable(program, isLong)],
    ['hhea', headerWithCount(program, { tag: 'hhea', at: 34, count: kept.length })],
    ['hmtx', metricsTable(program, kept)],
    ['loca', locationTable(glyphs, isLong)],
    ['maxp', maximumsTable(program, kept.length)],
  ]);
  return { bytes: writeSfnt(TRUETYPE_SFNT, tables), glyphIds: kept };
}

/** Outlines of the glyphs and, again and again, of what they are composed of. */
function collectOutlines(
  program: FontProgram,
  glyphIds: Iterable<number>,
): ReadonlyMap<number, Uint8Array> {
  const outlines = new Map<number, Uint8Array>();
  const wanted = [0, ...glyphIds];
  for (let glyphId = wanted.pop(); glyphId !== undefined; glyphId = wanted.pop()) {
    if (outlines.has(glyphId) || glyphId >= program.glyphCount) continue;
    const glyph = withoutInstructions(program.outlineBytes(glyphId));
    outlines.set(glyphId, glyph);
    for (const component of componentsOf(glyph)) wanted.push(component.glyphId);
  }
  return outlines;
}

function renumbered(
  glyph: Uint8Array | undefined,
  newIds: ReadonlyMap<number, number>,
): Uint8Array {
  if (!glyph) return new Uint8Array();
  const components = componentsOf(glyph);
  if (components.length === 0) return glyph;
  const copy = glyph.slice();
  const view = viewOf(copy);
  for (const { offset, glyphId } of components) {
    view.setUint16(offset + 2, newIds.get(glyphId) ?? 0);
  }
  return copy;
}

function joinGlyphs(glyphs: readonly Uint8Array[]): Uint8Array {
  const length = glyphs.reduce((sum, glyph) => sum + even(glyph.length), 0);
  const glyf = new Uint8Array(length);
  let offset = 0;
  for (const glyph of glyphs) {
    glyf.set(glyph, offset);
    offset += even(glyph.length);
  }
  return glyf;
}

function locationTable(glyphs: readonly Uint8Array[], isLong: boolean): Uint8Array {
  const table = new Uint8Array((glyphs.length + 1) * (isLong ? 4 : 2));
  const view = viewOf(table);
  let offset = 0;
  for (let index = 0; index <= glyphs.length; index += 1) {
    if (isLong) view.setUint32(4 * index, offset);
    else view.setUint16(2 * index, offset / 2);
    offset += even(glyphs[index]?.length ?? 0);
  }
  return table;
}

function metricsTable(program: FontProgram, glyphIds: readonly number[]): Uint8Array {
  const table = new Uint8Array(4 * glyphIds.length);
  const view = viewOf(table);
  glyphIds.forEach((glyphId, index) => {
    view.setUint16(4 * index, program.advanceOf(glyphId));
    view.setInt16(4 * index + 2, program.leftSideBearingOf(glyphId));
  });
  return table;
}

function headTable(program: FontProgram, isLong: boolean): Uint8Array {
  const table = program.tables.range('head', 0, 54).slice();
  viewOf(table).setInt16(50, isLong ? 1 : 0);
  return table;
}

function maximumsTable(program: FontProgram, glyphCount: number): Uint8Array {
  const table = headerWithCount(program, { tag: 'maxp', at: 4, count: glyphCount });
  const view = viewOf(table);
  for (const at of MAXP_INSTRUCTION_FIELDS) if (at + 2 <= table.length) view.setUint16(at, 0);
  return table;
}

function headerWithCount(
  program: FontProgram,
  options: { tag: string; at: number; count: number },
): Uint8Array {
  const table = program.tables.range(options.tag, 0, program.tables.lengthOf(options.tag)).slice();
  viewOf(table).setUint16(options.at, options.count);
  return table;
}

function even(length: number): number {
  return (length + 1) & ~1;
}
