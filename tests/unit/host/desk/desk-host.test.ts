import { expect, test } from 'vitest';
import type { Host, HostCall } from '#host/contract.ts';
import { HOST_CALLS, mostBytes } from '#host/contract.ts';
import { succeeded } from '#host/desk/answers.ts';
import { createDeskHost, type DeskCalls } from '#host/desk/desk-host.ts';

const ASSET = `${'0a'.repeat(32)}.jpg`;

/** A host whose calls all go well, and what reached them. */
function planted(): { host: Host; asked: [string, unknown][] } {
  const asked: [string, unknown][] = [];
  const calls = Object.keys(HOST_CALLS).map((call) => [
    call,
    async (request: unknown) => {
      asked.push([call, request]);
      return succeeded({});
    },
  ]);
  return { host: createDeskHost(Object.fromEntries(calls) as DeskCalls), asked };
}

test('what the screen may ask reaches the call, and nothing beside it does', async () => {
  const { host, asked } = planted();
  const request = { folder: '/issues/a.issue', takeOver: true, other: 1 };
  expect(await host.openIssue(request)).toEqual(succeeded({}));
  await host.pictureFile({ session: 's', asset: ASSET });
  expect(asked).toEqual([
    ['openIssue', { folder: '/issues/a.issue', takeOver: true }],
    ['pictureFile', { session: 's', asset: ASSET }],
  ]);
});

test('the screen cannot ask for a path in a name, a number or a folder beside it', async () => {
  const { host, asked } = planted();
  const wrong: readonly [HostCall, object][] = [
    ['pictureFile', { session: 's', asset: '../../etc/passwd' }],
    ['pictureFile', { session: 's', asset: `${ASSET}/..` }],
    ['paintFont', { face: 7 }],
    ['openIssue', {}],
    ['openIssue', { folder: 7 }],
    ['openIssue', { folder: 'beside.issue' }],
    ['openIssue', { folder: '/a.issue\0' }],
    ['openIssue', { folder: '/a.issue', sample: true }],
    ['createIssue', { template: 't', parent: '/p', paper: '', supplement: '', date: '18 June' }],
    [
      'startPress',
      { session: 's', pages: [], profile: 'p', folder: '/p', inSpiteOfFindings: true },
    ],
    [
      'startPress',
      { session: 's', pages: [-1], profile: 'p', folder: '/p', inSpiteOfFindings: true },
    ],
    ['writeUpdate', { session: 's', bytes: [1, 2] }],
    ['writeUpdate', { session: 's' }],
    ['listFolder', { path: 'relative' }],
    ['setMenus', { menus: [{ label: '文件', entries: [{ kind: 'bomb' }] }] }],
  ];
  for (const [call, request] of wrong) {
    const answer = await (host[call] as (request: object) => Promise<unknown>)(request);
    expect([call, request, answer]).toEqual([
      call,
      request,
      { ok: false, failure: { code: 'bad-request', values: { call } } },
    ]);
  }
  expect(asked).toEqual([]);
});

test('a menu of commands, lines and further menus is let through', async () => {
  const { host, asked } = planted();
  const command = {
    kind: 'command',
    command: 'save',
    label: '保存',
    accelerator: 'CmdOrCtrl+S',
    isEnabled: true,
    isChecked: undefined,
  } as const;
  const entries = [command, { kind: 'line' }, { kind: 'menu', label: '更多', entries: [command] }];
  const request = { menus: [{ label: '文件', entries }] } as never;
  expect(await host.setMenus(request)).toEqual(succeeded({}));
  expect(asked).toEqual([['setMenus', request]]);
});

test('more bytes than a photograph or an issue has are refused with the limit', async () => {
  const { host, asked } = planted();
  const bytes = new Uint8Array(mostBytes('writeUpdate') + 1);
  expect(await host.writeUpdate({ session: 's', bytes })).toEqual({
    ok: false,
    failure: { code: 'too-large', values: { call: 'writeUpdate', megabytes: 16 } },
  });
  await host.importPicture({ session: 's', name: 'a.jpg', bytes });
  expect(asked.map(([call]) => call)).toEqual(['importPicture']);
});
