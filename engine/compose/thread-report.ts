import type { Finding } from '#engine/units/finding.ts';
import type { BlockFit } from './composed.ts';
import type { Leftover } from './flow.ts';
import type { StoryParagraph } from './story-paragraph.ts';
import type { FilledThread } from './thread.ts';

/** How full each block of a thread is; what is left over counts on the last one. */
export function threadFits(thread: FilledThread): readonly BlockFit[] {
  const { blocks, result } = thread;
  return blocks.map((_, index) => {
    const own = result.placed.filter((placed) => placed.frame === index);
    const isLast = index === blocks.length - 1;
    return {
      setLines: own.reduce((sum, placed) => sum + placed.lineTo - placed.lineFrom, 0),
      oversetLines: isLast ? result.oversetLines : 0,
      oversetCharacters: isLast ? oversetCharacters(thread) : 0,
      freeLines: (result.freeLines[index] ?? []).reduce((sum, lines) => sum + lines, 0),
      loosestEm: Math.max(0, ...own.flatMap((placed) => widenings(thread, placed))),
    };
  });
}

/** Findings of each block: overset and underset, lines that had to be forced, missing glyphs. */
export function threadFindings(thread: FilledThread): readonly (readonly Finding[])[] {
  const fits = threadFits(thread);
  return thread.blocks.map(({ block, page, frame }, index) => {
    const where = { page: page.id, block: block.id };
    const isLast = index === thread.blocks.length - 1;
    const findings: Finding[] = [];
    const fit = fits[index];
    if (isLast && fit !== undefined) findings.push(...fitFindings(fit, frame.columns.length));
    if (index === 0) findings.push(...textFindings(thread));
    const own = thread.result.findings.filter(() => isLast);
    return [...findings, ...own].map((finding) => ({
      ...finding,
      where: { ...finding.where, ...where },
    }));
  });
}

function fitFindings(fit: BlockFit, columns: number): readonly Finding[] {
  const { oversetLines, oversetCharacters, freeLines } = fit;
  if (oversetLines > 0) {
    const values = { lines: oversetLines, characters: oversetCharacters };
    return [{ code: 'story-overset', severity: 'blocks press', where: {}, values }];
  }
  // Level columns leave fewer free lines than there are columns; more is a hole.
  if (freeLines < Math.max(columns, 2)) return [];
  return [{ code: 'story-underset', severity: 'warns', where: {}, values: { lines: freeLines } }];
}

function textFindings(thread: FilledThread): readonly Finding[] {
  return thread.pieces.flatMap(({ paragraph }, index) => {
    if (paragraph === undefined) return [];
    const setting = thread.result.settings[index];
    const set = setting && paragraph.breakTo(setting.measures, setting.looseness);
    const forced = (set?.forced ?? []).map((start): Finding => {
      const where = { text: paragraph.source, start };
      return { code: 'line-break-forced', severity: 'warns', where, values: {} };
    });
    return [...substitutions(paragraph), ...forced];
  });
}

/** Characters that the face lacks (生僻字): taken from another face, or nowhere to be had. */
function substitutions(paragraph: StoryParagraph): readonly Finding[] {
  return paragraph.text.prepared.substitutions.map(({ start, text, wanted, taken }) => {
    const where = { text: paragraph.source, start, end: start + text.length };
    return taken === undefined
      ? { code: 'glyph-missing', severity: 'blocks press', where, values: { text, wanted } }
      : { code: 'glyph-from-fallback', severity: 'warns', where, values: { text, wanted, taken } };
  });
}

function oversetCharacters(thread: FilledThread): number {
  return thread.result.leftovers.reduce((sum, part) => sum + charactersIn(thread, part), 0);
}

function charactersIn(thread: FilledThread, part: Leftover): number {
  const broken = thread.result.settings[part.piece]?.broken;
  const lines = broken?.lines.slice(part.lineFrom, part.lineTo) ?? [];
  return lines.reduce((sum, line) => sum + line.end - line.start, 0);
}

function widenings(
  thread: FilledThread,
  placed: FilledThread['result']['placed'][number],
): readonly number[] {
  const paragraph = thread.pieces[placed.piece]?.paragraph;
  const setting = thread.result.settings[placed.piece];
  if (paragraph === undefined || setting === undefined) return [];
  const set = paragraph.breakTo(setting.measures, setting.looseness);
  return (set?.lines ?? []).slice(placed.lineFrom, placed.lineTo).map((line) => line.widening);
}
