import { expect, test } from 'vitest';
import { inkTableBytes } from '#engine/press/ink-table.ts';
import type { Answer, Host } from '#host/contract.ts';
import { pressTables } from '#renderer/page-view/press-tables.ts';

const PROOF = new Uint8Array(17 ** 4 * 3).fill(7);
const INKS = inkTableBytes({ inks: new Uint8Array(33 ** 3 * 4), blacks: new Uint8Array(256) });

/** A host that counts how often it is asked. */
function hostWith(proof: () => Answer<Uint8Array>) {
  const asked: string[] = [];
  const answer = (call: string, value: Answer<Uint8Array>) => {
    asked.push(call);
    return Promise.resolve(value);
  };
  const host = {
    proofTable: () => answer('proof', proof()),
    inkTable: () => answer('ink', { ok: true, value: INKS }),
  } as unknown as Host;
  return { host, asked };
}

test('the tables of a profile are fetched once', async () => {
  const { host, asked } = hostWith(() => ({ ok: true, value: PROOF }));
  const [first, second] = [
    await pressTables(host, 'newsprint'),
    await pressTables(host, 'newsprint'),
  ];
  expect(first).toBe(second);
  expect(first.ok && first.value.proof(0)).toBe(0x070707);
  expect(asked).toEqual(['proof', 'ink']);
});

test('a profile that could not be read is asked for again', async () => {
  const failure = { code: 'icc-missing', values: { icc: 'a.icc' } };
  let isThere = false;
  const { host } = hostWith(() => (isThere ? { ok: true, value: PROOF } : { ok: false, failure }));
  expect(await pressTables(host, 'newsprint')).toEqual({ ok: false, failure });
  isThere = true;
  expect((await pressTables(host, 'newsprint')).ok).toBe(true);
});

test('bytes that are no table are told by the name of the profile', async () => {
  const { host } = hostWith(() => ({ ok: true, value: PROOF.subarray(3) }));
  expect(await pressTables(host, 'newsprint')).toEqual({
    ok: false,
    failure: { code: 'press-tables-damaged', values: { profile: 'newsprint' } },
  });
});
