import { expect, test } from 'vitest';
import { carriesToken, freshToken } from '#host/loopback/token.ts';

test('every run has its own token of 256 bits', () => {
  const token = freshToken();
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect(freshToken()).not.toBe(token);
});

test('only the whole token opens the door', () => {
  expect(carriesToken('Bearer abc', 'abc')).toBe(true);
  for (const wrong of [
    undefined,
    '',
    'abc',
    'Bearer ab',
    'Bearer abd',
    'Bearer abcd',
    'bearer abc',
  ]) {
    expect(carriesToken(wrong, 'abc')).toBe(false);
  }
});
