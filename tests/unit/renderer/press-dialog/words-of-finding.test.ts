import { expect, test } from 'vitest';
import type { Finding } from '#engine/units/finding.ts';
import { wordsOfFinding } from '#renderer/press-dialog/words-of-finding.ts';
import { sampleIssue } from '#tests/unit/model/sample-issue.ts';

const ISSUE = sampleIssue();

function at(where: Finding['where']): Finding {
  return { code: 'story-overset', severity: 'warns', where, values: {} };
}

test('a finding in a text is known by the headline of its article', () => {
  expect(wordsOfFinding(ISSUE, at({ text: 'article:lead/story:3' }))).toBe(
    '学史力行，把满意写进群众心里',
  );
});

test('a finding in a partner’s cell is known by the partner', () => {
  expect(wordsOfFinding(ISSUE, at({ text: 'adGrid:partners/cell:7/number' }))).toBe(
    '湖南湘潭岳塘经济开发区',
  );
});

test('a finding on a block is known by what stands in it', () => {
  const [head, first] = [at({ block: 'safety' }), at({ block: 'lead' })];
  expect(wordsOfFinding(ISSUE, head)).toBe('各园区部署安全生产工作');
  expect(wordsOfFinding(ISSUE, first)).toBe('学史力行，把满意写进群众心里');
});

test('a finding on no place in particular has no words', () => {
  expect(wordsOfFinding(ISSUE, at({}))).toBeUndefined();
  expect(wordsOfFinding(ISSUE, at({ text: 'adGrid:gone/cell:1/name' }))).toBeUndefined();
});
