import type { Issue } from '#engine/model/issue.ts';
import { dismissalOf, sortMarks } from '#engine/proofreading/dismissals.ts';
import type { ProofMark, ProofPlace } from '#engine/proofreading/proof-mark.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { isStoryName, wholeText } from '#renderer/story-editor/fields.ts';
import { deviceOf } from '#renderer/story-editor/text-session.ts';
import {
  changedSpans,
  contentOfSpan,
  offsetInText,
  plainParagraph,
  type TextSpan,
  wordsOfText,
} from '#renderer/story-editor/text-spans.ts';
import { wordsIn } from '#renderer/strings/catalogue.ts';
import { proofStrings } from '#renderer/strings/proof-strings.ts';
import { partedMarks } from './partner-marks.ts';
import { isSameMark, proofSessionOf } from './proof-session.ts';

/** The stretch of the whole text that a place of a proof mark means. */
function spanOf(issue: Issue, { text, start, end }: ProofPlace): TextSpan {
  const first = offsetInText(issue, { text, offset: 0, edge: 'leading' });
  const shift = isStoryName(text) ? first : 0;
  return { text: wholeText(text), start: start + shift, end: end + shift };
}

/** True while the words that were marked still stand where they stood. */
export function standsStill(issue: Issue, { where, words }: ProofMark): boolean {
  const { text, start, end } = spanOf(issue, where);
  return wordsOfText(issue, text)?.slice(start, end) === words;
}

/** Marks that proofreading lists of the page, and that nobody has dealt with yet. */
export function openMarks(desk: OpenDesk): readonly ProofMark[] {
  const issue = desk.openIssue.issue();
  const { marks, page } = proofSessionOf(desk.openIssue).read();
  if (page !== desk.state.read().page) return [];
  return partedMarks(sortMarks(marks, issue.dismissals).open).listed;
}

/** Shows a mark on the page: its words are selected; the keyboard stays where it is. */
export function showMark(desk: OpenDesk, mark: ProofMark, place: ProofPlace = mark.where): void {
  proofSessionOf(desk.openIssue).change({ chosen: mark });
  const { text, start, end } = place;
  deviceOf(desk.openIssue)?.mark(
    { text, offset: start, edge: 'leading' },
    { text, offset: end, edge: 'trailing' },
  );
}

/** Goes on to the next mark, or back; after the last comes the first. */
export function stepToMark(desk: OpenDesk, step: 1 | -1): void {
  const marks = openMarks(desk);
  if (marks.length === 0) return;
  const { chosen } = proofSessionOf(desk.openIssue).read();
  const at = marks.findIndex((mark) => isSameMark(mark, chosen));
  const first = step === 1 ? 0 : marks.length - 1;
  const mark = marks[at < 0 ? first : (at + step + marks.length) % marks.length];
  if (mark !== undefined) showMark(desk, mark);
}

/** Puts what should stand there in place of the marked words, as one step to undo. */
export function mendMark(desk: OpenDesk, mark: ProofMark): boolean {
  const { openIssue } = desk;
  const issue = openIssue.issue();
  if (mark.fix === undefined || !standsStill(issue, mark)) return false;
  const span = spanOf(issue, mark.where);
  const role = contentOfSpan(issue, span)[0]?.runs[0]?.role ?? 'plain';
  const { runs, ...paragraph } = plainParagraph(mark.fix);
  const content = [{ ...paragraph, runs: runs.map((run) => ({ ...run, role })) }];
  const name = stepWords(desk).mend(mark.words);
  return openIssue.edit(name, changedSpans(issue, [{ span, content }])).ok;
}

/** Lets a mark stand, with the reason and the name of who says so. */
export function dismissMark(
  desk: OpenDesk,
  mark: ProofMark,
  words: { readonly reason: string; readonly by: string },
): boolean {
  const { id, dismissal } = dismissalOf(mark, { ...words, at: new Date().toISOString() });
  const name = stepWords(desk).dismiss(mark.words);
  return desk.openIssue.edit(name, { kind: 'dismissedMark', id, dismissal }).ok;
}

/** Brings back a mark that was let stand. */
export function restoreMark(desk: OpenDesk, id: string, words: string): boolean {
  return desk.openIssue.edit(stepWords(desk).restore(words), { kind: 'restoredMark', id }).ok;
}

function stepWords(desk: OpenDesk) {
  return wordsIn(proofStrings, desk.settings.read().language).steps;
}
