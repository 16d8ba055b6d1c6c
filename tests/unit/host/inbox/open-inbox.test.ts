import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openInbox } from '#host/inbox/open-inbox.ts';
import type { IntakeRooms } from '#host/intake/intake-rooms.ts';
import { HEADLINE, photograph, STORY, usualWordFile } from '#tests/unit/host/intake/draft-files.ts';
import { openedInbox, passingFolder, received, textDraft } from './inbox-desk.ts';
import { roomsHere } from './rooms-here.ts';

const LONG = `${STORY}湘潭经开区在党史学习教育中组织广大党员深入项目、深入一线、深入企业、深入群众，
推动全区各级党组织和广大党员主动作为、敢于担当，学史力行，切实增强人民群众的获得感、幸福感、安全感。`;

describe('a draft that comes in', () => {
  test('lies on the disk to the byte before anything reads it', async () => {
    const folder = await passingFolder();
    const ended = Promise.withResolvers<void>();
    const never: IntakeRooms = {
      read: async ({ name }) => {
        await ended.promise;
        return { ok: false, failure: { code: 'draft-reader-stopped', values: { name } } };
      },
      shut: async () => ended.resolve(),
    };
    const inbox = await openedInbox(folder, never);
    const receipt = await received(inbox, textDraft(STORY));
    expect(receipt).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/u);
    const [name = ''] = await readdir(join(folder, 'received'));
    expect(await readFile(join(folder, 'received', name), 'utf8')).toBe(STORY);
    expect(inbox.list({}).drafts).toMatchObject([{ receipt, reading: { kind: 'waiting' } }]);
    // A desk that closes says nothing about the draft: it still waits at the next start.
    await inbox.close();
    expect(await readdir(join(folder, 'read'))).toEqual([]);
  });

  test('is listed with subject, letters, pictures and sender when it has been read', async () => {
    const inbox = await openedInbox(await passingFolder());
    const sender = { name: '王墨', unit: '湘潭经开区', phone: '' };
    const draft = {
      name: '稿.docx',
      bytes: await usualWordFile(),
      origin: 'door',
      sender,
    } as const;
    const receipt = await received(inbox, draft);
    await inbox.settle();
    const [caption] = inbox.list({}).drafts;
    expect(caption).toMatchObject({ receipt, subject: HEADLINE, pictures: 1, sender });
    expect(caption?.letters).toBeGreaterThan(60);
    expect((await inbox.open(receipt))?.matter?.parts).toHaveLength(4);
    const picture = await inbox.picture(receipt, 'image1.jpeg');
    expect(picture?.ok === true && Buffer.from(picture.value.bytes)).toEqual(await photograph());
    expect(await inbox.picture(receipt, 'other.jpeg')).toBeUndefined();
  });

  test('is kept with the reason when it cannot be read', async () => {
    const inbox = await openedInbox(await passingFolder());
    const receipt = await received(inbox, textDraft('%PDF-1.7', { name: '版样.pdf' }));
    await inbox.settle();
    const why = { code: 'draft-is-pdf', values: { name: '版样.pdf' } };
    expect((await inbox.open(receipt))?.caption).toMatchObject({
      reading: { kind: 'refused', why },
    });
    const file = await inbox.file(receipt);
    expect(file?.ok === true && Buffer.from(file.value).toString()).toBe('%PDF-1.7');
  });

  test('cannot name a place on the disk', async () => {
    const inbox = await openedInbox(await passingFolder());
    await received(inbox, textDraft(STORY, { name: '..\\..\\windows/../a.txt' }));
    expect(inbox.list({}).drafts).toMatchObject([{ name: 'a.txt' }]);
  });

  test('is one draft however often the same sending arrives, also after a restart', async () => {
    const folder = await passingFolder();
    const inbox = await openedInbox(folder);
    const draft = textDraft(STORY, { key: '7-1' });
    const all = await Promise.all([1, 2, 3].map(() => received(inbox, draft)));
    await inbox.settle();
    await inbox.close();
    const again = await openedInbox(folder);
    expect(new Set([...all, await received(again, draft)])).toHaveProperty('size', 1);
    expect(again.list({}).drafts).toHaveLength(1);
    await received(again, textDraft(STORY, { key: '7-2' }));
    expect(again.list({}).drafts).toHaveLength(2);
  });
});

describe('decisions', () => {
  test('are kept with reason, name and time, in order, over a restart', async () => {
    const folder = await passingFolder();
    const inbox = await openedInbox(folder);
    const receipt = await received(inbox, textDraft(STORY));
    await inbox.settle();
    await inbox.mark(receipt, { state: 'returned', reason: '请补图片', by: '李编' });
    await inbox.mark(receipt, { state: 'taken', reason: '', by: '张编' });
    expect(await inbox.mark('AAAA-AAAA', { state: 'taken', reason: '', by: '' })).toBeUndefined();
    await inbox.close();
    const again = await openedInbox(folder);
    expect((await again.open(receipt))?.history).toEqual([
      { state: 'returned', reason: '请补图片', by: '李编', at: '2021-06-20T09:02:00+08:00' },
      { state: 'taken', reason: '', by: '张编', at: '2021-06-20T09:03:00+08:00' },
    ]);
    expect(again.list({ state: 'taken' }).drafts).toHaveLength(1);
    expect(again.list({ state: 'new' }).drafts).toEqual([]);
  });
});

