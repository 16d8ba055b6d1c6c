import { viewOf } from './font-bytes.ts';
import type { FontProgram } from './font-program.ts';
import type { GlyphBox } from './glyph-boxes.ts';
import { FAMILY_NAMES, POSTSCRIPT_NAME, readChineseName, readName } from './names.ts';

/**
 * What the licence bits of a face (OS/2 fsType) permit in a PDF: a subset, the whole face only, or
 * nothing. A face that may not be embedded may not be pressed either.
 */
export type Embedding = 'subset' | 'whole face' | 'forbidden';

/** What a PDF font descriptor tells of a face. Lengths in thousandths of an em. */
export interface FaceDescription {
  readonly postScriptName: string;
  readonly familyName: string;
  /** Family name in Chinese, such as 霞鹜文楷; undefined when the face has none. */
  readonly chineseFamilyName: string | undefined;
  /** 100 (thin) to 900 (black). */
  readonly weight: number;
  readonly ascent: number;
  /** Below the baseline, so negative. */
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  /** Degrees counter-clockwise from upright: negative for a slanted face. */
  readonly italicAngle: number;
  /** Width of upright stems, estimated from the weight: faces do not state it. */
  readonly stemV: number;
  readonly box: GlyphBox;
  readonly isFixedPitch: boolean;
  readonly isSerif: boolean;
  /** The licence bits as they stand in OS/2. */
  readonly fsType: number;
  readonly embedding: Embedding;
}

const RESTRICTED = 0x0002;
const PERMITTING = 0x000c;
const NO_SUBSET = 0x0100;
const BITMAPS_ONLY = 0x0200;
/** Sans serif is class 8, serif faces are 1 to 5 and 7 (OpenType, sFamilyClass). */
const SERIF_CLASSES: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 7]);
/** Panose serif styles 11 to 15 are the sans serif ones. */
const PANOSE_FIRST_SERIF = 2;
const PANOSE_LAST_SERIF = 10;
const OS2_LENGTH_VERSION_0 = 78;

/** Reads what a font descriptor needs; figures a face leaves out get the customary values. */
export function describeFace(program: FontProgram): FaceDescription {
  const em = program.unitsPerEm;
  const scale = (length: number) => Math.round((length * 1000) / em);
  const box = headBox(program);
  const os2 = readOs2(program);
  const hhea = viewOf(program.tables.range('hhea', 0, 36));
  const post =
    program.tables.lengthOf('post') >= 32 ? program.tables.range('post', 0, 32) : undefined;
  const ascent = scale(os2?.ascender ?? hhea.getInt16(4));
  const weight = os2?.weight ?? 400;
  const familyName = readName(program.tables, FAMILY_NAMES) ?? 'Unnamed';
  return {
    postScriptName: postScriptName(program, familyName),
    familyName,
    chineseFamilyName: readChineseName(program.tables, FAMILY_NAMES),
    weight,
    ascent,
    descent: scale(os2?.descender ?? hhea.getInt16(6)),
    capHeight: os2?.capHeight ? scale(os2.capHeight) : Math.round(ascent * 0.83),
    xHeight: os2?.xHeight ? scale(os2.xHeight) : Math.round(ascent * 0.6),
    italicAngle: post ? viewOf(post).getInt32(4) / 65536 : 0,
    stemV: estimatedStem(weight),
    box: {
      left: scale(box.left),
      bottom: scale(box.bottom),
      right: scale(box.right),
      top: scale(box.top),
    },
    isFixedPitch: post ? viewOf(post).getUint32(12) !== 0 : false,
    isSerif: os2?.isSerif ?? false,
    fsType: os2?.fsType ?? 0,
    embedding: embeddingOf(os2?.fsType ?? 0),
  };
}

/** Step width of a glyph in thousandths of an em, as PDF width arrays want it. */
export function widthPerMille(program: FontProgram, glyphId: number): number {
  return (program.advanceOf(glyphId) * 1000) / program.unitsPerEm;
}

/** What the licence bits permit; where a restricting and a permitting bit meet, the kinder one. */
export function embeddingOf(fsType: number): Embedding {
  if (fsType & BITMAPS_ONLY) return 'forbidden';
  if (fsType & RESTRICTED && !(fsType & PERMITTING)) return 'forbidden';
  return fsType & NO_SUBSET ? 'whole face' : 'subset';
}

interface Os2 {
  readonly weight: number;
  readonly fsType: number;
  readonly ascender: number;
  readonly descender: number;
  readonly xHeight: number;
  readonly capHeight: number;
  readonly isSerif: boolean;
}

function readOs2(program: FontProgram): Os2 | undefined {
  const table = program.tables.table('OS/2');
  if (!table || table.length < OS2_LENGTH_VERSION_0) return undefined;
  const view = viewOf(table);
  const hasHeights = view.getUint16(0) >= 2 && table.length >= 90;
  const panoseSerif = view.getUint8(33);
  const isSerif =
    SERIF_CLASSES.has(view.getInt8(30)) ||
    (panoseSerif >= PANOSE_FIRST_SERIF && panoseSerif <= PANOSE_LAST_SERIF);
  return {
    weight: view.getUint16(4),
    fsType: view.getUint16(8),
    ascender: view.getInt16(68),
    descender: view.getInt16(70),
    xHeight: hasHeights ? view.getInt16(86) : 0,
    capHeight: hasHeights ? view.getInt16(88) : 0,
    isSerif,
  };
}

function headBox(program: FontProgram): GlyphBox {
  const head = viewOf(program.tables.range('head', 0, 54));
  return {
    left: head.getInt16(36),
    bottom: head.getInt16(38),
    right: head.getInt16(40),
    top: head.getInt16(42),
  };
}

/** A PDF name may hold no blanks or delimiters; PostScript names hold none by definition. */
function postScriptName(program: FontProgram, familyName: string): string {
  const name = readName(program.tables, [POSTSCRIPT_NAME]) ?? familyName;
  const plain = name.replaceAll(/[^A-Za-z0-9._+-]/g, '');
  return plain === '' ? 'Unnamed' : plain;
}

/** The customary estimate: 50 at hairline weight, 88 at regular, 166 at bold, 242 at black. */
function estimatedStem(weight: number): number {
  return Math.round(50 + (weight / 65) ** 2);
}
