import type { FaceId } from '#engine/fonts/typeface.ts';
import { packLiterals } from './huffman-pack.ts';
import { keyNumber } from './key-number.ts';
import { packLatin } from './pack.ts';
import { type ObjectNumber, type PdfFile, reference } from './pdf-file.ts';
import { pdfLength, pdfName } from './pdf-syntax.ts';
import type { PressFace } from './press-face.ts';
import { packSparse } from './sparse-pack.ts';
import { fontName } from './text.ts';
import { type CodeText, toUnicodeMap } from './to-unicode.ts';

/** The glyphs of one face on a page, and the text each stands for. */
export interface FontUse {
  readonly id: FaceId;
  readonly face: PressFace;
  readonly texts: ReadonlyMap<number, string | undefined>;
  /** Resource names under which the page calls for it. */
  readonly names: ReadonlySet<string>;
}

/** A font cut and packed for embedding, ready to be written into any file. */
export interface PackedFont {
  /** PostScript name with its subset tag. */
  readonly name: string;
  readonly outlines: 'glyf' | 'cff';
  /** zlib-packed font program, and its unpacked length. */
  readonly program: Uint8Array;
  readonly programLength: number;
  readonly cidToGid: Uint8Array | undefined;
  readonly widths: string;
}

/** What was packed last for each face: pressed again, an edited page has mostly the same glyphs. */
export interface FontCache {
  readonly fonts: Map<FaceId, { readonly key: string; readonly font: PackedFont }>;
  readonly maps: Map<FaceId, { readonly map: string; readonly packed: Uint8Array }>;
}

/** A cache without fonts. */
export function createFontCache(): FontCache {
  return { fonts: new Map(), maps: new Map() };
}

/**
 * Writes a composite font with its descendant, descriptor, program and ToUnicode map, and returns
 * its entries in the page's font resources: one for lines across, one for lines down the page.
 */
export function embedFont(file: PdfFile, use: FontUse, cache: FontCache): string {
  const { font, map } = packFont(use, cache);
  const program = writeProgram(file, font);
  const descriptor = file.add(descriptorText(font, use.face, program));
  const descendant = file.add(descendantText(file, font, descriptor));
  const toUnicode = file.addStream('/Filter/FlateDecode', map);
  const parts = `/DescendantFonts[${reference(descendant)}]/ToUnicode ${reference(toUnicode)}`;
  const head = `<</Type/Font/Subtype/Type0/BaseFont${pdfName(font.name)}`;
  let entries = '';
  for (const isDown of [false, true]) {
    const name = fontName(use.id, isDown);
    if (!use.names.has(name)) continue;
    const number = file.add(`${head}/Encoding/Identity-${isDown ? 'V' : 'H'}${parts}>>`);
    entries += `${name} ${reference(number)}`;
  }
  return entries;
}

/** Cuts and packs the face and its map of texts, or takes them from the cache. */
export function packFont(
  use: FontUse,
  cache: FontCache,
): { readonly font: PackedFont; readonly map: Uint8Array } {
  const glyphIds = [...use.texts.keys()].sort((a, b) => a - b);
  return { font: packedFont(use, glyphIds, cache), map: packedMap(use, glyphIds, cache) };
}

function packedFont(use: FontUse, glyphIds: readonly number[], cache: FontCache): PackedFont {
  const key = glyphIds.join(' ');
  const known = cache.fonts.get(use.id);
  if (known?.key === key) return known.font;
  const font = cutFont(use.face, glyphIds, key);
  cache.fonts.set(use.id, { key, font });
  return font;
}

function packedMap(use: FontUse, glyphIds: readonly number[], cache: FontCache): Uint8Array {
  const map = toUnicodeMap(codeTexts(use, glyphIds));
  const known = cache.maps.get(use.id);
  if (known?.map === map) return known.packed;
  const packed = packLatin(map);
  cache.maps.set(use.id, { map, packed });
  return packed;
}

