import { expect, it } from 'vitest';
import { derivedId } from '#host/press/derived-id.ts';

it('gives equal pages equal ids, and others others', () => {
  expect(derivedId(['a', 1])).toBe(derivedId(['a', 1]));
  expect(derivedId(['a', 1])).toMatch(/^[0-9a-f]{32}$/u);
  expect(derivedId(['a1'])).not.toBe(derivedId(['a', 1]));
});
