import { chmod, cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readIssue } from '#engine/model/read-issue.ts';
import { openLogFile } from '#host/issue-folder/log-writer.ts';
import { openIssueFolder } from '#host/issue-folder/open-issue-folder.ts';
import { copiedSample, leadOnDisk, opened, typeAtLead } from './sample-folder.ts';

describe('a folder that is away', () => {
  it('is reported, and gets what was typed meanwhile when it is back', async () => {
    const folder = await copiedSample();
    const open = await opened(folder);
    typeAtLead(open.doc, '一');
    await open.settle();
    await rename(folder, `${folder}.away`);
    typeAtLead(open.doc, '二');
    expect(await open.settle()).toMatchObject({ code: 'missing folder' });
    await rename(`${folder}.away`, folder);
    expect(await open.settle()).toBeUndefined();
    expect((await leadOnDisk(folder)).text.startsWith('二一本报讯')).toBe(true);
    await open.close();
  });

  it('is written anew from memory when it comes back empty', async () => {
    const folder = await copiedSample();
    const open = await opened(folder);
    typeAtLead(open.doc, '一');
    await open.settle();
    await rm(folder, { recursive: true });
    typeAtLead(open.doc, '二');
    expect(await open.settle()).toMatchObject({ code: 'missing folder' });
    await mkdir(folder);
    expect(await open.settle()).toBeUndefined();
    expect((await leadOnDisk(folder)).text.startsWith('二一本报讯')).toBe(true);
    expect(await open.save()).toBeUndefined();
    expect((await readdir(folder)).sort()).toEqual(['issue.json', 'issue.log', 'lock.json']);
    await open.close();
  });

  it('is not overwritten when an older copy has come back in its place', async () => {
    const folder = await copiedSample();
    const open = await opened(folder);
    typeAtLead(open.doc, '一');
    await open.settle();
    await cp(folder, `${folder}.copy`, { recursive: true });
    typeAtLead(open.doc, '二');
    await open.settle();
    await rm(folder, { recursive: true });
    await rename(`${folder}.copy`, folder);
    await rm(join(folder, 'lock.json'));
    typeAtLead(open.doc, '三');
    expect(await open.settle()).toBeUndefined();
    const read = await leadOnDisk(folder);
    expect(read.text.startsWith('三二一本报讯')).toBe(true);
    expect(read.findings).toEqual([]);
    await open.close();
  });
});

describe('an issue that another desk has taken over', () => {
  it('is not written any more, and keeps what the other desk wrote', async () => {
    const folder = await copiedSample();
    const first = await opened(folder);
    typeAtLead(first.doc, '一');
    await first.settle();
    const second = await opened(folder, { takeOver: true });
    typeAtLead(second.doc, '二');
    await second.settle();
    typeAtLead(first.doc, '三');
    const failure = { code: 'taken over', holder: { pid: process.pid } };
    expect(await first.settle()).toMatchObject(failure);
    expect(await first.save()).toMatchObject(failure);
    await first.close();
    expect((await leadOnDisk(folder)).text.startsWith('二一本报讯')).toBe(true);
    expect(await readdir(folder)).toContain('lock.json');
    await second.close();
    expect(await readdir(folder)).not.toContain('lock.json');
    // Given back by the second desk, it is still not the first one's.
    expect(await first.settle()).toMatchObject(failure);
  });
});

describe('edits that only the log has', () => {
  it('are counted on opening, with the time of the last', async () => {
    const folder = await copiedSample();
    const open = await opened(folder);
    typeAtLead(open.doc, '一');
    await open.save();
    typeAtLead(open.doc, '二');
    typeAtLead(open.doc, '三');
    expect(open.unsavedEdits()).toBe(2);
    await open.close();
    const again = await opened(folder);
    const [finding] = again.findings;
    expect(finding).toMatchObject({ code: 'edits recovered', values: { count: 2 } });
    expect(Date.now() - Date.parse(String(finding?.values.at))).toBeLessThan(60_000);
    await again.save();
    await again.close();
    const third = await opened(folder);
    expect(third.findings).toEqual([]);
    await third.close();
  });
});

describe('a medium that cannot be written', () => {
  it('opens with a finding, keeps edits in memory and writes them when it can', async () => {
    const folder = await copiedSample();
    await (await opened(folder)).close();
    let isReadOnly = true;
    const open = await openIssueFolder(folder, {
      openLog: async (path) => {
        if (isReadOnly) throw Object.assign(new Error('read-only'), { code: 'EROFS' });
        return openLogFile(path);
      },
    });
    if (!open.ok) throw new Error(open.failure.code);
    typeAtLead(open.value.doc, '一');
    expect(await open.value.settle()).toMatchObject({ code: 'not allowed' });
    isReadOnly = false;
    expect(await open.value.settle()).toBeUndefined();
    await open.value.close();
    expect((await leadOnDisk(folder)).text.startsWith('一本报讯')).toBe(true);
  });

  it('opens where not even a lock can be made, and says so', async () => {
    const folder = await copiedSample();
    await chmod(dirname(folder), 0o755);
    await chmod(folder, 0o555);
    // Root may write anywhere; the user "nobody" may not.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      const open = await opened(folder);
      const [finding] = open.findings;
      expect(finding).toMatchObject({ code: 'folder not writable' });
      expect(finding?.values.reason).toBe('not allowed');
      typeAtLead(open.doc, '一');
      expect(await open.settle()).toMatchObject({ code: 'not allowed' });
      expect(readIssue(open.doc).articles.lead?.story.paragraphs[0]?.runs[0]?.text).toBe('一');
      await open.close();
    } finally {
      if (isRoot) process.seteuid?.(0);
      await chmod(folder, 0o755);
    }
    expect((await leadOnDisk(folder)).text.startsWith('本报讯')).toBe(true);
  });
});
