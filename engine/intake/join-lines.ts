import { isTornLeadIn } from './bylines.ts';
import type { MarkedCopy } from './marked-copy.ts';
import type { RepairKind } from './repair.ts';
import { HAN, isSentence, LEAST_BROKEN, SENTENCE_END } from './repair-line.ts';

/** A line on its way to a paragraph. */
export interface WorkedLine {
  readonly copy: MarkedCopy;
  /** Number of blank lines above it. */
  readonly blanksAbove: number;
  readonly isSoft: boolean;
  /** True when blanks stood at its head: the writer began a paragraph by hand. */
  readonly isIndented: boolean;
  /** True for rows, pictures and subjects, which are never part of a paragraph. */
  readonly isApart: boolean;
}

/** Narrower lines are headlines, not lines broken by a mail program. In halves of an em. */
const NARROWEST = 32;
/** Wider lines are paragraphs. Mail programs break at 72 to 80 halves of an em, or at 30 em. */
const WIDEST = 92;
/** A full line may be short by a mark that must not begin the next, and by one Latin word. */
const RAGGED = 5;
const MOST_NARROW = 10;
/** What a writer indents a paragraph by, in halves of an em. */
const INDENT = 4;
/** Lines that begin something of their own. */
const BEGINS = new RegExp(
  [
    '^(?:[•●■◆▪·★☆◎□]',
    '[-*] ',
    String.raw`\d{1,2}(?:[、．)）]|\.(?!\d))`,
    String.raw`[（(][一二三四五六七八九十\d]{1,2}[）)]`,
    '[一二三四五六七八九十]{1,3}、',
    String.raw`图[\d一二三四五六七八九十]`,
    String.raw`\S{2,6}：)`,
  ].join('|'),
  'u',
);

/** Lines that a mail program broke at a fixed width become paragraphs again. */
export function unwrapped<L extends WorkedLine>(lines: readonly L[]): readonly L[] {
  const joined: L[] = [];
  const runs = runsOf(lines);
  const common = commonWidth(runs);
  for (const run of runs) {
    const isNarrow = run.every((line) => widthOf(line) <= (common ?? 0));
    const width = fixedWidth(run) ?? (isNarrow ? common : undefined);
    for (const [index, line] of run.entries()) {
      const above = run[index - 1];
      const before = joined.at(-1);
      const isBroken =
        width !== undefined &&
        above !== undefined &&
        !line.isIndented &&
        !BEGINS.test(line.copy.text) &&
        isFull(above, width);
      if (isBroken && before) joined[joined.length - 1] = glued(before, line, 'brokenLines');
      else joined.push(line);
    }
  }
  return joined;
}

/** Lines with no blank line between them. */
function runsOf<L extends WorkedLine>(lines: readonly L[]): readonly (readonly L[])[] {
  const runs: L[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    const isApart = line.isApart || run?.at(-1)?.isApart === true;
    if (run === undefined || line.blanksAbove > 0 || isApart) runs.push([line]);
    else run.push(line);
  }
  return runs;
}

/**
 * A mail program breaks all paragraphs alike, also those too short to tell the width by: then the
 * lines that others follow tell it together.
 */
function commonWidth(runs: readonly (readonly WorkedLine[])[]): number | undefined {
  const widths = runs.map(fixedWidth).filter((width) => width !== undefined);
  if (widths.length > 0) return Math.max(...widths);
  const paragraphs = runs.filter((run) => SENTENCE_END.test(run.at(-1)?.copy.text ?? ''));
  return fixedWidth(paragraphs.flatMap((run) => run.slice(0, -1)));
}

/** The width at which the lines were broken; undefined when they end where the writer wanted. */
function fixedWidth(run: readonly WorkedLine[]): number | undefined {
  const widths = run.map(widthOf);
  const width = Math.max(0, ...widths);
  if (width < NARROWEST || width > WIDEST) return undefined;
  const full = run.filter((line) => isFull(line, width));
  const open = full.filter(({ copy }) => !SENTENCE_END.test(copy.text));
  return open.length >= 2 && open.length * 2 >= full.length ? width : undefined;
}

/** Some programs count characters, so that a line with figures in it is narrower. */
function isFull(line: WorkedLine, width: number): boolean {
  const { text } = line.copy;
  const narrow = 2 * text.length - widthOfText(text);
  return widthOf(line) + Math.min(narrow, MOST_NARROW) >= width - RAGGED;
}

/** Width in halves of an em. */
function widthOf({ copy, isIndented }: WorkedLine): number {
  return (isIndented ? INDENT : 0) + widthOfText(copy.text);
}

function widthOfText(text: string): number {
  return text.length + [...text.matchAll(new RegExp(`[${HAN}]`, 'gu'))].length;
}

/**
 * A paragraph that ends in the middle of a sentence goes on in the next one, unless that looks like
 * a headline: it is short and has no end either.
 */
export function joinedParagraphs<L extends WorkedLine>(lines: readonly L[]): readonly L[] {
  const joined: L[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    const kind = before && kindOfJoin(before, line);
    if (before && kind) joined[joined.length - 1] = glued(before, line, kind);
    else joined.push(line);
  }
  return joined;
}

/** Why a line goes on with the one before; undefined when it begins a paragraph. */
export function kindOfJoin(before: WorkedLine, line: WorkedLine): RepairKind | undefined {
  const { text } = before.copy;
  if (before.isApart || line.isApart) return undefined;
  if (isTornLeadIn(text)) return BEGINS.test(line.copy.text) ? undefined : 'brokenLines';
  // A number to be dialled is an end as well.
  if (SENTENCE_END.test(text) || /\d{7}$/.test(text)) return undefined;
  if (line.isSoft) return BEGINS.test(line.copy.text) ? undefined : 'softReturns';
  const isBroken = text.length >= LEAST_BROKEN && isSentence(line.copy.text);
  return isBroken && !BEGINS.test(line.copy.text) ? 'joinedParagraphs' : undefined;
}

/** The line with the next one behind it. Latin words get a space; figures were one number. */
export function glued<L extends WorkedLine>(before: L, line: L, kind: RepairKind): L {
  const isLatin = /[a-z]/i.test(before.copy.lastCharacter) && /^[a-z]/i.test(line.copy.text);
  return { ...before, copy: before.copy.joinedTo(line.copy, kind, isLatin ? ' ' : '') };
}
