import { expect, test } from 'vitest';
import { screenFailure } from '#host/desk/screen-failure.ts';

test('names the first slips of a file and counts the others', () => {
  const problems = Array.from({ length: 30 }, (_, at) => ({
    path: `pages[0].blocks[${at}].area`,
    code: 'invalid_type',
    detail: 'object',
  }));
  const { values } = screenFailure({ code: 'malformed', path: 'issue.json', problems });
  const named = [0, 1, 2, 3, 4, 5].map((at) => `pages[0].blocks[${at}].area invalid_type object`);
  expect(values.problems).toBe(`${named.join('，')}，… +24`);
});
