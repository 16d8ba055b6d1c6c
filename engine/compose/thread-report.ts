import type { Finding } from '#engine/units/finding.ts';
import type { BlockFit } from './composed.ts';
import type { Leftover } from './flow.ts';
import { glyphFindings, placedFindings } from './glyph-findings.ts';
import type { StoryParagraph } from './story-paragraph.ts';
import type { FilledThread } from './thread.ts';

/** How full each block of a thread is; what is left over counts on the last one. */
export function threadFits(thread: FilledThread): readonly BlockFit[] {
  const { blocks, result } = thread;
  return blocks.map((_, index) => {
    const own = result.placed.filter((placed) => placed.frame === index);
    const isLast = index === blocks.length - 1;
    const free = freeWidths(thread, index);
    return {
      setLines: own.reduce((sum, placed) => sum + placed.lineTo - placed.lineFrom, 0),
      oversetLines: isLast ? result.oversetLines : 0,
      oversetCharacters: isLast ? oversetCharacters(thread) : 0,
      freeLines: free.length,
      freeCharacters: free.reduce((sum, width) => sum + Math.floor(width + TOLERANCE_EM), 0),
      loosestEm: own.reduce((most, placed) => Math.max(most, loosestOf(thread, placed)), 0),
    };
  });
}

/** A line of 18 characters may be 17.9999 em wide when its block was divided by three. */
const TOLERANCE_EM = 5e-4;

/** Findings of each block: overset and underset, lines that had to be forced, missing glyphs. */
export function threadFindings(
  thread: FilledThread,
  fits: readonly BlockFit[],
): readonly (readonly Finding[])[] {
  const inText = textFindings(thread);
  return thread.blocks.map(({ block, page, frame }, index) => {
    const isLast = index === thread.blocks.length - 1;
    const fit = fits[index];
    const findings = [
      ...(isLast && fit !== undefined ? fitFindings(fit, frame.columns.length) : []),
      ...inText.filter(({ frame: own }) => own === index).map(({ finding }) => finding),
      ...columnEndFindings(thread, index),
    ];
    return placedFindings({ page }, block, findings);
  });
}

function fitFindings(fit: BlockFit, columns: number): readonly Finding[] {
  const { oversetLines, oversetCharacters, freeLines, freeCharacters } = fit;
  if (oversetLines > 0) {
    const values = { lines: oversetLines, characters: oversetCharacters };
    return [{ code: 'story-overset', severity: 'blocks press', where: {}, values }];
  }
  // Level columns leave fewer free lines than there are columns; more is a hole.
  if (freeLines < Math.max(columns, 2)) return [];
  const values = { lines: freeLines, characters: freeCharacters };
  return [{ code: 'story-underset', severity: 'warns', where: {}, values }];
}

/** What the flow found at the column ends of a block; numbers of pieces become names of texts. */
function columnEndFindings(thread: FilledThread, index: number): readonly Finding[] {
  return thread.result.findings
    .filter(({ values }) => values.frame === index)
    .map((finding) => {
      const { frame: _, piece, ...values } = finding.values;
      const text = typeof piece === 'number' ? sourceOf(thread, piece) : undefined;
      return { ...finding, where: text === undefined ? {} : { text }, values };
    });
}

function sourceOf({ blocks, pieces }: FilledThread, index: number): string | undefined {
  const piece = pieces[index];
  if (piece?.paragraph !== undefined) return piece.paragraph.source;
  const block = blocks[0]?.block;
  if (block?.kind !== 'group' || piece?.member === undefined) return undefined;
  const article = block.members[piece.member]?.article;
  return article === undefined ? undefined : `article:${article}/headline`;
}

interface FindingInFrame {
  readonly frame: number;
  readonly finding: Finding;
}

function textFindings(thread: FilledThread): readonly FindingInFrame[] {
  return thread.pieces.flatMap(({ paragraph }, piece) => {
    if (paragraph === undefined) return [];
    const found = [
      ...glyphFindings(paragraph.text),
      ...forcedBreaks(thread, paragraph, piece),
      ...blankLine(thread, paragraph),
    ];
    return found.map((finding) => {
      return { finding, frame: frameOf(thread, piece, finding.where.start ?? 0) };
    });
  });
}

/** An empty paragraph between others prints as a blank line. */
function blankLine(thread: FilledThread, { source, text }: StoryParagraph): readonly Finding[] {
  if (text.text !== '') return [];
  const story = storyOf(source);
  const own = thread.pieces.filter(
    ({ paragraph }) => paragraph && storyOf(paragraph.source) === story,
  );
  if (own.length < 2) return [];
  return [
    { code: 'paragraph-empty', severity: 'warns', where: { text: source, start: 0 }, values: {} },
  ];
}

function storyOf(source: string): string {
  return source.slice(0, source.lastIndexOf(':'));
}

/** Where a token is longer than the line. */
function forcedBreaks(
  thread: FilledThread,
  paragraph: StoryParagraph,
  piece: number,
): readonly Finding[] {
  const setting = thread.result.settings[piece];
  const set = setting && paragraph.breakTo(setting.measures, setting.looseness);
  return (set?.forced ?? []).map((start) => {
    const where = { text: paragraph.source, start };
    return { code: 'line-break-forced', severity: 'warns', where, values: {} };
  });
}

/** The frame that holds a place of a paragraph; what is overset counts on the last one. */
function frameOf({ blocks, result }: FilledThread, piece: number, offset: number): number {
  const lines = result.settings[piece]?.broken.lines ?? [];
  const line = lines.findIndex(({ end }) => offset < end);
  const holds = result.placed.find((placed) => {
    return placed.piece === piece && placed.lineFrom <= line && line < placed.lineTo;
  });
  return holds?.frame ?? blocks.length - 1;
}

function oversetCharacters(thread: FilledThread): number {
  return thread.result.leftovers.reduce((sum, part) => sum + charactersIn(thread, part), 0);
}

/** Characters, not UTF-16 units: 𠮷 counts once. */
function charactersIn(thread: FilledThread, { piece, lineFrom, lineTo }: Leftover): number {
  const text = thread.pieces[piece]?.paragraph?.text.text ?? '';
  const lines = thread.result.settings[piece]?.broken.lines.slice(lineFrom, lineTo) ?? [];
  return lines.reduce((sum, { start, end }) => sum + [...text.slice(start, end)].length, 0);
}

/** Lengths of the body lines of a block that hold nothing, in characters. */
function freeWidths({ blocks, result }: FilledThread, index: number): readonly number[] {
  const columns = blocks[index]?.frame.columns ?? [];
  return columns.flatMap(({ slots }, column) => {
    const taken = new Set<number>();
    for (const placed of result.placed) {
      if (placed.frame !== index || placed.column !== column) continue;
      const count = placed.lineTo - placed.lineFrom;
      for (let line = 0; line < count; line++) taken.add(placed.firstSlot + line);
    }
    return slots.filter((_, slot) => !taken.has(slot)).map((slot) => slot.width);
  });
}

function loosestOf(thread: FilledThread, placed: FilledThread['result']['placed'][number]): number {
  const paragraph = thread.pieces[placed.piece]?.paragraph;
  const setting = thread.result.settings[placed.piece];
  if (paragraph === undefined || setting === undefined) return 0;
  const set = paragraph.breakTo(setting.measures, setting.looseness);
  let most = 0;
  for (let line = placed.lineFrom; line < placed.lineTo; line++) {
    most = Math.max(most, set?.lines[line]?.widening ?? 0);
  }
  return most;
}
