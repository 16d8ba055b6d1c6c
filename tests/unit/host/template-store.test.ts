import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { listTemplates, readTemplate, readTemplatesOf } from '#host/template-store.ts';
import { sampleIssue } from '#tests/unit/model/sample-issue.ts';

/** The page templates that come with Banxin. */
const OURS = 'templates/pages';

it('lists and reads the page templates that come along', async () => {
  const ids = await listTemplates(OURS);
  expect(ids).toEqual(expect.arrayContaining(['park-broadsheet', 'park-narrow', 'park-tabloid']));
  for (const id of ids) {
    const reading = await readTemplate(id, OURS);
    expect(reading.ok && reading.value.id).toBe(id);
  }
});

it('reads the templates of an issue', async () => {
  const reading = await readTemplatesOf(sampleIssue(), OURS);
  expect(reading.ok && [...reading.value.keys()]).toEqual(['park-broadsheet']);
});

it('names a template that is missing, and one that is damaged', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'banxin-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const missing = (template: string) => ({
    ok: false,
    failure: { code: 'missing template', template },
  });
  expect(await readTemplate('none', folder)).toEqual(missing('none'));
  expect(await readTemplate('../pages/park-broadsheet', folder)).toMatchObject({ ok: false });
  const path = join(folder, 'torn.json');
  await writeFile(path, '{ "schemaVersion": 1,');
  expect(await readTemplate('torn', folder)).toEqual({
    ok: false,
    failure: { code: 'damaged json', path, line: 1, column: 22 },
  });
  await writeFile(path, '{ "schemaVersion": 1, "id": "torn" }');
  expect(await readTemplate('torn', folder)).toMatchObject({
    failure: { code: 'malformed', path },
  });
  const [page] = sampleIssue().pages;
  if (!page) throw new Error('no page');
  const issue = { ...sampleIssue(), pages: [{ ...page, template: 'none' }] };
  expect(await readTemplatesOf(issue, folder)).toEqual(missing('none'));
});
