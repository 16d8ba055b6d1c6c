import type { CharacterClass } from './character-class.ts';
import { isWestern } from './character-class.ts';

/**
 * Glue between two neighbouring bodies, in em. A Chinese mark is half an em of body and half an em
 * of blank; the blank is never part of the mark but of the gap beside it. So the blank of a mark at
 * a line edge falls away by itself, and neighbouring marks share one blank.
 */
export interface Gap {
  readonly natural: number;
  /** Least width; the gap shrinks in its stage only. */
  readonly min: number;
  /** Widest in the stretch stages before the last one. */
  readonly max: number;
  /** Stage in which it gives: composition rule 1.3; 0 never. */
  readonly shrinkStage: ShrinkStage;
  /** 1 word space, 2 Han–Latin, 3 everything else; 0 never. */
  readonly stretchStage: 0 | 1 | 2 | 3;
}

/** 1 word space, 2 bracket and quote, 3 comma and colon, 4 Han–Latin, 5 full stop. */
export type ShrinkStage = 0 | 1 | 2 | 3 | 4 | 5;
/** Number of shrink stages. */
export const SHRINK_STAGES = 5;

/** Choices of the page template that shape the gaps, in em. */
export interface GapStyle {
  readonly hanLatinEm: number;
  readonly commaMinEm: number;
  readonly periodMayShrink: boolean;
  /** Added to every gap that may open; negative pulls letters together. */
  readonly trackingEm: number;
  /** Blank of a mark before anything gives: `TEXT_MARK_BLANK_EM` or `HEADLINE_MARK_BLANK_EM`. */
  readonly markBlankEm: number;
}

/** One side of a gap. */
export interface GapNeighbour {
  readonly kind: CharacterClass;
  readonly text: string;
}

/** Blank of a mark (GB/T 15834: a mark takes one square, its body half of it). */
export const TEXT_MARK_BLANK_EM = 0.5;
/**
 * In the size of a headline half an em is a hole: the words fall apart at every comma (own trial;
 * half of it reads as one line, and still as a pause).
 */
export const HEADLINE_MARK_BLANK_EM = 0.25;
/** Word space between Western words, its least and widest width (CLREQ 6.2.2, JLREQ 3.8). */
const WORD_SPACE = { natural: 1 / 3, min: 1 / 4, max: 1 / 2 };
/** Han–Latin space never shrinks below an eighth and opens to a half before other gaps do. */
const HAN_LATIN_MIN = 1 / 8;
const HAN_LATIN_MAX = 1 / 2;
/**
 * A narrow space opens by a quarter em only: in 10-point text a half looks like a hole (own trial).
 */
const HAN_LATIN_OPENING = 1 / 4;

const RIGID: Gap = { natural: 0, min: 0, max: 0, shrinkStage: 0, stretchStage: 0 };
const OPENABLE: Gap = { natural: 0, min: 0, max: 0, shrinkStage: 0, stretchStage: 3 };

/** The gap between two neighbours; `spaceBefore` are the blanks typed between them. */
export function gapBetween(
  left: GapNeighbour,
  right: GapNeighbour,
  spaceBefore: string,
  style: GapStyle,
): Gap {
  if (left.kind === 'han' && right.kind === 'han' && spaceBefore === '' && style.trackingEm === 0) {
    return OPENABLE;
  }
  const plain = plainGap(left, right, style);
  const gap = spaceBefore === '' ? plain : widenForSpace(plain, left, right, spaceBefore);
  return style.trackingEm === 0 ? gap : track(gap, style.trackingEm);
}

function plainGap(left: GapNeighbour, right: GapNeighbour, style: GapStyle): Gap {
  const after = hasBlankAfter(left.kind);
  const before = right.kind === 'open';
  if (after && isTightAgainst(right.kind)) return RIGID;
  if (after) return blankGap(left.kind, style);
  if (before) return left.kind === 'open' ? RIGID : blankGap('open', style);
  if (clings(left.kind, right.kind)) return RIGID;
  if (isHanLatin(left, right)) return hanLatinGap(style.hanLatinEm);
  return isWestern(left.kind) && isWestern(right.kind) ? RIGID : OPENABLE;
}

