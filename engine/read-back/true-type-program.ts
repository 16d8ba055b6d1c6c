import { type CharacterMaps, readCharacterMaps } from './character-maps.ts';
import { type FontProgram, glyphShapes } from './font-program.ts';
import { characterOfName, macRomanCode } from './glyph-names.ts';
import { UnreadableProgram } from './glyph-outline.ts';
import { trueTypeOutline } from './true-type-outline.ts';

/**
 * Reads a TrueType program. A table that is cut short is found here, as the RIP would find it; a
 * damaged glyph only when it is drawn.
 */
export function readTrueType(bytes: Uint8Array): FontProgram {
  const tables = readTables(bytes);
  const head = tables.get('head');
  const loca = tables.get('loca');
  const glyf = tables.get('glyf');
  const maxp = tables.get('maxp');
  const hhea = tables.get('hhea');
  const hmtx = tables.get('hmtx');
  if (!head || !loca || !glyf || !maxp || !hhea || !hmtx || head.byteLength < 54) {
    throw new UnreadableProgram('a table is missing');
  }
  const unitsPerEm = head.getUint16(18);
  const isLong = head.getInt16(50) === 1;
  const glyphCount = maxp.getUint16(4);
  const widthCount = hhea.getUint16(34);
  const needed = { loca: (glyphCount + 1) * (isLong ? 4 : 2), hmtx: widthCount * 4 };
  if (loca.byteLength < needed.loca || hmtx.byteLength < needed.hmtx || widthCount === 0) {
    throw new UnreadableProgram('a table is cut short');
  }
  const offsetOf = (glyph: number) =>
    isLong ? loca.getUint32(glyph * 4) : 2 * loca.getUint16(glyph * 2);
  if (offsetOf(glyphCount) > glyf.byteLength) throw new UnreadableProgram('glyphs are cut short');
  const range = (glyph: number) => ({ start: offsetOf(glyph), end: offsetOf(glyph + 1) });
  const cmap = tables.get('cmap');
  return {
    kind: 'glyf',
    glyphCount,
    hasGlyph: (glyph) => glyph >= 0 && glyph < glyphCount,
    isBlankGlyph: (glyph) => offsetOf(glyph + 1) <= offsetOf(glyph),
    widthOf(glyph) {
      const width = hmtx.getUint16(4 * Math.min(glyph, widthCount - 1));
      return (width * 1000) / unitsPerEm;
    },
    shapes: glyphShapes((glyph) => trueTypeOutline({ glyf, range, glyphCount, unitsPerEm }, glyph)),
    ...simpleCodes(cmap === undefined ? undefined : readCharacterMaps(cmap)),
  };
}

/** Tables of a font file by their tags. */
export function readTables(bytes: Uint8Array): ReadonlyMap<string, DataView> {
  if (bytes.length < 12) throw new UnreadableProgram('no font');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!VERSIONS.includes(view.getUint32(0))) throw new UnreadableProgram('no TrueType');
  const count = view.getUint16(4);
  const tables = new Map<string, DataView>();
  for (let index = 0; index < count; index += 1) {
    const at = 12 + 16 * index;
    if (at + 16 > bytes.length) throw new UnreadableProgram('the directory is cut short');
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    const [offset, length] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (offset + length > bytes.length) throw new UnreadableProgram(`${tag} is cut short`);
    tables.set(tag, new DataView(bytes.buffer, bytes.byteOffset + offset, length));
  }
  return tables;
}

/** TrueType by Microsoft and by Apple, and OpenType with CFF outlines (`OTTO`). */
const VERSIONS = [0x00010000, 0x74727565, 0x4f54544f];

/** Symbols stand from here on in fonts by Microsoft (ISO 32000-1, 9.6.6.4). */
const SYMBOLS = 0xf000;

function simpleCodes(
  maps: CharacterMaps | undefined,
): Pick<FontProgram, 'glyphOfCode' | 'glyphOfName'> {
  return {
    glyphOfCode: (code) =>
      maps?.symbol?.get(code) ??
      maps?.symbol?.get(SYMBOLS + code) ??
      maps?.mac?.get(code) ??
      maps?.unicode?.get(code),
    glyphOfName(name) {
      const character = characterOfName(name);
      if (character === undefined) return undefined;
      const byMac = () => {
        const code = macRomanCode(character);
        return code === undefined ? undefined : maps?.mac?.get(code);
      };
      const point = character.codePointAt(0) ?? 0;
      return maps?.unicode?.get(point) ?? byMac() ?? maps?.symbol?.get(SYMBOLS + point);
    },
  };
}