function cutFont(face: PressFace, glyphIds: readonly number[], key: string): PackedFont {
  const { postScriptName } = face.description;
  const subset = face.subset(glyphIds);
  const tag = subsetTag(`${postScriptName} ${key}`);
  return {
    name: face.description.embedding === 'subset' ? `${tag}+${postScriptName}` : postScriptName,
    outlines: subset.outlines,
    program: packLiterals(subset.bytes),
    programLength: subset.bytes.length,
    cidToGid: subset.cidToGid && packSparse(subset.cidToGid),
    widths: widthArray(face, glyphIds),
  };
}

function writeProgram(file: PdfFile, font: PackedFont): ObjectNumber {
  const kind =
    font.outlines === 'glyf' ? `/Length1 ${font.programLength}` : '/Subtype/CIDFontType0C';
  return file.addStream(`${kind}/Filter/FlateDecode`, font.program);
}

function descriptorText(font: PackedFont, face: PressFace, program: ObjectNumber): string {
  const { ascent, box, capHeight, descent, isFixedPitch, isSerif, italicAngle, stemV } =
    face.description;
  // Bit 3 (symbolic): the glyphs are addressed by number, not by a Latin encoding.
  const flags = 4 + (isFixedPitch ? 1 : 0) + (isSerif ? 2 : 0) + (italicAngle === 0 ? 0 : 64);
  const bounds = [box.left, box.bottom, box.right, box.top].map(pdfLength).join(' ');
  const key = font.outlines === 'glyf' ? '/FontFile2' : '/FontFile3';
  return (
    `<</Type/FontDescriptor/FontName${pdfName(font.name)}/Flags ${flags}/FontBBox[${bounds}]` +
    `/ItalicAngle ${pdfLength(italicAngle)}/Ascent ${ascent}/Descent ${descent}` +
    `/CapHeight ${capHeight}/StemV ${stemV}${key} ${reference(program)}>>`
  );
}

function descendantText(file: PdfFile, font: PackedFont, descriptor: ObjectNumber): string {
  const kind = font.outlines === 'glyf' ? 'CIDFontType2' : 'CIDFontType0';
  return (
    `<</Type/Font/Subtype/${kind}/BaseFont${pdfName(font.name)}` +
    '/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>' +
    `/FontDescriptor ${reference(descriptor)}/DW ${DEFAULT_WIDTH}/W[${font.widths}]` +
    `${glyphMapEntry(file, font)}>>`
  );
}

function glyphMapEntry(file: PdfFile, font: PackedFont): string {
  if (font.outlines === 'cff') return '';
  if (!font.cidToGid) return '/CIDToGIDMap/Identity';
  return `/CIDToGIDMap ${reference(file.addStream('/Filter/FlateDecode', font.cidToGid))}`;
}

/** Han glyphs are one em wide; only the others are listed. */
const DEFAULT_WIDTH = 1000;

/** Widths in runs of neighbouring codes: `c [w w w]` (ISO 32000-1, 9.7.4.3). */
function widthArray(face: PressFace, glyphIds: readonly number[]): string {
  const widths = glyphIds
    .map((glyphId) => ({ cid: face.cidOf(glyphId), width: face.widthOf(glyphId) }))
    .filter(({ width }) => width !== DEFAULT_WIDTH)
    .sort((a, b) => a.cid - b.cid);
  let array = '';
  let next = -1;
  for (const { cid, width } of widths) {
    if (cid === next) array += ` ${width}`;
    else array += `${next === -1 ? '' : ']'}${cid}[${width}`;
    next = cid + 1;
  }
  return array === '' ? '' : `${array}]`;
}

function codeTexts(use: FontUse, glyphIds: readonly number[]): readonly CodeText[] {
  const texts: CodeText[] = [];
  for (const glyphId of glyphIds) {
    const text = use.texts.get(glyphId);
    if (text !== undefined) texts.push({ cid: use.face.cidOf(glyphId), text });
  }
  return texts.sort((a, b) => a.cid - b.cid);
}

/** Six capital letters that differ between subsets of one face (ISO 32000-1, 9.6.4). */
function subsetTag(key: string): string {
  // 26⁶ tags need 29 of its 32 bits.
  let rest = keyNumber(key);
  let tag = '';
  for (let letter = 0; letter < 6; letter += 1) {
    tag += String.fromCharCode(65 + (rest % 26));
    rest = Math.floor(rest / 26);
  }
  return tag;
}