function hasBlankAfter(kind: CharacterClass): boolean {
  return kind === 'close' || kind === 'comma' || kind === 'period' || kind === 'query';
}

/** A mark that follows a mark takes over its blank: 。” is 1.5 em, not 2. */
function isTightAgainst(kind: CharacterClass): boolean {
  return hasBlankAfter(kind) || kind === 'queryRun';
}

function blankGap(kind: CharacterClass, style: GapStyle): Gap {
  const natural = style.markBlankEm;
  const blank = (leastEm: number, shrinkStage: ShrinkStage): Gap => {
    const min = Math.min(natural, leastEm);
    return { natural, min, max: natural, shrinkStage, stretchStage: 3 };
  };
  if (kind === 'comma') return blank(style.commaMinEm, 3);
  if (kind !== 'period' && kind !== 'query') return blank(0, 2);
  return style.periodMayShrink ? blank(0, 5) : blank(natural, 0);
}

/** Gaps that stay shut when a line is spread: between a mark and the character it clings to. */
function clings(left: CharacterClass, right: CharacterClass): boolean {
  return isInsideQuotation(left, right) || CLINGS_ON.has(left) || CLINGS_BACK.has(right);
}

/** Between a Chinese mark and the text it opens or closes. */
function isInsideQuotation(left: CharacterClass, right: CharacterClass): boolean {
  return left === 'open' || isTightAgainst(right);
}

const JOINTS: readonly CharacterClass[] = ['connector', 'slash', 'middleDot', 'hyphen'];
/** Classes that hold on to what follows them, and to what stands before them. */
const CLINGS_ON: ReadonlySet<CharacterClass> = new Set([...JOINTS, 'asciiOpen', 'prefix']);
const CLINGS_BACK: ReadonlySet<CharacterClass> = new Set<CharacterClass>([
  ...JOINTS,
  'asciiClose',
  'asciiStop',
  'suffix',
]);

/** Classes that take the Han–Latin space; % # @ count as letters (UTR #59), + $ ℃ do not. */
function isHanLatin(left: GapNeighbour, right: GapNeighbour): boolean {
  return (isWordEdge(right) && isIdeograph(left)) || (isWordEdge(left) && isIdeograph(right));
}

const IDEOGRAPH =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}〇]/u;

function isIdeograph(side: GapNeighbour): boolean {
  if (side.kind !== 'han') return false;
  const code = side.text.charCodeAt(0);
  return (code >= 0x4e00 && code <= 0x9fff) || IDEOGRAPH.test(side.text);
}

function isWordEdge(side: GapNeighbour): boolean {
  if (side.kind === 'letter' || side.kind === 'digit') return true;
  return side.text === '%' || side.text === '#' || side.text === '@';
}

function hanLatinGap(natural: number): Gap {
  return {
    natural,
    min: Math.min(natural, HAN_LATIN_MIN),
    max: Math.min(HAN_LATIN_MAX, natural + HAN_LATIN_OPENING),
    shrinkStage: 4,
    stretchStage: 2,
  };
}

/**
 * Typed blanks: between Han and Latin they are the Han–Latin space itself; a full-width blank keeps
 * its square; elsewhere a blank is a word space. They never add up with the blank of a mark, and
 * one typed by mistake on the inner side of a mark takes no room.
 */
function widenForSpace(gap: Gap, left: GapNeighbour, right: GapNeighbour, blanks: string): Gap {
  if (isInsideQuotation(left.kind, right.kind) || ZERO_WIDTH.test(blanks)) return gap;
  const squares = [...blanks].filter((c) => c === '\u3000').length;
  if (squares > 0) {
    return { natural: squares, min: squares, max: squares, shrinkStage: 0, stretchStage: 3 };
  }
  if (isHanLatin(left, right) || gap.natural >= WORD_SPACE.natural) return gap;
  return { ...WORD_SPACE, shrinkStage: 1, stretchStage: 1 };
}

const ZERO_WIDTH = /^\u200b+$/;

function track(gap: Gap, trackingEm: number): Gap {
  return {
    ...gap,
    natural: gap.natural + trackingEm,
    min: gap.min + trackingEm,
    max: gap.max + trackingEm,
  };
}
