import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import { adFile } from '#build/bench/press/ad-files/ad-file.ts';
import { encodeIssueDoc } from '#engine/model/issue-updates.ts';
import { readIssue } from '#engine/model/read-issue.ts';
import { platesBehind } from '#engine/press/plates-behind.ts';
import { readIssueJson } from '#host/issue-folder/read-issue-folder.ts';
import { copiedSample, leadOnDisk } from '#tests/unit/host/issue-folder/sample-folder.ts';
import { codeOf, deskBehindDoor, given, ownDataFolder } from './desk-behind-door.ts';
import { openWindow } from './desk-window.ts';

let data = '';

beforeEach(async () => {
  data = await ownDataFolder();
});

describe('an update', () => {
  test('lies on the disk when it is answered; a second time it changes nothing', async () => {
    const folder = await copiedSample();
    const { door } = await deskBehindDoor();
    const { session, type } = await openWindow(door, { folder });
    const bytes = type('一');
    const { at } = given(await door.writeUpdate({ session, bytes }));
    expect(Math.abs(Date.now() - Date.parse(at))).toBeLessThan(10_000);
    expect((await leadOnDisk(folder)).text.startsWith('一本报讯')).toBe(true);
    given(await door.writeUpdate({ session, bytes }));
    expect((await leadOnDisk(folder)).text.startsWith('一本报讯')).toBe(true);
  });

  test('of a burst reaches the disk with the others, none doubled and none lost', async () => {
    const folder = await copiedSample();
    const { door } = await deskBehindDoor();
    const { session, type } = await openWindow(door, { folder });
    const words = Array.from({ length: 60 }, (_, at) => `〔${at}〕`);
    const sent = words.map((word) => door.writeUpdate({ session, bytes: type(word) }));
    for (const answer of await Promise.all(sent)) expect(codeOf(answer)).toBe('none');
    const { text } = await leadOnDisk(folder);
    expect(text.startsWith(`${words.toReversed().join('')}本报讯`)).toBe(true);
  });

  test('that is none is refused, and the issue goes on', async () => {
    const folder = await copiedSample();
    const { door } = await deskBehindDoor();
    const { session, type } = await openWindow(door, { folder });
    const bytes = Uint8Array.of(9, 8, 7);
    expect(codeOf(await door.writeUpdate({ session, bytes }))).toBe('bad-request');
    given(await door.writeUpdate({ session, bytes: type('一') }));
    expect((await leadOnDisk(folder)).text.startsWith('一本报讯')).toBe(true);
  });

  test('waits in memory while the folder is away, and is written when it is back', async () => {
    const folder = await copiedSample();
    const { door } = await deskBehindDoor();
    const { session, type } = await openWindow(door, { folder });
    await rename(folder, `${folder}.away`);
    const bytes = type('一');
    expect(await door.writeUpdate({ session, bytes })).toMatchObject({
      ok: false,
      failure: { code: 'missing folder', values: { path: join(folder, 'issue.log') } },
    });
    await rename(`${folder}.away`, folder);
    given(await door.writeUpdate({ session, bytes: type('二') }));
    expect((await leadOnDisk(folder)).text.startsWith('二一本报讯')).toBe(true);
  });
});

describe('a session', () => {
  test('is over when another begins; what it still sends is refused', async () => {
    const folder = await copiedSample();
    const { door } = await deskBehindDoor();
    const first = await openWindow(door, { folder });
    given(await door.writeUpdate({ session: first.session, bytes: first.type('一') }));
    const second = await openWindow(door, { folder });
    expect(second.opened).toMatchObject({ folder, findings: [] });
    expect(second.opened.heldBy).toBeUndefined();
    const { session } = first;
    const late = { session, bytes: first.type('二') };
    expect(codeOf(await door.writeUpdate(late))).toBe('session-over');
    expect(codeOf(await door.issueDocument({ session }))).toBe('session-over');
    expect(codeOf(await door.saveIssue({ session }))).toBe('session-over');
    expect(codeOf(await door.closeIssue({ session }))).toBe('session-over');
    expect((await leadOnDisk(folder)).text.startsWith('一本报讯')).toBe(true);
  });

  test('saves when it ends, so that nothing is left to be recovered', async () => {
    const [folder, other] = [await copiedSample(), await copiedSample()];
    const { door } = await deskBehindDoor();
    const { session, type } = await openWindow(door, { folder });
    given(await door.writeUpdate({ session, bytes: type('一') }));
    await openWindow(door, { folder: other });
    expect(await readdir(folder)).not.toContain('lock.json');
    const saved = await readIssueJson(folder);
    expect(JSON.stringify(saved)).toContain('一');
    expect((await openWindow(door, { folder })).opened.findings).toEqual([]);
  });

  test('gives its folder back at the end of the program', async () => {
    const folder = await copiedSample();
    const { door, host } = await deskBehindDoor();
    await openWindow(door, { folder });
    expect(await readdir(folder)).toContain('lock.json');
    await host.shut();
    expect(await readdir(folder)).not.toContain('lock.json');
  });
});

