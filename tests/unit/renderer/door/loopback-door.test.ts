import { afterEach, expect, test, vi } from 'vitest';
import { loopbackDoor } from '#renderer/door/loopback-door.ts';

afterEach(() => vi.unstubAllGlobals());

test('a call goes to its own address with the token and the request', async () => {
  const fetch = vi.fn(async () => Response.json({ ok: true, value: { pages: [] } }));
  vi.stubGlobal('fetch', fetch);
  const answer = await loopbackDoor('secret').openIssue({ folder: 'a.issue' });
  expect(answer).toEqual({ ok: true, value: { pages: [] } });
  expect(fetch).toHaveBeenCalledWith('/call/openIssue', {
    method: 'POST',
    headers: { authorization: 'Bearer secret' },
    body: '{"folder":"a.issue"}',
  });
});

test('bytes arrive as bytes', async () => {
  const headers = { 'content-type': 'application/octet-stream' };
  vi.stubGlobal('fetch', async () => new Response(Uint8Array.of(1, 2), { headers }));
  const answer = await loopbackDoor('secret').paintFont({ face: 'song-400' });
  expect(answer).toEqual({ ok: true, value: Uint8Array.of(1, 2) });
});

test('a refused call and a server that is gone are failures, not exceptions', async () => {
  vi.stubGlobal('fetch', async () => new Response('no token', { status: 401 }));
  const door = loopbackDoor('wrong');
  expect(await door.composePage({ page: 0 })).toEqual({
    ok: false,
    failure: { code: 'door-closed', values: { call: 'composePage', status: 401 } },
  });
  vi.stubGlobal('fetch', async () => new Response('broken', { status: 500 }));
  expect(await door.composePage({ page: 0 })).toMatchObject({ failure: { code: 'our-bug' } });
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('gone')));
  expect(await door.composePage({ page: 0 })).toMatchObject({ failure: { values: { status: 0 } } });
});
