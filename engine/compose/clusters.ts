import type { FaceId } from '#engine/fonts/typeface.ts';
import type { CharacterClass } from './character-class.ts';
import { classifyCharacter } from './character-class.ts';

/** Text of one look. A paragraph is a row of spans; offsets count through all of them. */
export interface Span {
  readonly text: string;
  readonly face: FaceId;
  /** Keep on one line if it fits there, as a photo credit is kept. */
  readonly keepTogether: boolean;
}

/** Inseparable characters before shaping: a grapheme, or the marks of one fixed box. */
export interface Unit {
  readonly text: string;
  readonly kind: CharacterClass;
  /** UTF-16 offset in the paragraph. */
  readonly start: number;
  readonly end: number;
  readonly span: number;
  /** Blank characters typed before it, as one string; empty mostly. */
  readonly spaceBefore: string;
}

/**
 * Combining marks, variation selectors, invisible controls and skin tones: part of what precedes.
 */
const ATTACHED =
  '[\\p{M}\\u00ad\\u061c\\u200c-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff' +
  '\\u{1f3fb}-\\u{1f3ff}\\u{e0001}-\\u{e007f}]*';
/**
 * A character with what is attached to it, a flag, or emoji joined by ZWJ (UAX #29, GB9 to GB13).
 */
const GRAPHEME = new RegExp(
  `(?:[\\u{1f1e6}-\\u{1f1ff}]{2}|\\P{M})${ATTACHED}` +
    `(?:(?<=\\u200d)\\p{Extended_Pictographic}${ATTACHED})*|\\p{M}+`,
  'gu',
);
/** Marks that are set together in one box that never opens (GB/T 15834 5.1.4, 5.1.5, 5.1.8). */
const FIXED_BOX = /^(?:——|――|──|(?:……){1,2}|(?:⋯⋯){1,2}|[？！]{2,3})/u;

/** Cuts the spans into units; typed blanks go to the unit after them. */
export function readUnits(spans: readonly Span[]): readonly Unit[] {
  const units: Unit[] = [];
  let offset = 0;
  let spaceBefore = '';
  for (const [span, { text: source }] of spans.entries()) {
    for (let at = 0; at < source.length; ) {
      const text = pieceAt(source, at);
      const kind = classifyPiece(text, source, at);
      const start = offset + at;
      at += text.length;
      if (kind === 'space') {
        spaceBefore += text;
        continue;
      }
      units.push({ text, kind, start, end: start + text.length, span, spaceBefore });
      spaceBefore = '';
    }
    offset += source.length;
  }
  return units;
}

/** The grapheme or fixed box that starts at `at`. */
function pieceAt(text: string, at: number): string {
  const code = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  if (isPlainHan(code) && (isPlainHan(next) || Number.isNaN(next))) return text.charAt(at);
  if (BOX_OPENERS.has(code) && BOX_OPENERS.has(next)) {
    const box = FIXED_BOX.exec(text.slice(at, at + 4));
    if (box !== null) return box[0];
  }
  GRAPHEME.lastIndex = at;
  return GRAPHEME.exec(text)?.[0] ?? text.slice(at, at + 1);
}

const BOX_OPENERS: ReadonlySet<number> = new Set(
  [...'—―─…⋯？！'].map((mark) => mark.charCodeAt(0)),
);

/** The unified ideographs of the basic plane and the marks around them: no combining forms. */
function isPlainHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

function classifyPiece(piece: string, text: string, at: number): CharacterClass {
  const kind = classifyCharacter(piece);
  if (kind === 'connector' && piece.length > 1) return isDoubled(piece) ? 'dash' : kind;
  if (kind === 'query' && piece.length > 1) return isDoubled(piece) ? 'queryRun' : kind;
  const isApostrophe = (piece === '’' || piece === "'") && isInWord(text, at);
  return isApostrophe ? 'letter' : kind;
}

/** Two marks of one box, and not one mark with a variation selector. */
function isDoubled(piece: string): boolean {
  return classifyCharacter(piece.slice(1)) === classifyCharacter(piece);
}

/** An apostrophe as in it’s or the 90’s, not a quotation mark. */
function isInWord(text: string, at: number): boolean {
  const before = text[at - 1];
  const after = text[at + 1];
  if (before === undefined || after === undefined) return false;
  const left = classifyCharacter(before);
  return (left === 'letter' || left === 'digit') && classifyCharacter(after) === 'letter';
}