describe('an issue that another desk has', () => {
  test('opens to be read, with the name of who has it', async () => {
    const folder = await copiedSample();
    const [first, second] = [await deskBehindDoor(), await deskBehindDoor()];
    const { session, type } = await openWindow(first.host, { folder });
    given(await first.host.writeUpdate({ session, bytes: type('一') }));
    const window = await openWindow(second.host, { folder });
    const { heldBy } = window.opened;
    expect(heldBy).toMatchObject({ computer: hostname(), user: userInfo().username });
    expect(Math.abs(Date.now() - Date.parse(heldBy?.since ?? ''))).toBeLessThan(60_000);
    expect(readIssue(window.doc).articles.lead?.story.paragraphs[0]?.runs[0]?.text).toBe('一');
    const answer = await second.host.writeUpdate({
      session: window.session,
      bytes: window.type('二'),
    });
    expect(codeOf(answer)).toBe('read-only');
    expect(codeOf(await second.host.saveIssue({ session: window.session }))).toBe('read-only');
    const picture = { session: window.session, name: 'a.jpg', bytes: Uint8Array.of(1) };
    expect(codeOf(await second.host.importPicture(picture))).toBe('read-only');
    given(await second.host.closeIssue({ session: window.session }));
    expect(await readdir(folder)).toContain('lock.json');
  });

  test('is taken over on demand, and the desk that had it learns so', async () => {
    const folder = await copiedSample();
    const [first, second] = [await deskBehindDoor(), await deskBehindDoor()];
    const had = await openWindow(first.host, { folder });
    const has = await openWindow(second.host, { folder, takeOver: true });
    expect(has.opened.heldBy).toBeUndefined();
    given(await second.host.writeUpdate({ session: has.session, bytes: has.type('一') }));
    const late = await first.host.writeUpdate({ session: had.session, bytes: had.type('二') });
    expect(late).toMatchObject({
      failure: { code: 'taken over', values: { computer: hostname() } },
    });
    expect((await leadOnDisk(folder)).text.startsWith('一本报讯')).toBe(true);
  });
});

describe('a copy', () => {
  test('has the words of the window and all pictures, in a folder of its own', async () => {
    const folder = await copiedSample();
    const { door } = await deskBehindDoor();
    const { session, doc, type } = await openWindow(door, { folder });
    type('一');
    const elsewhere = join(data, '别处');
    const request = { session, folder: join(elsewhere, '另存'), bytes: encodeIssueDoc(doc) };
    const copy = given(await door.saveCopy(request)).folder;
    expect(copy).toBe(join(elsewhere, '另存.issue'));
    expect(await readdir(elsewhere)).toEqual(['另存.issue']);
    const read = await readIssueJson(copy);
    expect(read).toEqual({ ok: true, value: readIssue(doc) });
    const assets = await readdir(join(copy, 'assets'));
    expect(assets).toEqual(await readdir(join(folder, 'assets')));
    expect(codeOf(await door.saveCopy(request))).toBe('folder exists');
    const wrong = { session, folder: join(elsewhere, 'b'), bytes: Uint8Array.of(1, 2) };
    expect(codeOf(await door.saveCopy(wrong))).toBe('bad-request');
  });

  test('is to be had from a window whose session is over and whose folder is gone', async () => {
    const folder = await copiedSample();
    const { door } = await deskBehindDoor();
    const { session, doc, type } = await openWindow(door, { folder });
    given(await door.closeIssue({ session }));
    await rm(folder, { recursive: true });
    type('一');
    const target = join(data, 'kept.issue');
    given(await door.saveCopy({ session, folder: target, bytes: encodeIssueDoc(doc) }));
    expect((await leadOnDisk(target)).text.startsWith('一本报讯')).toBe(true);
  });

  test('that cannot be written leaves nothing behind', async () => {
    const folder = await copiedSample();
    const { door } = await deskBehindDoor();
    const { session, doc } = await openWindow(door, { folder });
    await writeFile(join(data, 'file'), '');
    const target = join(data, 'file', 'kept.issue');
    const answer = await door.saveCopy({ session, folder: target, bytes: encodeIssueDoc(doc) });
    expect(codeOf(answer)).not.toBe('none');
    expect((await readdir(data)).toSorted()).toEqual(['file', 'recent-issues.json']);
  });
});

describe('a photograph', () => {
  test('is taken into the assets and handed out again', async () => {
    const folder = await copiedSample();
    const { door } = await deskBehindDoor();
    const { session } = await openWindow(door, { folder });
    const [asset = ''] = await readdir(join(folder, 'assets'));
    const bytes = new Uint8Array(await readFile(join(folder, 'assets', asset)));
    await rm(join(folder, 'assets'), { recursive: true });
    expect(codeOf(await door.pictureFile({ session, asset }))).toBe('missing asset');
    const taken = given(await door.importPicture({ session, name: '车间.jpg', bytes }));
    expect(taken).toMatchObject({ asset, widthPx: 3000, heightPx: 2000 });
    expect(given(await door.pictureFile({ session, asset }))).toEqual(bytes);
    await mkdir(join(folder, 'assets'), { recursive: true });
    await writeFile(join(folder, 'assets', asset), 'torn');
    expect(codeOf(await door.pictureFile({ session, asset }))).toBe('damaged asset');
  });
});

test("an advertiser's page is handed out with the plates that it will have", async () => {
  const folder = await copiedSample();
  const { door } = await deskBehindDoor();
  const { session } = await openWindow(door, { folder });
  const bytes = adFile({ contents: ['0 0 0 1 k 10 10 50 50 re f'] });
  const { asset } = given(await door.importPicture({ session, name: '广告.pdf', bytes }));
  const shown = given(await door.pictureFile({ session, asset }));
  const plates = platesBehind(shown);
  if (plates === undefined) throw new Error('no plates stand behind the picture');
  const [seen, inked] = await Promise.all([
    sharp(shown).metadata(),
    sharp(plates).raw().toBuffer({ resolveWithObject: true }),
  ]);
  expect([inked.info.width, inked.info.height]).toEqual([seen.width, seen.height * 2]);
  const half = inked.data.length / 2;
  expect(inked.data.subarray(0, half).every((light) => light === 255)).toBe(true);
  expect(inked.data.subarray(half).includes(0)).toBe(true);
}, 20_000);