describe('search', () => {
  test('finds words of two letters, in any width and case, and all of several', async () => {
    const inbox = await openedInbox(await passingFolder());
    const receipt = await received(inbox, textDraft(`${STORY}ＥＴＣ卡`));
    await received(inbox, textDraft('岳塘经开区开展安全检查'));
    await inbox.settle();
    const found = (search: string) => inbox.list({ search }).drafts.map((draft) => draft.receipt);
    for (const search of ['党史', '王墨 质胜', 'etc', receipt]) {
      expect(found(search)).toEqual([receipt]);
    }
    expect(found('党史 安全检查')).toEqual([]);
    expect(found('经开区')).toHaveLength(1);
  });
});

describe('drafts that repeat', () => {
  test('one another are marked on both, also when one was shortened', async () => {
    const inbox = await openedInbox(await passingFolder());
    const whole = await received(inbox, textDraft(LONG));
    const part = await received(inbox, textDraft(`另题\n${LONG.slice(20, 100)}`));
    await received(
      inbox,
      textDraft('岳塘经开区开展安全检查，排查整治隐患，督促企业落实主体责任。'),
    );
    await inbox.settle();
    const like = async (receipt: string) => (await inbox.open(receipt))?.caption.like;
    expect(await like(whole)).toMatchObject([{ kind: 'draft', name: part }]);
    expect((await like(part))?.[0]?.share).toBeGreaterThan(0.7);
    expect(inbox.list({}).drafts.filter((draft) => draft.like.length > 0)).toHaveLength(2);
  });

  test('an earlier issue are marked, one that only lies in the issue in work is not', async () => {
    const inbox = await openedInbox(await passingFolder());
    inbox.putIssue({ name: '园区周刊 2021-06-18', date: '2021-06-18', text: `前文${LONG}后文` });
    inbox.putIssue({ name: '园区周刊 2021-06-25', date: '2021-06-25', text: LONG });
    const receipt = await received(inbox, textDraft(LONG));
    await inbox.settle();
    expect((await inbox.open(receipt))?.caption.like).toMatchObject([
      { kind: 'issue', name: '园区周刊 2021-06-18', share: 1 },
    ]);
  });
});

describe('an inbox that is opened again', () => {
  test('reads what had not been read, or whose reading was lost', async () => {
    const folder = await passingFolder();
    const inbox = await openedInbox(folder);
    await received(inbox, textDraft(STORY));
    await received(inbox, textDraft(HEADLINE));
    await inbox.settle();
    await inbox.close();
    const [first = '', second = ''] = await readdir(join(folder, 'read'));
    await rm(join(folder, 'read', first));
    await writeFile(join(folder, 'read', second), '{"torn');
    const again = await openedInbox(folder);
    await again.settle();
    expect(again.list({}).drafts.map(({ reading }) => reading.kind)).toEqual(['read', 'read']);
  });

  test('passes over a damaged line and a torn end of its log, and goes on writing', async () => {
    const folder = await passingFolder();
    const inbox = await openedInbox(folder);
    for (const text of ['甲', '乙', '丙']) await received(inbox, textDraft(text));
    await inbox.settle();
    await inbox.close();
    const path = join(folder, 'drafts.log');
    const lines = (await readFile(path, 'utf8')).split('\n');
    lines.splice(2, 1, `${lines[2]}`.replace('dropped', 'drooped'));
    await writeFile(path, lines.join('\n'));
    await appendFile(path, '01234567 {"kind":"rec');
    const again = await openedInbox(folder);
    expect(again.damagedLines).toBe(1);
    expect(again.list({}).drafts.map(({ subject }) => subject)).toEqual(['丙', '甲']);
    await received(again, textDraft('丁'));
    await again.settle();
    await again.close();
    expect((await openedInbox(folder)).list({}).drafts).toHaveLength(3);
  });

  test('is for one program at a time', async () => {
    const folder = await passingFolder();
    const inbox = await openedInbox(folder);
    const second = await openInbox({ folder, rooms: roomsHere, now: () => '' });
    expect(second).toMatchObject({ ok: false, failure: { code: 'open elsewhere' } });
    await inbox.close();
    expect((await openedInbox(folder)).list({}).drafts).toEqual([]);
  });

  test('tells when its folder cannot be written', async () => {
    const folder = join(await passingFolder(), 'a-file');
    await writeFile(folder, '');
    const attempt = await openInbox({ folder, rooms: roomsHere, now: () => '' });
    expect(attempt).toMatchObject({ ok: false });
  });
});
