import { expect, test } from 'vitest';
import { loadDoor } from '#build/bench/intake/door-load.ts';

test('keeps every acknowledged draft, once and whole, when killed under load', async () => {
  const result = await loadDoor({ senders: 20, sendingsEach: 10 });
  expect(result).toMatchObject({ sent: 200, acknowledged: 200, found: 200, lost: 0, doubled: 0 });
  // Otherwise nobody was sending when the program was killed.
  expect(result.repeated).toBeGreaterThan(0);
}, 120_000);
