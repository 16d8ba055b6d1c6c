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

const GRAPHEME =
  /\P{M}[\p{M}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}\u200b-\u200f\u2060\ufeff]*|\p{M}+/gu;
/** Marks that are set together in one box that never opens (GB/T 15834 5.1.4, 5.1.5, 5.1.8). */
const FIXED_BOX = /^(?:——|(?:……){1,2}|(?:⋯⋯){1,2}|[？！]{2,3})/u;

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

const BOX_OPENERS: ReadonlySet<number> = new Set([...'—…⋯？！'].map((mark) => mark.charCodeAt(0)));

/** The unified ideographs of the basic plane and the marks around them: no combining forms. */
function isPlainHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

function classifyPiece(piece: string, text: string, at: number): CharacterClass {
  const kind = classifyCharacter(piece);
  if (piece === '——') return 'dash';
  if (kind === 'query' && piece.length > 1) return 'queryRun';
  if (piece === '’' && isLetter(text[at - 1]) && isLetter(text[at + 1])) return 'letter';
  return kind;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && classifyCharacter(character) === 'letter';
}
