import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Host, mostBytes } from '#host/contract.ts';
import type { LoopbackDesk } from '#host/loopback/serve-desk.ts';
import { serveDesk } from '#host/loopback/serve-desk.ts';
import { type BytesRequest, writeEnvelope } from '#renderer/door/envelope.ts';
import { answered, plantedHost } from '#tests/unit/electron/planted-host.ts';

const update: { session?: string; bytes?: Uint8Array } = {};

const host: Host = plantedHost({
  closeIssue: async () => answered({ at: '2021-06-18T14:00:00Z' }),
  listFolder: async ({ path }: { path: string }) => ({
    ok: false,
    failure: { code: 'missing folder', values: { path } },
  }),
  paintFont: async () => answered(Uint8Array.of(1, 2, 255)),
  pictureFile: async () => Promise.reject(new Error('disk on fire')),
  writeUpdate: async (request: typeof update) => {
    Object.assign(update, request);
    return answered({ at: '2021-06-18T14:00:00Z' });
  },
});

let folder = '';
let desk: LoopbackDesk;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-screen-'));
  mkdirSync(join(folder, 'screen/assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.html'), 'secret');
  writeFileSync(join(folder, 'screen/index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'screen/.hidden.html'), 'secret');
  writeFileSync(join(folder, 'screen/assets/desk.js'), '1');
  desk = await serveDesk({ host, screenFolder: join(folder, 'screen') });
});

afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the screen is served with a policy that lets in nothing foreign', async () => {
  const page = await fetch(desk.address);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect((await fetch(new URL('/assets/desk.js', desk.address))).status).toBe(200);
});

test('files outside the screen are not served', async () => {
  for (const path of [
    '/../secret.html',
    '/%2e%2e/secret.html',
    '/.hidden.html',
    '/assets',
    '/x.js',
  ]) {
    expect([path, await statusOf({ path })]).toEqual([path, 404]);
  }
});

test('a call with the token is answered', async () => {
  const answer = await call('closeIssue', '{"session":"s"}');
  expect(await answer.json()).toEqual({ ok: true, value: { at: '2021-06-18T14:00:00Z' } });
});

test('a failure comes back as a value', async () => {
  const answer = await call('listFolder', '{"path":"/nowhere"}');
  expect(await answer.json()).toEqual({
    ok: false,
    failure: { code: 'missing folder', values: { path: '/nowhere' } },
  });
});

test('bytes arrive beside the values they came with', async () => {
  const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => at % 251);
  const answer = await call(
    'writeUpdate',
    writeEnvelope({ session: '会话', bytes } as BytesRequest),
  );
  expect(await answer.json()).toMatchObject({ ok: true });
  expect(update.session).toBe('会话');
  expect(new Uint8Array(update.bytes ?? [])).toEqual(bytes);
});

test('an envelope that is torn or no envelope is refused', async () => {
  const whole = writeEnvelope({ bytes: Uint8Array.of(1) });
  const bodies = [whole.subarray(0, 3), whole.subarray(0, 5), Uint8Array.of(255, 255, 255, 255, 1)];
  for (const body of [...bodies, '{"session":"s","bytes":[]}']) {
    const answer = await call('writeUpdate', body);
    expect(await answer.json()).toMatchObject({ ok: false, failure: { code: 'bad-request' } });
  }
});

test('a photograph of 64 MB comes through, an update of 18 MB does not', async () => {
  const limit = mostBytes('importPicture');
  const photograph = writeEnvelope({ bytes: new Uint8Array(limit) });
  expect((await call('importPicture', photograph)).status).toBe(200);
  const update18 = writeEnvelope({ bytes: new Uint8Array(18 * 1024 * 1024) });
  expect((await call('writeUpdate', update18)).status).toBe(413);
});

test('bytes come back as bytes', async () => {
  const answer = await call('paintFont', '{"face":"song-400"}');
  expect(answer.headers.get('content-type')).toBe('application/octet-stream');
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(Uint8Array.of(1, 2, 255));
});

test('a bug behind the door is printed here and not told there', async () => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
  const answer = await call('pictureFile', '{"asset":"x"}');
  expect(answer.status).toBe(500);
  expect(await answer.text()).toBe('broken');
  expect(String(printed.mock.calls[0]?.[0])).toContain('disk on fire');
  printed.mockRestore();
});

test('calls without token, of other pages and under other names are refused', async () => {
  const path = '/call/closeIssue';
  const authorization = `Bearer ${tokenOf(desk)}`;
  expect(await statusOf({ method: 'POST', path, headers: { authorization } })).toBe(200);
  expect(await statusOf({ method: 'POST', path })).toBe(401);
  const foreign = { authorization, origin: 'https://evil.example' };
  expect(await statusOf({ method: 'POST', path, headers: foreign })).toBe(403);
  const renamed = { authorization, host: 'evil.example' };
  expect(await statusOf({ method: 'POST', path, headers: renamed })).toBe(403);
});

test('unknown calls, broken JSON and endless bodies are refused', async () => {
  expect((await call('constructor', '{}')).status).toBe(404);
  expect(await (await call('closeIssue', '{')).json()).toMatchObject({ ok: false });
  expect((await call('closeIssue', `"${'x'.repeat(1_100_000)}"`)).status).toBe(413);
});

function tokenOf(running: LoopbackDesk): string {
  return new URL(running.address).hash.slice(1);
}

function call(name: string, body: string | Uint8Array<ArrayBuffer>): Promise<Response> {
  const headers = { authorization: `Bearer ${tokenOf(desk)}` };
  return fetch(new URL(`/call/${name}`, desk.address), { method: 'POST', headers, body });
}

interface RawRequest {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
}

/** Status of a request with a path and headers that `fetch` would not send. */
function statusOf({ path, method = 'GET', headers = {} }: RawRequest): Promise<number> {
  const { hostname, port } = new URL(desk.address);
  return new Promise((answered, failed) => {
    const sent = request({ hostname, port, path, method, headers }, (answer) => {
      answer.resume();
      answered(answer.statusCode ?? 0);
    });
    sent.on('error', failed);
    sent.end(method === 'POST' ? '{}' : undefined);
  });
}
