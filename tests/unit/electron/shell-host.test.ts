import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DeskState } from '#host/contract.ts';
import * as electron from './fake-electron.ts';
import { answered, plantedHost } from './planted-host.ts';
import { runAs, runAsOurselves } from './platform.ts';

vi.mock('electron', () => import('./fake-electron.ts'));
const { layShell } = await import('#electron/shell-host.ts');

let folder = '';

beforeEach(() => {
  electron.resetElectron();
  folder = mkdtempSync(join(tmpdir(), 'banxin-shell-'));
});

afterEach(() => {
  runAsOurselves();
  rmSync(folder, { recursive: true, force: true });
});

const written = () => answered({ at: '2021-06-18T20:00:00.000Z' });

function issueHost(heldBy?: object) {
  const recent = [{ folder, supplement: '园区周刊', date: '2021-06-18', isThere: true }];
  return plantedHost({
    openIssue: () => answered({ session: 's', folder, heldBy, findings: [] }),
    closeIssue: written,
    readDesk: () => answered({ recent, hasDialogs: false } as unknown as DeskState),
  });
}

test('an issue that was opened can be opened from the file manager', async () => {
  await layShell(issueHost(), () => {}).openIssue({ folder });
  expect(readdirSync(folder)).toEqual(['打开本期.banxin']);
});

test('nothing is written into an issue that another desk has', async () => {
  await layShell(issueHost({ computer: 'b' }), () => {}).openIssue({ folder });
  expect(readdirSync(folder)).toEqual([]);
});

test('the jump list of Windows starts the program with the issue', async () => {
  runAs('win32');
  await layShell(issueHost(), () => {}).openIssue({ folder });
  expect(electron.app.jumpList).toMatchObject([
    {
      name: '最近的期',
      items: [{ title: '园区周刊 2021-06-18', args: `"${folder}"`, program: process.execPath }],
    },
  ]);
});

test('a Mac keeps the issue among the recent documents', async () => {
  runAs('darwin');
  await layShell(issueHost(), () => {}).openIssue({ folder });
  expect(electron.done).toEqual([`recent ${folder}`]);
});

test('the shell knows which issue lies open', async () => {
  const heard = vi.fn();
  const host = layShell(issueHost(), heard);
  await host.openIssue({ folder });
  expect(host.openedIssue()?.folder).toBe(folder);
  await host.closeIssue({ session: 'an earlier one' });
  expect(host.openedIssue()?.folder).toBe(folder);
  await host.closeIssue({ session: 's' });
  expect(host.openedIssue()).toBeUndefined();
  expect(heard.mock.calls.map(([issue]) => issue?.folder)).toEqual([folder, undefined]);
});

test('quiet comes when the writes under way lie on the disk', async () => {
  const writing = Promise.withResolvers<void>();
  const host = layShell(
    plantedHost({ writeUpdate: () => writing.promise.then(written) }),
    () => {},
  );
  host.writeUpdate({ session: 's', bytes: Uint8Array.of(1) });
  let isQuiet = false;
  const quiet = host.quiet(5000).then(() => {
    isQuiet = true;
  });
  await new Promise((later) => setTimeout(later, 400));
  expect(isQuiet).toBe(false);
  writing.resolve();
  await quiet;
});

test('quiet waits for edits that the page sends in the meantime', async () => {
  const order: string[] = [];
  const slow = () =>
    new Promise((later) => setTimeout(later, 400)).then(() => order.push('written')).then(written);
  const host = layShell(plantedHost({ writeUpdate: slow }), () => {});
  setTimeout(() => host.writeUpdate({ session: 's', bytes: Uint8Array.of(1) }), 150);
  await host.quiet(5000);
  order.push('quiet');
  expect(order).toEqual(['written', 'quiet']);
});

test('quiet does not wait for ever', async () => {
  const host = layShell(plantedHost({ writeUpdate: () => new Promise(() => {}) }), () => {});
  host.writeUpdate({ session: 's', bytes: Uint8Array.of(1) });
  const begun = performance.now();
  await host.quiet(200);
  expect(performance.now() - begun).toBeLessThan(1000);
});

test('a press job is known as running until it is over', async () => {
  let state = 'running';
  const host = layShell(
    plantedHost({
      startPress: () => answered({ job: 'j' }),
      pressProgress: () => answered({ state }),
    }),
    () => {},
  );
  expect(await host.runningJob()).toBeUndefined();
  await host.startPress({
    ...{ session: 's', pages: [0], profile: 'p', folder },
    inSpiteOfFindings: false,
    hasReport: false,
  });
  expect(await host.runningJob()).toEqual({ job: 'j' });
  state = 'delivered';
  expect(await host.runningJob()).toBeUndefined();
  expect(existsSync(folder)).toBe(true);
});
