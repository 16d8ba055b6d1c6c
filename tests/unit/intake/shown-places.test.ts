import { describe, expect, it } from 'vitest';
import { allDrafts } from '#build/bench/intake/corpus/all-drafts.ts';
import {
  applyRepairs,
  type CleanArticle,
  type CleanCopy,
  refusedAtFirst,
} from '#engine/intake/apply-repairs.ts';
import { readDraft, readPastedDraft } from '#engine/intake/read-draft.ts';
import { type ShownPlace, shownPlaces } from '#engine/intake/shown-places.ts';

const ISSUE_DATE = '2021-06-18';

/** The words at a place of a clean copy; undefined for cells, whose words are fields. */
function wordsAt(copy: CleanCopy, place: ShownPlace): string | undefined {
  const text = partText(copy, place);
  return text?.slice(place.offset, place.offset + place.length);
}

function partText(copy: CleanCopy, { piece, member, part, paragraph }: ShownPlace) {
  const found = copy[piece];
  if (found?.kind === 'article') return articleText(found, part, paragraph);
  if (found?.kind === 'group') {
    if (part === 'standingHead') return found.standingHead;
    const article = found.members[member ?? -1];
    return article && articleText(article, part, paragraph);
  }
  if (found?.kind === 'picture') return part === 'caption' ? found.caption : found.credit;
  return found?.kind === 'note' ? found.text : undefined;
}

function articleText(article: CleanArticle, part: ShownPlace['part'], paragraph: number) {
  if (part === 'kicker') return article.kicker;
  if (part === 'headline') return article.headline;
  if (part === 'deck') return article.deck;
  return article.paragraphs[paragraph]?.runs.map(({ text }) => text).join('');
}

describe('a repair is shown in its place', () => {
  it('when it is done', () => {
    for (const { matter } of allDrafts()) {
      const draft = readDraft(matter, ISSUE_DATE);
      const refused = refusedAtFirst(draft);
      const [copy, placeOf] = [applyRepairs(draft), shownPlaces(draft, refused)];
      for (const repair of draft.repairs.filter(({ id }) => !refused.has(id))) {
        const place = placeOf(repair);
        expect(place).toBeDefined();
        const words = place && place.part !== 'cell' ? wordsAt(copy, place) : repair.after;
        expect(words?.trim()).toBe(repair.after.trim());
      }
    }
  });

  it('when all of its kind are refused', () => {
    for (const { matter } of allDrafts()) {
      const draft = readDraft(matter, ISSUE_DATE);
      const marks = draft.repairs.filter(({ kind }) => kind === 'marks' || kind === 'quotes');
      const refused = new Set([...refusedAtFirst(draft), ...marks.map(({ id }) => id)]);
      const [copy, placeOf] = [applyRepairs(draft, refused), shownPlaces(draft, refused)];
      for (const repair of marks) {
        const place = placeOf(repair);
        if (place && place.part !== 'cell') expect(wordsAt(copy, place)).toBe(repair.before);
      }
    }
  });
});

it('shows a date in the paragraph that says it', () => {
  const text = '园区办实事\n\n园区忙(一期).\n\n会议于6月15日召开,企业很满意。';
  const draft = readPastedDraft(text, ISSUE_DATE);
  const [date] = draft.dates;
  const place = date && shownPlaces(draft, new Set())(date);
  expect(place).toMatchObject({ part: 'story', paragraph: 1, offset: 3, length: 5 });
});

it('counts the paragraphs that a refused joining gives back', () => {
  const torn = `${'园区为企业办了许多实事，'.repeat(3)}看到公交车驶入村里，`;
  const draft = readPastedDraft(`园区办实事\n\n${torn}\n\n6月15日通车了。`, ISSUE_DATE);
  const joins = new Set(draft.repairs.map(({ id }) => id));
  const [date] = draft.dates;
  expect(date && shownPlaces(draft, joins)(date)).toMatchObject({ paragraph: 1, offset: 0 });
  expect(date && shownPlaces(draft, new Set())(date)).toMatchObject({ paragraph: 0 });
});
