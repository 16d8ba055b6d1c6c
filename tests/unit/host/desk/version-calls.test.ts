import { cp, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Host, PressProgress } from '#host/contract.ts';
import type { ProofRequest } from '#host/version-contract.ts';
import { copiedSample } from '#tests/unit/host/issue-folder/sample-folder.ts';
import { codeOf, deskBehindDoor, given, ownDataFolder } from './desk-behind-door.ts';
import { type DeskWindow, openWindow } from './desk-window.ts';

let data = '';

beforeEach(async () => {
  data = await ownDataFolder();
});

async function ended(door: Host, job: { readonly job: string }): Promise<PressProgress> {
  for (;;) {
    const progress = given(await door.pressProgress(job));
    if (progress.state !== 'running') return progress;
    await new Promise((passed) => setTimeout(passed, 20));
  }
}

async function typed(door: Host, window: DeskWindow, text: string): Promise<void> {
  given(await door.writeUpdate({ session: window.session, bytes: window.type(text) }));
}

describe('states that are kept', () => {
  test('keeps the issue by hand with a note, and gives it back as it was', async () => {
    const { door } = await deskBehindDoor();
    const window = await openWindow(door, { folder: await copiedSample() });
    const { session } = window;
    expect(given(await door.keptVersions({ session })).versions).toEqual([]);
    const note = '二校前';
    const { versions } = given(await door.keepVersion({ session, note }));
    expect(versions).toMatchObject([{ reason: 'by hand', note }]);
    await typed(door, window, '改了');
    const state = { kind: 'version', name: versions[0]?.name ?? '' } as const;
    const { issue } = given(await door.earlierIssue({ session, state }));
    expect(JSON.stringify(issue)).not.toContain('改了');
    // Nothing has changed since the last time: one version, not two.
    given(await door.keepVersion({ session, note: '' }));
    given(await door.keepVersion({ session, note: '' }));
    expect(given(await door.keptVersions({ session })).versions).toHaveLength(2);
  });

  test('keeps the state that went onto plates, and no state of a proof', async () => {
    const { door } = await deskBehindDoor();
    const { session } = await openWindow(door, { folder: await copiedSample() });
    const order = { session, pages: [0], profile: 'newsprint-390x540', folder: join(data, 'out') };
    const proof = given(
      await door.startPress({ ...order, inSpiteOfFindings: true, hasReport: false }),
    );
    expect((await ended(door, proof)).state).toBe('delivered');
    expect(given(await door.keptVersions({ session })).versions).toEqual([]);
    const plates = given(
      await door.startPress({ ...order, inSpiteOfFindings: false, hasReport: false }),
    );
    expect((await ended(door, plates)).state).toBe('delivered');
    await expect
      .poll(async () => given(await door.keptVersions({ session })).versions)
      .toMatchObject([{ reason: 'pressed' }]);
  }, 60_000);

  test('reads another issue folder, and tells of one that is none', async () => {
    const { door } = await deskBehindDoor();
    const { session } = await openWindow(door, { folder: await copiedSample() });
    const other = join(data, 'other.issue');
    await cp(await copiedSample(), other, { recursive: true });
    const read = (folder: string) =>
      door.earlierIssue({ session, state: { kind: 'folder', folder } });
    expect(given(await read(other)).issue.supplement).toBe('园区周刊');
    expect(codeOf(await read(join(data, 'nothing.issue')))).toBe('missing folder');
    const outside = { kind: 'version', name: '../issue.json' } as const;
    expect(codeOf(await door.earlierIssue({ session, state: outside }))).toBe('missing folder');
  });
});

describe('page proofs from the desk', () => {
  function wish({ session }: DeskWindow, changes: Partial<ProofRequest> = {}): ProofRequest {
    const usual = { pages: [0], profile: 'newsprint-390x540', language: 'zh' } as const;
    const sheet = { paper: 'a4', hasLineNumbers: true, folder: join(data, 'proofs') } as const;
    return { session: session, ...usual, ...sheet, ...changes };
  }

  test('an A4 proof has four sheets, and its name says what it is', async () => {
    const { door } = await deskBehindDoor();
    const window = await openWindow(door, { folder: await copiedSample() });
    const { state, files } = await ended(door, given(await door.startProof(wish(window))));
    expect(state).toBe('delivered');
    expect(files.map(({ path }) => basename(path))).toEqual(['园区周刊_20210618_A06_样张_A4.pdf']);
    const file = await PDFDocument.load(await readFile(files[0]?.path ?? ''));
    expect(file.getPageCount()).toBe(4);
  }, 60_000);

  test('a proof against a kept state brings the list of changes', async () => {
    const { door } = await deskBehindDoor();
    const window = await openWindow(door, { folder: await copiedSample() });
    const { session } = window;
    const kept = given(await door.keepVersion({ session, note: '' })).versions[0];
    await typed(door, window, '日前');
    const against = { kind: 'version', name: kept?.name ?? '' } as const;
    const job = given(await door.startProof(wish(window, { paper: 'a3', against })));
    const { files } = await ended(door, job);
    expect(files.map(({ path }) => basename(path))).toEqual(['园区周刊_20210618_A06_对照_A3.pdf']);
    const file = await PDFDocument.load(await readFile(files[0]?.path ?? ''));
    expect(file.getPageCount()).toBe(2);
  }, 60_000);

  test('a state or page that is not there begins no job', async () => {
    const { door } = await deskBehindDoor();
    const window = await openWindow(door, { folder: await copiedSample() });
    const against = { kind: 'version', name: '2021-06-18T10-00-00+00-00.json' } as const;
    expect(codeOf(await door.startProof(wish(window, { against })))).toBe('missing folder');
    expect(codeOf(await door.startProof(wish(window, { pages: [9] })))).toBe('no-such-page');
    expect(await readdir(data)).not.toContain('proofs');
  });
});
