import { describe, expect, test } from 'vitest';
import { typefaceOf } from '#engine/fonts/harfbuzz-typeface.ts';
import { glyfOutline } from '#engine/fonts/outline.ts';
import { writeSfnt } from '#engine/fonts/sfnt.ts';
import { type SubsetFont, subsetFace } from '#engine/fonts/subset.ts';
import { loadSubsetWasm } from '#host/fonts/subset-wasm.ts';
import { bundledFace, faceWithLicenceBits, fixtureFace, programOf, set } from './real-faces.ts';

const song = bundledFace('song-400');
const kai = bundledFace('kai-500');

function glyphIdsOf(face: typeof song, text: string): readonly number[] {
  return set(face, text).map((glyph) => glyph.id);
}

/** Follows the way of a PDF reader: CID, CIDToGIDMap, glyph of the embedded program. */
function embeddedGlyph(subset: SubsetFont, glyphId: number): number {
  const map = subset.cidToGid ?? new Uint8Array();
  const cid = subset.cidOf(glyphId);
  return ((map[2 * cid] ?? 0) << 8) | (map[2 * cid + 1] ?? 0);
}

describe('a face cut down to a page', () => {
  test.each([
    ['song-400', '湘潭园区周刊——，。Àé'],
    ['hei-700', '安全生产工作'],
    ['kai-500', '本报讯通讯员ȀȂ'],
  ])('draws each glyph of %s as the whole face does', (id, text) => {
    const { program } = bundledFace(id);
    const glyphIds = glyphIdsOf(bundledFace(id), text);
    const subset = subsetFace({ program, glyphIds });
    const cut = programOf(subset.bytes);
    for (const glyphId of glyphIds) {
      const embedded = embeddedGlyph(subset, glyphId);
      expect(embedded).toBeGreaterThan(0);
      expect(glyfOutline(cut, embedded)).toEqual(glyfOutline(program, glyphId));
      expect(cut.advanceOf(embedded)).toBe(program.advanceOf(glyphId));
      expect(cut.leftSideBearingOf(embedded)).toBe(program.leftSideBearingOf(glyphId));
    }
  });

  test('brings along the parts of a glyph made of other glyphs', () => {
    const { program } = kai;
    const composite = Array.from({ length: program.glyphCount }, (_, glyphId) => glyphId).find(
      (glyphId) => (program.outlineBytes(glyphId)[0] ?? 0) >= 0x80,
    );
    const subset = subsetFace({ program, glyphIds: [composite ?? 0] });
    const cut = programOf(subset.bytes);
    expect(cut.glyphCount).toBeGreaterThan(2);
    expect(glyfOutline(cut, embeddedGlyph(subset, composite ?? 0))).toEqual(
      glyfOutline(program, composite ?? 0),
    );
  });

  test('holds the missing glyph and what was asked for, nothing else', () => {
    const glyphIds = glyphIdsOf(song, '园区');
    const subset = subsetFace({ program: song.program, glyphIds });
    const cut = programOf(subset.bytes);
    expect(cut.glyphCount).toBe(3);
    expect(new Set(cut.tables.tags)).toEqual(
      new Set(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']),
    );
    expect(subset.bytes.length).toBeLessThan(2500);
  });

  test('is the same whatever the order and number of the glyphs asked for', () => {
    const { program } = song;
    const glyphIds = glyphIdsOf(song, '园区周刊');
    const there = subsetFace({ program, glyphIds });
    const back = subsetFace({ program, glyphIds: [...glyphIds, ...glyphIds].reverse() });
    expect(back.bytes).toEqual(there.bytes);
    expect(back.cidToGid).toEqual(there.cidToGid);
  });

  test('keeps the glyph ids of the face in page content', () => {
    const glyphIds = glyphIdsOf(song, '园区');
    const subset = subsetFace({ program: song.program, glyphIds });
    expect(glyphIds.map((glyphId) => subset.cidOf(glyphId))).toEqual(glyphIds);
  });

  test('of nothing but blanks still is a face', () => {
    const subset = subsetFace({ program: song.program, glyphIds: glyphIdsOf(song, '　') });
    expect(programOf(subset.bytes).glyphCount).toBe(2);
  });
});

describe('a CFF face cut down to a page', () => {
  test('keeps its CIDs where it is CID-keyed', () => {
    const face = fixtureFace('cid-keyed.otf');
    const glyphs = set(face, '园区——');
    const subset = subsetFace({
      program: face.program,
      glyphIds: glyphs.map((glyph) => glyph.id),
      subsetWasm: loadSubsetWasm,
    });
    expect(subset.outlines).toBe('cff');
    expect(subset.cidToGid).toBeUndefined();
    // The CIDs of the family: the fixture is a cut of Noto Serif CJK SC.
    expect(glyphs.map((glyph) => subset.cidOf(glyph.id))).toEqual([13141, 11633, 63025]);
    expect(subset.bytes.length).toBeLessThan(face.program.tables.lengthOf('CFF '));
  });

  test('keeps its glyph ids where it is name-keyed', () => {
    const face = fixtureFace('name-keyed.otf');
    const [glyph] = set(face, 'B');
    const request = { program: face.program, glyphIds: [glyph?.id ?? 0] };
    const subset = subsetFace({ ...request, subsetWasm: loadSubsetWasm });
    expect(subset.cidOf(3)).toBe(3);
    const tables = new Map([['CFF ', subset.bytes]]);
    for (const tag of ['head', 'hhea', 'hmtx', 'maxp', 'cmap']) {
      tables.set(tag, face.program.tables.table(tag) ?? new Uint8Array());
    }
    const cut = typefaceOf('cut', programOf(writeSfnt(0x4f54544f, tables)));
    expect(cut.outline(3)).toEqual(face.outline(3));
    expect(cut.outline(2)).toEqual([]);
  });

  test('gives the same bytes twice', () => {
    const { program } = fixtureFace('cid-keyed.otf');
    const request = { program, glyphIds: [3, 5], subsetWasm: loadSubsetWasm };
    expect(subsetFace(request).bytes).toEqual(subsetFace(request).bytes);
  });
});

describe('the licence bits of a face', () => {
  test('that forbid subsets have it embedded whole', () => {
    const program = programOf(faceWithLicenceBits(0x0100));
    const subset = subsetFace({ program, glyphIds: [5] });
    expect(programOf(subset.bytes).glyphCount).toBe(program.glyphCount);
  });

  test('that forbid embedding are never passed over', () => {
    const program = programOf(faceWithLicenceBits(0x0002));
    expect(() => subsetFace({ program, glyphIds: [5] })).toThrow('may not be embedded');
  });
});
