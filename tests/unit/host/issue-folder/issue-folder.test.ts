import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import { readIssue } from '#engine/model/read-issue.ts';
import { addAsset, readAsset, sha256 } from '#host/issue-folder/assets.ts';
import { type LogFile, openLogFile } from '#host/issue-folder/log-writer.ts';
import { openIssueFolder } from '#host/issue-folder/open-issue-folder.ts';
import { readIssueFolder, readIssueJson } from '#host/issue-folder/read-issue-folder.ts';
import { sampleIssue } from '#tests/unit/model/sample-issue.ts';
import { copiedSample, leadOnDisk, opened, typeAtLead } from './sample-folder.ts';

describe('opening', () => {
  it('reads a folder that holds issue.json alone, and leaves it as it is', async () => {
    const folder = await copiedSample();
    const before = await readdir(folder);
    const reading = await readIssueFolder(folder);
    expect(reading).toEqual({ ok: true, value: { issue: sampleIssue(), findings: [] } });
    expect(await readdir(folder)).toEqual(before);
  });

  it('reports a folder that is not there and one without an issue', async () => {
    const folder = await copiedSample();
    const missing = join(folder, 'nowhere.issue');
    const failure = { code: 'missing folder' };
    expect(await readIssueFolder(missing)).toMatchObject({ ok: false, failure });
    expect(await openIssueFolder(missing)).toMatchObject({ ok: false, failure });
    expect(await readIssueFolder(join(folder, 'issue.json'))).toMatchObject({ ok: false, failure });
    await mkdir(missing);
    const empty = { ok: false, failure: { code: 'no issue in folder', path: missing } };
    expect(await readIssueFolder(missing)).toEqual(empty);
  });

  it('names the line and column of damaged JSON', async () => {
    const folder = await copiedSample();
    const path = join(folder, 'issue.json');
    await writeFile(path, '{\n  "schemaVersion": 1,\n  "id" "sample"\n}');
    expect(await readIssueFolder(folder)).toEqual({
      ok: false,
      failure: { code: 'damaged json', path, line: 3, column: 8 },
    });
  });

  it('names an unknown version, in the JSON and in the log', async () => {
    const folder = await copiedSample();
    const path = join(folder, 'issue.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('"schemaVersion": 1', '"schemaVersion": 7'));
    const failure = { code: 'unknown version', path, found: '7', newest: 1 };
    expect(await readIssueFolder(folder)).toEqual({ ok: false, failure });
    await writeFile(path, text);
    await (await opened(folder)).close();
    const log = await readFile(join(folder, 'issue.log'));
    const { crc32 } = await import('node:zlib');
    log.writeUInt16LE(3, 10);
    log.writeUInt32LE(crc32(log.subarray(0, 12)), 12);
    await writeFile(join(folder, 'issue.log'), log);
    expect(await readIssueFolder(folder)).toMatchObject({
      failure: { code: 'unknown version', found: '3', newest: 1 },
    });
  });

  it('reads JSON that another editor saved with a byte order mark', async () => {
    const folder = await copiedSample();
    const path = join(folder, 'issue.json');
    await writeFile(path, `\ufeff${await readFile(path, 'utf8')}`);
    expect((await readIssueFolder(folder)).ok).toBe(true);
  });
});

describe('keeping', () => {
  it('has every settled edit on the disk without saving', async () => {
    const folder = await copiedSample();
    const open = await opened(folder);
    typeAtLead(open.doc, '新');
    expect(await open.settle()).toBeUndefined();
    expect((await leadOnDisk(folder)).text.startsWith('新本报讯')).toBe(true);
    await open.close();
    const again = await opened(folder);
    expect(readIssue(again.doc)).toEqual(readIssue(open.doc));
    await again.close();
  });

  it('says the same in the log and in the JSON after a save', async () => {
    const folder = await copiedSample();
    const open = await opened(folder);
    for (const word of ['一', '二', '三']) typeAtLead(open.doc, word);
    applyEdit(open.doc, { kind: 'movedBlock', block: 'flag', column: 1, line: 2 });
    await open.settle();
    const grown = (await stat(join(folder, 'issue.log'))).size;
    expect(await open.save()).toBeUndefined();
    typeAtLead(open.doc, '四');
    await open.close();
    const fromLog = await readIssueFolder(folder);
    const fromJson = await readIssueJson(folder);
    if (!fromLog.ok || !fromJson.ok) throw new Error('not read');
    expect(fromLog.value.findings).toEqual([]);
    expect(fromLog.value.issue.articles.lead?.story.paragraphs[0]?.runs[0]?.text).toBe('四三二一');
    const compacted = await readFile(join(folder, 'issue.log'));
    expect(compacted.length).toBeLessThan(grown + 300);
    const { lead, ...others } = fromLog.value.issue.articles;
    const { lead: savedLead, ...savedOthers } = fromJson.value.articles;
    expect(others).toEqual(savedOthers);
    expect(savedLead?.story.paragraphs[0]?.runs[0]?.text).toBe('三二一');
    expect(lead?.headline).toBe(savedLead?.headline);
    expect(fromJson.value.pages).toEqual(fromLog.value.issue.pages);
  });

  it('agrees exactly when nothing was edited after the save', async () => {
    const folder = await copiedSample();
    const open = await opened(folder);
    applyEdit(open.doc, { kind: 'setHeadlinePart', article: 'lead', part: 'deck', text: '一\n二' });
    applyEdit(open.doc, { kind: 'removedBlock', block: 'imprint' });
    await open.save();
    await open.close();
    const fromLog = await readIssueFolder(folder);
    const fromJson = await readIssueJson(folder);
    expect(fromLog.ok && fromLog.value.issue).toEqual(fromJson.ok && fromJson.value);
    expect(await readdir(folder)).not.toContain('lock.json');
  });

  it('recovers a torn log up to the last whole record and says so', async () => {
    const folder = await copiedSample();
    const open = await opened(folder);
    typeAtLead(open.doc, '一');
    await open.settle();
    const whole = (await stat(join(folder, 'issue.log'))).size;
    typeAtLead(open.doc, '二');
    await open.close();
    const log = join(folder, 'issue.log');
    await truncate(log, (await stat(log)).size - 3);
    const read = await leadOnDisk(folder);
    expect(read.text.startsWith('一本报讯')).toBe(true);
    expect(read.findings).toEqual(['log tail lost']);
    const again = await opened(folder);
    expect(again.findings.map(({ code }) => code)).toEqual(['log tail lost', 'edits recovered']);
    typeAtLead(again.doc, '三');
    await again.close();
    expect(await leadOnDisk(folder)).toMatchObject({ findings: [] });
    expect((await leadOnDisk(folder)).text.startsWith('三一本报讯')).toBe(true);
    expect((await readFile(`${log}.tail`)).length).toBeGreaterThan(0);
    expect(whole).toBeGreaterThan(0);
  });

  it('opens from the JSON when the log cannot be read at all, and keeps that log', async () => {
    const folder = await copiedSample();
    await writeFile(join(folder, 'issue.log'), 'not a log');
    const open = await opened(folder);
    expect(open.findings.map(({ code }) => code)).toEqual(['log unreadable']);
    await open.close();
    expect(await readFile(join(folder, 'issue.log.unreadable'), 'utf8')).toBe('not a log');
    expect((await leadOnDisk(folder)).findings).toEqual([]);
  });

  it('tells when issue.json was changed by another hand', async () => {
    const folder = await copiedSample();
    await (await opened(folder)).close();
    const path = join(folder, 'issue.json');
    await writeFile(path, (await readFile(path, 'utf8')).replace('学史力行，', '学史明理，'));
    expect((await leadOnDisk(folder)).findings).toEqual(['json changed outside']);
  });
});

describe('a full disk', () => {
  /**
   * A log on a disk with room for so many bytes more; like a real one it writes what still fits.
   */
  function fillingDisk(room: { bytes: number }): (path: string) => Promise<LogFile> {
    return async (path) => {
      const file = await openLogFile(path);
      return {
        ...file,
        async write(bytes, position) {
          const fitting = bytes.subarray(0, Math.max(0, room.bytes));
          await file.write(fitting, position);
          room.bytes -= bytes.length;
          if (fitting.length === bytes.length) return;
          throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
        },
      };
    };
  }

  it('is reported; edits wait and are written when there is room again', async () => {
    const folder = await copiedSample();
    const room = { bytes: 90 };
    const open = await opened(folder, { openLog: fillingDisk(room) });
    typeAtLead(open.doc, '一');
    expect(await open.settle()).toBeUndefined();
    typeAtLead(open.doc, '二'.repeat(60));
    const path = join(folder, 'issue.log');
    expect(await open.settle()).toEqual({ code: 'disk full', path });
    expect((await leadOnDisk(folder)).text.startsWith('一本报讯')).toBe(true);
    expect((await leadOnDisk(folder)).findings).toEqual([]);
    room.bytes = 100_000;
    expect(await open.settle()).toBeUndefined();
    await open.close();
    expect((await leadOnDisk(folder)).text.startsWith('二二')).toBe(true);
  });

  it('leaves the old issue.json when a save fails', async () => {
    const folder = await copiedSample();
    const before = await readFile(join(folder, 'issue.json'), 'utf8');
    const open = await opened(folder, { openLog: fillingDisk({ bytes: 0 }) });
    typeAtLead(open.doc, '一');
    expect(await open.save()).toMatchObject({ code: 'disk full' });
    await open.close();
    expect(await readFile(join(folder, 'issue.json'), 'utf8')).toBe(before);
  });
});

describe('the lock', () => {
  it('tells who has the issue open, and is given back', async () => {
    const folder = await copiedSample();
    const open = await opened(folder);
    const second = await openIssueFolder(folder);
    expect(second).toMatchObject({
      ok: false,
      failure: { code: 'open elsewhere', holder: { pid: process.pid, host: hostname() } },
    });
    expect((await readIssueFolder(folder)).ok).toBe(true);
    await open.close();
    await (await opened(folder)).close();
  });

  it('is taken over from a program that no longer runs', async () => {
    const folder = await copiedSample();
    const child = spawn(process.execPath, ['-e', '']);
    await new Promise((resume) => child.once('exit', resume));
    const note = { pid: child.pid, host: hostname(), since: '2021-06-18T02:00:00Z', token: 'gone' };
    await writeFile(join(folder, 'lock.json'), JSON.stringify(note));
    const open = await opened(folder);
    await open.close();
    expect(await readdir(folder)).not.toContain('lock.json');
  });

  it('of another computer is only taken over on demand', async () => {
    const folder = await copiedSample();
    const note = { pid: 1, host: 'other-desk', since: '2021-06-18T02:00:00Z', token: 'far' };
    await writeFile(join(folder, 'lock.json'), JSON.stringify(note));
    expect(await openIssueFolder(folder)).toMatchObject({
      failure: { code: 'open elsewhere', holder: { host: 'other-desk' } },
    });
    await (await opened(folder, { takeOver: true })).close();
  });

  it('is had by one of many who come at the same moment', async () => {
    const folder = await copiedSample();
    const note = { pid: 1, host: 'other-desk', since: '2021-06-18T02:00:00Z', token: 'far' };
    await writeFile(join(folder, 'lock.json'), JSON.stringify(note));
    await (await opened(folder, { takeOver: true })).close();
    const attempts = await Promise.all(Array.from({ length: 6 }, () => openIssueFolder(folder)));
    const winners = attempts.flatMap((attempt) => (attempt.ok ? [attempt.value] : []));
    expect(winners).toHaveLength(1);
    await winners[0]?.close();
  });
});

describe('assets', () => {
  it('are kept under their sha-256, once', async () => {
    const folder = await copiedSample();
    const bytes = Buffer.from('photograph');
    const first = await addAsset(folder, bytes, 'jpg');
    const again = await addAsset(folder, bytes, 'jpg');
    expect(first).toEqual({ ok: true, value: `${sha256(bytes)}.jpg` });
    expect(again).toEqual(first);
    expect(await readAsset(folder, `${sha256(bytes)}.jpg`)).toEqual({ ok: true, value: bytes });
  });

  it('that are missing or damaged are named', async () => {
    const folder = await copiedSample();
    const asset = `${'0'.repeat(64)}.jpg`;
    const missing = { ok: false, failure: { code: 'missing asset', asset } };
    expect(await readAsset(folder, asset)).toEqual(missing);
    expect(await readAsset(folder, '../issue.json')).toMatchObject({ ok: false });
    await mkdir(join(folder, 'assets'), { recursive: true });
    await writeFile(join(folder, 'assets', asset), 'other bytes');
    expect(await readAsset(folder, asset)).toMatchObject({ failure: { code: 'damaged asset' } });
  });
});
