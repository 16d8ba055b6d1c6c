import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { wholeText } from './fields.ts';
import { findInIssue, type Hit, replacedHits, textsOfBlock } from './find-text.ts';
import { deviceOf, textSessionOf } from './text-session.ts';
import { offsetInText, positionInText } from './text-spans.ts';
import { textWords } from './text-words.ts';
import { wordBoundaries } from './word-boundaries.ts';

/** Every place where the words of the find panel stand now. */
function hitsNow(desk: OpenDesk): readonly Hit[] {
  const { query } = textSessionOf(desk.openIssue).finding.read();
  return findInIssue(desk.openIssue.issue(), query, wordBoundaries);
}

/** Goes on to the next place, or back to the one before; after the last comes the first. */
export function stepToHit(desk: OpenDesk, step: 1 | -1): void {
  const hits = hitsNow(desk);
  if (hits.length === 0) return;
  const { chosen } = textSessionOf(desk.openIssue).finding.read();
  const from = chosen < 0 ? hitAtCaret(desk, hits, step) : chosen + step;
  showHit(desk, hits, (from + hits.length) % hits.length);
}

/** The first place behind the caret, in the text that has it; otherwise the first of all. */
function hitAtCaret(desk: OpenDesk, hits: readonly Hit[], step: 1 | -1): number {
  const head = deviceOf(desk.openIssue)?.selection()?.anchor;
  if (head === undefined) return step === 1 ? 0 : hits.length - 1;
  const offset = offsetInText(desk.openIssue.issue(), head);
  const text = wholeText(head.text);
  const behind = hits.findIndex(({ span }) => span.text === text && span.start >= offset);
  return Math.max(0, behind);
}

/** Shows a place on its page and marks it; the keyboard stays in the panel. */
export function showHit(desk: OpenDesk, hits: readonly Hit[], number: number): void {
  const hit = hits[number];
  if (hit === undefined) return;
  textSessionOf(desk.openIssue).finding.change({ chosen: number });
  const page = pageOfText(desk, hit.span.text);
  if (page === undefined) return;
  if (page !== desk.state.read().page) {
    desk.composing.show(page);
    desk.state.change({ page, selection: { kind: 'nothing' } });
  }
  const issue = desk.openIssue.issue();
  const { text, start, end } = hit.span;
  deviceOf(desk.openIssue)?.mark(
    positionInText(issue, text, { offset: start, edge: 'leading' }),
    positionInText(issue, text, { offset: end, edge: 'trailing' }),
  );
}

/** The page on which a text stands, the one that shows before others; undefined for none. */
export function pageOfText(desk: OpenDesk, text: string): string | undefined {
  const issue = desk.openIssue.issue();
  const shown = desk.state.read().page;
  const pages = issue.pages.toSorted((a, b) => Number(b.id === shown) - Number(a.id === shown));
  return pages.find(({ blocks }) =>
    blocks.some((block) => textsOfBlock(issue, block).includes(text)),
  )?.id;
}

/** Puts the new words in the chosen place and goes on to the next; chooses one when none is. */
export function replaceChosen(desk: OpenDesk): void {
  const { openIssue } = desk;
  const { finding } = textSessionOf(openIssue);
  const { chosen, query, replacement } = finding.read();
  const hits = hitsNow(desk);
  const hit = hits[chosen];
  if (hit === undefined) {
    stepToHit(desk, 1);
    return;
  }
  const edit = replacedHits(openIssue.issue(), [hit], { query, replacement });
  if (!openIssue.edit(textWords(desk).steps.replace, edit).ok) return;
  const after = hitsNow(desk);
  if (after.length === 0) finding.change({ chosen: -1 });
  // Words that hold what is looked for are found again: they are passed over.
  else showHit(desk, after, (chosen + (after.length < hits.length ? 0 : 1)) % after.length);
}

/** Puts the new words in every place, as one step; answers how many there were. */
export function replaceAllHits(desk: OpenDesk): number {
  const { openIssue } = desk;
  const { finding } = textSessionOf(openIssue);
  const { query, replacement } = finding.read();
  const hits = hitsNow(desk);
  if (hits.length === 0) return 0;
  const edit = replacedHits(openIssue.issue(), hits, { query, replacement });
  const name = textWords(desk).steps.replaceAll(hits.length);
  if (!openIssue.edit(name, edit).ok) return 0;
  finding.change({ chosen: -1 });
  return hits.length;
}
