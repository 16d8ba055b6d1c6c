import { expect, test } from 'vitest';
import type { Dismissal } from '#engine/model/issue-answers.ts';
import { parseIssue } from '#engine/model/issue-schema.ts';
import { expectRefusal, obeyFourLaws } from '#tests/unit/model/four-laws.ts';
import { testIssue } from '#tests/unit/model/marked-story.ts';

const dismissal: Dismissal = {
  rule: 'list-count',
  words: '四为一帮',
  before: '我来帮”的“',
  after: '”办实事实践',
  reason: '原文如此',
  by: '夜班校对',
  at: '2021-06-17T15:00:00.000Z',
};

test('a finding is let stand once, and can be restored', () => {
  const issue = testIssue({});
  const edited = obeyFourLaws(issue, { kind: 'dismissedMark', id: 'one', dismissal });
  expect(edited.dismissals).toEqual({ one: dismissal });
  expectRefusal(edited, { kind: 'dismissedMark', id: 'one', dismissal }, 'id is taken');
  expect(obeyFourLaws(edited, { kind: 'restoredMark', id: 'one' })).toEqual(issue);
  expectRefusal(issue, { kind: 'restoredMark', id: 'one' }, 'no such dismissal');
});

test('an issue of an earlier release has none', () => {
  const { dismissals, ...before } = testIssue({});
  expect(dismissals).toEqual({});
  expect(parseIssue(JSON.parse(JSON.stringify(before)))).toMatchObject({
    ok: true,
    value: { dismissals: {} },
  });
});
