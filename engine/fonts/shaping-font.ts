import { viewOf } from './font-bytes.ts';
import type { FontProgram } from './font-program.ts';
import { BOXES_TABLE, type GlyphBox, writeGlyphBoxes } from './glyph-boxes.ts';
import { type ProgramTypeface, SHAPING_TABLES } from './harfbuzz-typeface.ts';
import { writeSfnt } from './sfnt.ts';

const PLAIN_SFNT = 0x00010000;

/** Where a face tells of its vertical origins. */
const VERTICAL_TABLES = ['vhea', 'vmtx', 'VORG'];

/**
 * A copy of the face for shaping and measuring: everything a typeface reads but its outlines, of
 * which only the boxes are kept. It is 4 % of a Chinese face, so a window composes without waiting
 * for 15 MB of curves; the display list is the same to the last digit.
 */
export function shapingFont(face: ProgramTypeface): Uint8Array {
  const { program } = face;
  const tables = new Map<string, Uint8Array>();
  for (const tag of [...SHAPING_TABLES, ...verticalTables(program)]) {
    const table = program.tables.table(tag);
    if (table) tables.set(tag, table);
  }
  tables.set(BOXES_TABLE, writeGlyphBoxes(program.glyphCount, boxesOf(face)));
  return writeSfnt(PLAIN_SFNT, tables);
}

/**
 * `vmtx` gives the origin of a `glyf` outline through its box. A CFF face without `VORG` states no
 * box, so its typeface falls back on the usual origin; with `vmtx` the copy would know better.
 */
function verticalTables(program: FontProgram): readonly string[] {
  return program.outlines === 'cff' ? ['VORG'] : VERTICAL_TABLES;
}

function boxesOf(face: ProgramTypeface): (glyphId: number) => GlyphBox | undefined {
  const { program } = face;
  if (program.outlines === 'glyf') return glyfBoxes(program);
  const em = program.unitsPerEm;
  return (glyphId) => {
    const box = face.inkBox(glyphId);
    return (
      box && {
        left: Math.round(box.left * em),
        bottom: Math.round(box.bottom * em),
        right: Math.round(box.right * em),
        top: Math.round(box.top * em),
      }
    );
  };
}

/** From the whole table at once: thirty thousand reads of ten bytes take a second. */
function glyfBoxes(program: FontProgram): (glyphId: number) => GlyphBox | undefined {
  const view = viewOf(program.tables.table('glyf') ?? new Uint8Array());
  return (glyphId) => {
    const { offset, length } = program.glyphRange(glyphId);
    if (length < 10) return undefined;
    return {
      left: view.getInt16(offset + 2),
      bottom: view.getInt16(offset + 4),
      right: view.getInt16(offset + 6),
      top: view.getInt16(offset + 8),
    };
  };
}
