import { expect, test } from 'vitest';
import type { Waiver } from '#engine/model/issue-answers.ts';
import { parseIssue } from '#engine/model/issue-schema.ts';
import { expectRefusal, obeyFourLaws } from '#tests/unit/model/four-laws.ts';
import { testIssue } from '#tests/unit/model/marked-story.ts';

const waiver: Waiver = {
  code: 'picture-ppi-too-low',
  place: 'a06/photo/picture:photo',
  subject: 'photograph.jpg',
  values: { ppi: 110 },
  reason: '老照片，没有更好的',
  by: '值班主任',
  at: '2021-06-17T15:00:00.000Z',
};

test('a finding is waived once, and the waiver can be taken back', () => {
  const issue = testIssue({});
  const edited = obeyFourLaws(issue, { kind: 'waivedFinding', id: 'one', waiver });
  expect(edited.waivers).toEqual({ one: waiver });
  expectRefusal(edited, { kind: 'waivedFinding', id: 'one', waiver }, 'id is taken');
  expect(obeyFourLaws(edited, { kind: 'withdrawnWaiver', id: 'one' })).toEqual(issue);
  expectRefusal(issue, { kind: 'withdrawnWaiver', id: 'one' }, 'no such waiver');
});

test('an issue of an earlier release has none', () => {
  const { waivers, ...before } = testIssue({});
  expect(waivers).toEqual({});
  const parsed = parseIssue(JSON.parse(JSON.stringify(before)));
  expect(parsed).toMatchObject({ ok: true, value: { waivers: {} } });
});

test('a waiver without a name or a reason is no waiver', () => {
  const issue = { ...testIssue({}), waivers: { one: { ...waiver, by: '' } } };
  expect(parseIssue(JSON.parse(JSON.stringify(issue))).ok).toBe(false);
});
