import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { waiverOf } from '#engine/preflight/waivers.ts';
import { assert } from '#engine/units/assert.ts';
import { sampleIssue } from '#tests/unit/model/sample-issue.ts';
import { changedSample, removeSamples } from './changed-sample.ts';
import { runBanxin } from './run-banxin.ts';

const folder = mkdtempSync(join(tmpdir(), 'banxin-report-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
  removeSamples();
});

/** The crop goes so close that the pixels can be seen. */
const tooClose = (json: string) =>
  json.replace('"greyscale": false', '"zoom": 4.3, "greyscale": false');

/** The same, and somebody answers for it. */
function waivedSample(): string {
  const issue = sampleIssue();
  const [page] = issue.pages;
  const block = page?.blocks.find((one) => one.kind === 'picture');
  assert(page !== undefined && block !== undefined, 'the sample has a picture');
  const where = { page: page.id, block: block.id, text: 'picture:workshop' };
  const found = { code: 'picture-ppi-too-low', severity: 'blocks press', where } as const;
  const words = { reason: '现场只有这一张', by: '夜班主任', at: '2021-06-17T15:00:00Z' };
  const made = waiverOf(issue, { ...found, values: { ppi: 117 } }, words);
  assert(made !== undefined, 'it may be waived');
  return changedSample((json) => {
    const changed = JSON.parse(tooClose(json)) as Record<string, unknown>;
    return JSON.stringify({ ...changed, waivers: { [made.id]: made.waiver } });
  });
}

test('a coarse picture holds the page until somebody answers for it, which is told', async () => {
  const out = join(folder, 'A06.pdf');
  const words = ['--out', out, '--report', '--lang', 'zh'];
  const held = await runBanxin(['press', changedSample(tooClose), ...words]);
  expect(held.exit).toBe(7);
  expect(existsSync(out)).toBe(false);
  const run = await runBanxin(['press', waivedSample(), ...words]);
  expect(run.exit).toBe(0);
  expect(run.complaint).toContain('夜班主任放行：现场只有这一张');
  const report = JSON.parse(readFileSync(join(folder, 'A06.report.json'), 'utf8'));
  const sha256 = createHash('sha256').update(readFileSync(out)).digest('hex');
  expect(report).toMatchObject({ schemaVersion: 3, page: 'A06', sha256, verdict: 'waived' });
  expect(report.waivers).toMatchObject([
    {
      by: '夜班主任',
      reason: '现场只有这一张',
      ...{ measured: '117 ppi', limit: '≥ 130 ppi', source: '新闻纸印刷要求' },
      spot: { page: 'A06', block: '图片“先进制造业是韶山高新区主导产业之…”', xMm: 20, yMm: 203 },
    },
  ]);
  const ink = report.rules.find(({ rule }: { rule: string }) => rule === 'R0026');
  expect(ink).toMatchObject({
    asks: '任一 15 毫米见方的平均墨量',
    limit: '≤ 240%',
    outcome: 'kept',
  });
  const coarse = report.findings.find(({ code }: { code: string }) => code.startsWith('pdf-'));
  expect(coarse).toMatchObject({ spot: { block: '图片“先进制造业是韶山高新区主导产业之…”' } });
  expect(report.facts.pictures).toMatchObject([{ ppi: 117 }]);
  const pdf = readFileSync(join(folder, 'A06.report.pdf'));
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  const file = join(folder, 'A06.report.pdf');
  const text = execFileSync('pdftotext', ['-layout', file, '-']).toString();
  expect(text).toMatch(/可以付印，有放行的问题[\s\S]*放行 1[\s\S]*夜班主任/u);
  expect(text).toMatch(/R0026\s+任一 15 毫米见方的平均墨量\s+≤ 240%\s+GWG 2022/u);
});
