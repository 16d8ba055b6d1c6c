import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { openJsonJournal } from '#host/journal/json-journal.ts';

const ENTRY = z.object({ page: z.string() });
let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-journal-'));
  path = join(folder, 'deep', 'pages.log');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function written(...pages: readonly string[]): Promise<void> {
  const journal = await openJsonJournal(path, ENTRY);
  for (const page of pages) await journal.add({ page });
  await journal.close();
}

async function read(): Promise<{ readonly pages: readonly string[]; readonly lost: number }> {
  const journal = await openJsonJournal(path, ENTRY);
  const pages = journal.entries().map(({ page }) => page);
  await journal.close();
  return { pages, lost: journal.lostLines };
}

it('keeps every record in its order', async () => {
  await written('A06', 'A07');
  await written('A08');
  expect(await read()).toEqual({ pages: ['A06', 'A07', 'A08'], lost: 0 });
});

it('keeps records that are added all at once apart', async () => {
  const journal = await openJsonJournal(path, ENTRY);
  await Promise.all(['A06', 'A07', 'A08'].map((page) => journal.add({ page })));
  await journal.close();
  expect(await read()).toEqual({ pages: ['A06', 'A07', 'A08'], lost: 0 });
});

it('cuts off a line that was being written when the power went, and goes on after it', async () => {
  await written('A06');
  appendFileSync(path, 'deadbeef {"page":"A0');
  await written('A07');
  expect(await read()).toEqual({ pages: ['A06', 'A07'], lost: 0 });
});

it('passes over a damaged line and counts it', async () => {
  await written('A06', 'A07', 'A08');
  writeFileSync(path, readFileSync(path, 'utf8').replace('A07', 'A09'));
  expect(await read()).toEqual({ pages: ['A06', 'A08'], lost: 1 });
});

it.each(['\n', '00000000 \n', 'words\n', '00000000\n'])(
  'counts %j as a damaged line',
  async (line) => {
    await written('A06');
    appendFileSync(path, line);
    expect(await read()).toEqual({ pages: ['A06'], lost: 1 });
  },
);

it('passes over a record that is whole but of another kind', async () => {
  const other = await openJsonJournal(path, z.object({ issue: z.string() }));
  await other.add({ issue: '园区周刊' });
  await other.close();
  expect(await read()).toEqual({ pages: [], lost: 1 });
});
