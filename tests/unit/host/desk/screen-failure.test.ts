import { expect, test } from 'vitest';
import { screenFailure } from '#host/desk/screen-failure.ts';

test('names the first slips of a file and counts the others', () => {
  const problems = Array.from({ length: 30 }, (_, at) => ({
    path: `pages[0].blocks[${at}].area`,
    code: 'invalid_type',
    detail: 'object',
  }));
  const { values } = screenFailure({ code: 'malformed', path: 'issue.json', problems });
  expect(values.problems).toBe(
    'pages[0].blocks[0].area invalid_type object，pages[0].blocks[1].area invalid_type object，' +
      'pages[0].blocks[2].area invalid_type object，pages[0].blocks[3].area invalid_type object，… +26',
  );
});
