import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findJsonFault } from '#host/issue-folder/json-fault.ts';

it('names line and column of the first character that is not JSON', () => {
  expect(findJsonFault('{\n  "date": "2021-06-18",\n  "pages": [1, 2,, 3]\n}')).toEqual({
    line: 3,
    column: 18,
  });
  expect(findJsonFault('{ "a": 1')).toEqual({ line: 1, column: 9 });
  expect(findJsonFault('')).toEqual({ line: 1, column: 1 });
  expect(findJsonFault('{ "题": "学史力行\n" }')).toEqual({ line: 1, column: 13 });
  expect(findJsonFault('[1] 2')).toEqual({ line: 1, column: 5 });
  expect(findJsonFault('["\\q"]')).toEqual({ line: 1, column: 3 });
});

it('finds a fault exactly where there is one', () => {
  const damaged = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', '\\', '\n', 'x', '-'))
    .map(([json, at, wrong]) => {
      const place = at % (json.length + 1);
      return json.slice(0, place) + wrong + json.slice(place + 1);
    });
  fc.assert(
    fc.property(damaged, (text) => {
      expect(findJsonFault(text) === undefined).toBe(isJson(text));
    }),
    { numRuns: 500 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
