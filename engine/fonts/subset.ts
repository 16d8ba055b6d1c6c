import { describeFace } from './face-description.ts';
import { viewOf } from './font-bytes.ts';
import type { FontProgram } from './font-program.ts';
import { type SubsetWasm, subsetCff } from './subset-cff.ts';
import { subsetGlyf } from './subset-glyf.ts';

/** What to cut a face down to. */
export interface SubsetRequest {
  readonly program: FontProgram;
  /** Glyph ids of the face, in any order, repeated or not; 0 is always kept. */
  readonly glyphIds: Iterable<number>;
  /** Needed for CFF faces only; called when one is met. */
  readonly subsetWasm?: (() => SubsetWasm) | undefined;
}

/** A font program cut down for embedding in a PDF. Equal requests give equal bytes. */
export interface SubsetFont {
  /** `glyf`: an sfnt for /FontFile2; `cff`: a bare CFF table for /FontFile3 /CIDFontType0C. */
  readonly outlines: 'glyf' | 'cff';
  readonly bytes: Uint8Array;
  /** The CID that stands for a glyph in content streams, width arrays and ToUnicode. */
  cidOf(glyphId: number): number;
  /**
   * Stream for /CIDToGIDMap: two bytes per CID. With it the CIDs stay the glyph ids of the face,
   * so that page content does not change when the set of glyphs does. Undefined for `cff`.
   */
  readonly cidToGid: Uint8Array | undefined;
}

/** Cuts a face down to some glyphs for embedding. */
export function subsetFace(request: SubsetRequest): SubsetFont {
  const { program, subsetWasm } = request;
  const glyphIds = permittedGlyphs(request);
  if (program.outlines === 'cff') {
    if (!subsetWasm) throw new Error('a CFF face is cut with harfbuzz-subset.wasm, hand it in');
    const subset = subsetCff(subsetWasm(), program, glyphIds);
    return { outlines: 'cff', ...subset, cidToGid: undefined };
  }
  const subset = subsetGlyf(program, glyphIds);
  return {
    outlines: 'glyf',
    bytes: subset.bytes,
    cidOf: (glyphId) => glyphId,
    cidToGid: glyphIdMap(subset.glyphIds),
  };
}

/** Honours the licence bits: some faces may only be embedded whole, some not at all. */
function permittedGlyphs({ program, glyphIds }: SubsetRequest): Iterable<number> {
  const { embedding } = describeFace(program);
  if (embedding === 'forbidden') throw new Error('this face may not be embedded, do not open it');
  if (embedding === 'subset') return glyphIds;
  return Array.from({ length: program.glyphCount }, (_, glyphId) => glyphId);
}

function glyphIdMap(glyphIds: readonly number[]): Uint8Array {
  const map = new Uint8Array(2 * ((glyphIds.at(-1) ?? 0) + 1));
  const view = viewOf(map);
  glyphIds.forEach((glyphId, index) => {
    view.setUint16(2 * glyphId, index);
  });
  return map;
}
