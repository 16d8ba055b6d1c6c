import { expect } from 'vitest';
import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import type { Edit, EditFailure } from '#engine/model/edits/edit.ts';
import { parseEdit } from '#engine/model/edits/edit-schema.ts';
import { mapPosition, type TextPosition } from '#engine/model/edits/map-position.ts';
import type { Issue } from '#engine/model/issue.ts';
import { createIssueDoc } from '#engine/model/issue-doc.ts';
import { readIssue } from '#engine/model/read-issue.ts';
import { markedStory, testIssue } from './marked-story.ts';

/** A position before an edit and where it must be afterwards; undefined when its text is gone. */
export interface MappedPosition {
  readonly before: TextPosition;
  readonly after: TextPosition | undefined;
  readonly side?: 'before' | 'after';
}

/**
 * Passes an edit through the four laws: it gives a result, its inverse gives the old issue back,
 * edit and inverse survive JSON, and positions are mapped. Returns the edited issue.
 */
export function obeyFourLaws(
  issue: Issue,
  edit: Edit,
  positions: readonly MappedPosition[] = [],
): Issue {
  const doc = createIssueDoc(issue, 1);
  const result = applyEdit(doc, edit);
  if (!result.ok) throw new Error(`refused: ${result.failure}`);
  const edited = readIssue(doc);

  const undone = applyEdit(doc, result.inverse);
  expect(readIssue(doc)).toEqual(issue);
  if (!undone.ok) throw new Error(`the inverse was refused: ${undone.failure}`);
  expect(applyEdit(doc, undone.inverse).ok).toBe(true);
  expect(readIssue(doc)).toEqual(edited);

  const fresh = createIssueDoc(issue, 2);
  expect(applyEdit(fresh, throughJson(edit)).ok).toBe(true);
  expect(readIssue(fresh)).toEqual(edited);
  expect(applyEdit(fresh, throughJson(result.inverse)).ok).toBe(true);
  expect(readIssue(fresh)).toEqual(issue);

  for (const { before, after, side } of positions) {
    expect(mapPosition({ edit, inverse: result.inverse }, before, side ?? 'after')).toEqual(after);
  }
  return edited;
}

/**
 * The four laws for an edit of one story, with the story before and after as test text. Marks of
 * the same name in both are positions that must be mapped onto each other.
 */
export function obeyStoryLaws(before: string, edit: (marks: Marks) => Edit, after: string): void {
  const story = markedStory(before);
  const wanted = markedStory(after);
  const positions = Object.entries(wanted.marks).map(
    ([name, offset]): MappedPosition => ({
      before: { text: 'article:lead/story', offset: story.marks[name] ?? Number.NaN },
      after: { text: 'article:lead/story', offset },
    }),
  );
  const edited = obeyFourLaws(testIssue({ lead: before }), edit(story.marks as Marks), positions);
  expect(edited.articles.lead?.story.paragraphs).toEqual(wanted.paragraphs);
}

/** Marked offsets; a test asks only for marks that it has written. */
export type Marks = Readonly<Record<'a' | 'b' | 'c' | 'd', number>>;

/** Expects that the edit is refused for this reason and that nothing has changed. */
export function expectRefusal(issue: Issue, edit: Edit, failure: EditFailure): void {
  const doc = createIssueDoc(issue, 1);
  expect(applyEdit(doc, edit)).toEqual({ ok: false, failure });
  expect(readIssue(doc)).toEqual(issue);
}

function throughJson(edit: Edit): Edit {
  const parsed = parseEdit(JSON.parse(JSON.stringify(edit)));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
  expect(parsed.value).toEqual(edit);
  return parsed.value;
}
