import { expect, test } from 'vitest';
import type { SignOff } from '#engine/model/issue-answers.ts';
import { parseIssue } from '#engine/model/issue-schema.ts';
import { expectRefusal, obeyFourLaws } from '#tests/unit/model/four-laws.ts';
import { testIssue } from '#tests/unit/model/marked-story.ts';

function signOffOf(page: string): SignOff {
  const at = '2021-06-17T22:30:00+08:00';
  return { page, role: 'editor', by: '王墨', at, look: '0a'.repeat(32), version: undefined };
}

test('a page is signed, and the signature can be taken back', () => {
  const page = { id: 'a06', number: 'A06', name: '', template: 'park-tabloid', blocks: [] };
  const issue = { ...testIssue({}), pages: [page] };
  const signOff = signOffOf('a06');
  const signed = obeyFourLaws(issue, { kind: 'signedPage', id: 'one', signOff });
  expect(signed.signOffs).toEqual({ one: signOff });
  expectRefusal(signed, { kind: 'signedPage', id: 'one', signOff }, 'id is taken');
  expect(obeyFourLaws(signed, { kind: 'unsignedPage', id: 'one' })).toEqual(issue);
  expectRefusal(issue, { kind: 'unsignedPage', id: 'one' }, 'no such signature');
});

test('nobody signs a page that the issue has not', () => {
  const signOff = signOffOf('none');
  expectRefusal(testIssue({}), { kind: 'signedPage', id: 'one', signOff }, 'no such page');
});

test('an issue of an earlier release has no signatures', () => {
  const { signOffs, ...before } = testIssue({});
  expect(signOffs).toEqual({});
  expect(parseIssue(JSON.parse(JSON.stringify(before)))).toMatchObject({
    ok: true,
    value: { signOffs: {} },
  });
});
