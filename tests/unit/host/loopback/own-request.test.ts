import { expect, test } from 'vitest';
import { isOwnRequest } from '#host/loopback/own-request.ts';

const own = { host: '127.0.0.1:4000', origin: 'http://127.0.0.1:4000', fetchSite: 'same-origin' };

test('a request of our own page is let in', () => {
  expect(isOwnRequest(own, 4000)).toBe(true);
});

test('a page load, which has no origin, is let in', () => {
  expect(isOwnRequest({ ...own, origin: undefined, fetchSite: 'none' }, 4000)).toBe(true);
  expect(isOwnRequest({ ...own, origin: undefined, fetchSite: undefined }, 4000)).toBe(true);
});

test('a foreign name that resolves to this machine is kept out', () => {
  expect(isOwnRequest({ ...own, host: 'evil.example:4000' }, 4000)).toBe(false);
  expect(isOwnRequest({ ...own, host: 'localhost:4000' }, 4000)).toBe(false);
  expect(isOwnRequest({ ...own, host: undefined }, 4000)).toBe(false);
});

test('a page of another origin or port is kept out', () => {
  expect(isOwnRequest({ ...own, origin: 'https://evil.example' }, 4000)).toBe(false);
  expect(isOwnRequest({ ...own, origin: 'http://127.0.0.1:4001' }, 4000)).toBe(false);
  expect(isOwnRequest({ ...own, origin: 'null' }, 4000)).toBe(false);
  expect(isOwnRequest({ ...own, origin: undefined, fetchSite: 'cross-site' }, 4000)).toBe(false);
});
