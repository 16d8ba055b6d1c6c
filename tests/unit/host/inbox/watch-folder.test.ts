import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { watchFolder } from '#host/inbox/watch-folder.ts';
import { STORY } from '#tests/unit/host/intake/draft-files.ts';
import { openedInbox, passingFolder } from './inbox-desk.ts';

async function watchedInbox(folder: string, mostBytes = 1000) {
  const inbox = await openedInbox(await passingFolder());
  const watch = watchFolder({
    folder,
    mostBytes,
    everyMs: 3_600_000,
    take: async (draft) => (await inbox.receive(draft)).ok,
  });
  const names = () => inbox.list({}).drafts.map(({ name }) => name);
  return { inbox, watch, names };
}

test('takes a file when it has stopped growing, and takes it once', async () => {
  const folder = await passingFolder();
  const { watch, names, inbox } = await watchedInbox(folder);
  await writeFile(join(folder, '稿.txt'), '本报讯');
  await watch.look();
  await appendFile(join(folder, '稿.txt'), STORY);
  await watch.look();
  expect(names()).toEqual([]);
  await watch.look();
  await watch.look();
  expect(names()).toEqual(['稿.txt']);
  expect(inbox.list({}).drafts[0]?.bytes).toBe(Buffer.byteLength(`本报讯${STORY}`));
});

test('takes a file that was changed as a new draft, and none again after a restart', async () => {
  const folder = await passingFolder();
  const { watch, names, inbox } = await watchedInbox(folder);
  await writeFile(join(folder, '稿.txt'), '一稿');
  for (let look = 0; look < 2; look += 1) await watch.look();
  await writeFile(join(folder, '稿.txt'), '二稿，有改动');
  for (let look = 0; look < 2; look += 1) await watch.look();
  expect(names()).toEqual(['稿.txt', '稿.txt']);
  await watch.stop();
  const take = async (draft: Parameters<typeof inbox.receive>[0]) =>
    (await inbox.receive(draft)).ok;
  const later = watchFolder({ folder, take, mostBytes: 1000, everyMs: 3_600_000 });
  for (let look = 0; look < 3; look += 1) await later.look();
  expect(names()).toHaveLength(2);
});

test('leaves alone what programs lay beside their files, folders and empty files', async () => {
  const folder = await passingFolder();
  const { watch, names } = await watchedInbox(folder);
  await mkdir(join(folder, '旧稿'));
  await writeFile(join(folder, '旧稿', 'a.txt'), STORY);
  const litter = [
    '~$稿.docx',
    '.~稿.docx',
    '~WRL0001.tmp',
    '稿.docx.crdownload',
    'Thumbs.db',
    '空.txt',
  ];
  for (const name of litter) await writeFile(join(folder, name), name === '空.txt' ? '' : 'x');
  for (let look = 0; look < 2; look += 1) await watch.look();
  expect(names()).toEqual([]);
});

test('tells of a file that is too large, and of a folder while it is away', async () => {
  const folder = join(await passingFolder(), 'share');
  const { watch, names } = await watchedInbox(folder, 20);
  await watch.look();
  expect(watch.state().trouble).toMatchObject({ code: 'missing folder' });
  await mkdir(folder);
  await writeFile(join(folder, '大.txt'), STORY);
  await writeFile(join(folder, '小.txt'), '简讯');
  for (let look = 0; look < 2; look += 1) await watch.look();
  expect(watch.state().trouble).toMatchObject({
    code: 'draft-too-large',
    values: { name: '大.txt' },
  });
  expect(names()).toEqual(['小.txt']);
  await rm(join(folder, '大.txt'));
  await watch.look();
  expect(watch.state().trouble).toBeUndefined();
});
