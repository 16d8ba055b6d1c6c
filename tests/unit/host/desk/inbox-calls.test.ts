import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { HEADLINE, STORY, usualWordFile } from '#tests/unit/host/intake/draft-files.ts';
import { copiedSample } from '#tests/unit/host/issue-folder/sample-folder.ts';
import { codeOf, deskBehindDoor, given, ownDataFolder } from './desk-behind-door.ts';

test('the desk takes a draft in, reads it in its own room and notes what is decided', async () => {
  await ownDataFolder();
  const { door } = await deskBehindDoor();
  expect(given(await door.listDrafts({}))).toMatchObject({ drafts: [], lostRecords: 0 });
  const bytes = await usualWordFile();
  const { receipt } = given(await door.submitDraft({ name: '稿.docx', origin: 'dropped', bytes }));
  const read = async () => given(await door.openDraft({ receipt }));
  await vi.waitFor(async () => expect((await read()).caption.reading.kind).toBe('read'), 10_000);
  expect(await read()).toMatchObject({ caption: { subject: HEADLINE, pictures: 1 }, history: [] });
  const picture = { receipt, picture: 'image1.jpeg', isForScreen: true };
  expect([...given(await door.draftPicture(picture)).subarray(0, 2)]).toEqual([0xff, 0xd8]);
  expect(Buffer.from(given(await door.draftFile({ receipt })))).toEqual(Buffer.from(bytes));
  const decision = { receipt, state: 'spiked', reason: ' ', by: '李编' } as const;
  expect(codeOf(await door.markDraft(decision))).toBe('draft-reason-missing');
  const spiked = given(await door.markDraft({ ...decision, reason: '已登过' }));
  expect(spiked.mark).toMatchObject({ state: 'spiked', reason: '已登过', by: '李编' });
  expect(given(await door.listDrafts({ search: '王墨', state: 'spiked' })).drafts).toHaveLength(1);
  expect(given(await door.listDrafts({ state: 'new' })).drafts).toEqual([]);
  expect(codeOf(await door.openDraft({ receipt: 'AAAA-AAAA' }))).toBe('no-such-draft');
}, 30_000);

test('a folder is watched until told otherwise, over a restart', async () => {
  const data = await ownDataFolder();
  const share = join(data, 'share');
  const first = await deskBehindDoor();
  const away = await first.door.watchFolder({ folder: share });
  expect(codeOf(away)).toBe('missing folder');
  await mkdir(share);
  await writeFile(join(share, '稿.txt'), STORY);
  expect(given(await first.door.watchFolder({ folder: share })).folder).toBe(share);
  const drafts = async () => given(await first.door.listDrafts({})).drafts;
  await vi.waitFor(async () => expect(await drafts()).toHaveLength(1), 10_000);
  await first.host.shut();
  const second = await deskBehindDoor();
  expect(given(await second.door.listDrafts({})).watched.folder).toBe(share);
  expect(given(await second.door.watchFolder({})).folder).toBeUndefined();
}, 30_000);

test('a draft that was in an issue of this desk is marked', async () => {
  await ownDataFolder();
  const first = await deskBehindDoor();
  const folder = await copiedSample();
  given(await first.door.openIssue({ folder }));
  await first.host.shut();
  const { door } = await deskBehindDoor();
  const seed = await readFile('tests/fixtures/park-supplement-page.txt');
  const draft = { name: '来稿.txt', origin: 'pasted', bytes: seed } as const;
  const { receipt } = given(await door.submitDraft(draft));
  const like = async () => given(await door.openDraft({ receipt })).caption.like;
  await vi.waitFor(async () => expect(await like()).toHaveLength(1), 10_000);
  expect((await like())[0]).toMatchObject({ kind: 'issue', name: '园区周刊 2021-06-18' });
}, 30_000);
