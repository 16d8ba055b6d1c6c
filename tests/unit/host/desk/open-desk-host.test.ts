import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DisplayItem } from '#engine/display/display-list.ts';
import type { Answer, DisplayedPage } from '#host/contract.ts';
import { openDeskHost } from '#host/desk/open-desk-host.ts';

const SAMPLE = join(
  import.meta.dirname,
  '../../../../templates/samples/park-supplement-2021-06-18.issue',
);

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-desk-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('without an issue the sample lies on the desk, with the faces it is set in', async () => {
  const host = openDeskHost({});
  const issue = await host.openIssue({});
  expect(issue).toMatchObject({ ok: true, value: { paper: '湘潭日报', date: '2021-06-18' } });
  const page = given(await host.composePage({ page: 0 }));
  const faces = facesIn(page.list.items);
  expect(faces.size).toBeGreaterThan(3);
  for (const face of faces) {
    const font = given(await host.paintFont({ face }));
    // An sfnt with TrueType outlines.
    expect([...font.slice(0, 4)]).toEqual([0, 1, 0, 0]);
  }
});

test('a page, a face and a picture that are not there are named', async () => {
  const host = openDeskHost({});
  const failureOf = async (answer: Promise<Answer<unknown>>) => {
    const reply = await answer;
    return reply.ok ? undefined : reply.failure.code;
  };
  expect(await failureOf(host.composePage({ page: 99 }))).toBe('no-such-page');
  expect(await failureOf(host.paintFont({ face: '../../etc/passwd' }))).toBe('no-such-face');
  const asset = `${'00'.repeat(32)}.jpg`;
  expect(await failureOf(host.pictureFile({ asset }))).toBe('missing asset');
});

test('a damaged issue is reported with its place', async () => {
  cpSync(SAMPLE, folder, { recursive: true });
  writeFileSync(join(folder, 'issue.json'), '{\n  "schemaVersion": 1,,\n}');
  const answer = await openDeskHost({ issueFolder: folder }).openIssue({});
  expect(answer).toMatchObject({
    ok: false,
    failure: { code: 'damaged json', values: { line: 2 } },
  });
});

test('an issue that says too little is reported with what is missing', async () => {
  writeFileSync(join(folder, 'issue.json'), '{ "schemaVersion": 1 }');
  const answer = await openDeskHost({ issueFolder: folder }).openIssue({});
  expect(answer).toMatchObject({ ok: false, failure: { code: 'malformed' } });
  expect(JSON.stringify(answer)).toContain('pages invalid_type array');
});

test('an issue on an unknown template is reported with the template', async () => {
  cpSync(SAMPLE, folder, { recursive: true });
  const json = readFileSync(join(folder, 'issue.json'), 'utf8');
  writeFileSync(join(folder, 'issue.json'), json.replaceAll('park-broadsheet', 'park-unknown'));
  const answer = await openDeskHost({ issueFolder: folder }).openIssue({});
  expect(answer).toMatchObject({ ok: false, failure: { code: 'missing template' } });
  expect(JSON.stringify(answer)).toContain('park-unknown');
});

function given<Value>(answer: Answer<Value>): Value {
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.value;
}

function facesIn(items: DisplayedPage['list']['items']): ReadonlySet<string> {
  const facesOf = (item: DisplayItem): readonly string[] => {
    if (item.kind === 'text') return [item.run.face];
    return item.kind === 'group' ? item.items.flatMap(facesOf) : [];
  };
  return new Set(items.flatMap(facesOf));
}
