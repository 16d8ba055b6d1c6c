import { afterEach, expect, test, vi } from 'vitest';
import { loopbackDoor } from '#renderer/door/loopback-door.ts';

afterEach(() => vi.unstubAllGlobals());

test('a call goes to its own address with the token and the request', async () => {
  const fetch = vi.fn(async () => Response.json({ ok: true, value: { entries: [] } }));
  vi.stubGlobal('fetch', fetch);
  const answer = await loopbackDoor('secret').listFolder({ path: '/issues' });
  expect(answer).toEqual({ ok: true, value: { entries: [] } });
  expect(fetch).toHaveBeenCalledWith('/call/listFolder', {
    method: 'POST',
    headers: { authorization: 'Bearer secret', 'content-type': 'application/json' },
    body: '{"path":"/issues"}',
  });
});

test('bytes go out behind the length of the values and the values', async () => {
  const fetch = vi.fn(async (_: string, __: RequestInit) => Response.json({ ok: true, value: {} }));
  vi.stubGlobal('fetch', fetch);
  await loopbackDoor('secret').writeUpdate({ session: '一', bytes: Uint8Array.of(7, 8) });
  const [path, init] = fetch.mock.calls[0] ?? [];
  expect(path).toBe('/call/writeUpdate');
  expect(init?.headers).toMatchObject({ 'content-type': 'application/octet-stream' });
  const values = new TextEncoder().encode('{"session":"一"}');
  expect(init?.body).toEqual(Uint8Array.of(0, 0, 0, values.length, ...values, 7, 8));
});

test('more bytes than the host takes are not sent at all', async () => {
  const fetch = vi.fn();
  vi.stubGlobal('fetch', fetch);
  const bytes = new Uint8Array(16 * 1024 * 1024 + 1);
  expect(await loopbackDoor('secret').writeUpdate({ session: 's', bytes })).toEqual({
    ok: false,
    failure: { code: 'too-large', values: { call: 'writeUpdate', megabytes: 16 } },
  });
  expect(fetch).not.toHaveBeenCalled();
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
  expect(await door.lexicon({})).toEqual({
    ok: false,
    failure: { code: 'door-closed', values: { call: 'lexicon', status: 401 } },
  });
  vi.stubGlobal('fetch', async () => new Response('broken', { status: 500 }));
  expect(await door.lexicon({})).toMatchObject({ failure: { code: 'our-bug' } });
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('gone')));
  expect(await door.lexicon({})).toMatchObject({ failure: { values: { status: 0 } } });
});
