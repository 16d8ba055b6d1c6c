import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { issueFolderAt, startFolderIn } from '#electron/issue-path.ts';
import { writeIssuePointer } from '#electron/issue-pointer.ts';

let folder = '';

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'banxin-pointer-')), 'a.issue');
  mkdirSync(folder);
});

afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

test('a folder, its pointer and its JSON stand for the same issue', () => {
  expect(issueFolderAt('/news/a.issue')).toBe('/news/a.issue');
  expect(issueFolderAt('/news/a.issue/打开本期.banxin')).toBe('/news/a.issue');
  expect(issueFolderAt('/news/a.issue/renamed.BANXIN')).toBe('/news/a.issue');
  expect(issueFolderAt('/news/a.issue/issue.json')).toBe('/news/a.issue');
});

test('the first word of a start that is no switch names the issue', () => {
  expect(startFolderIn(['--no-sandbox', 'a.issue'], '/news')).toBe('/news/a.issue');
  expect(startFolderIn(['/other/b.issue/x.banxin'], '/news')).toBe('/other/b.issue');
  expect(startFolderIn(['--no-sandbox', ''], '/news')).toBeUndefined();
});

test('an issue gets a pointer that states its version, and no second one', async () => {
  await writeIssuePointer(folder);
  expect(readdirSync(folder)).toEqual(['打开本期.banxin']);
  const text = readFileSync(join(folder, '打开本期.banxin'), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ format: 'banxin issue pointer', version: 1 });
  await writeIssuePointer(folder);
  expect(readdirSync(folder)).toHaveLength(1);
});

test('a pointer that was renamed is left as it is', async () => {
  writeFileSync(join(folder, 'open.banxin'), 'mine');
  await writeIssuePointer(folder);
  expect(readdirSync(folder)).toEqual(['open.banxin']);
});

test('a folder that is gone is no trouble', async () => {
  rmSync(folder, { recursive: true });
  await expect(writeIssuePointer(folder)).resolves.toBeUndefined();
});
