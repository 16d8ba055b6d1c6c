import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { changedSample, removeSamples } from './changed-sample.ts';
import { cleanEnvironment, ENTRY, runBanxin, SAMPLE_ISSUE } from './run-banxin.ts';

const folder = mkdtempSync(join(tmpdir(), 'banxin-press-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
  removeSamples();
});

/** A file of this test's own that was pressed before. */
function oldFile(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, 'the plate of last night');
  return path;
}

function expectUntouched(path: string): void {
  expect(readFileSync(path, 'utf8')).toBe('the plate of last night');
  const leftovers = readdirSync(folder).filter((name) => name.endsWith('.new'));
  expect(leftovers).toEqual([]);
}

/** The sample with text that has no place, which no desk may send out. */
function oversetSample(): string {
  return changedSample((json) => {
    const issue = JSON.parse(json) as { articles: Record<string, { story: Story }> };
    for (const { story } of Object.values(issue.articles)) {
      for (const run of story.paragraphs.flatMap(({ runs }) => runs)) run.text += '好'.repeat(999);
    }
    return JSON.stringify(issue);
  });
}

interface Story {
  paragraphs: { runs: { text: string }[] }[];
}

describe('pressing', () => {
  test('writes the same bytes twice, and says so beside the result', async () => {
    const [first, second] = [join(folder, 'first.pdf'), join(folder, 'second.pdf')];
    const run = await runBanxin(['press', SAMPLE_ISSUE, '--out', first, '--anyway']);
    expect(run).toMatchObject({ exit: 0, out: '' });
    expect(run.complaint).toContain('A06');
    await runBanxin(['press', SAMPLE_ISSUE, '--out', second, '--anyway']);
    const bytes = readFileSync(first);
    expect(bytes.subarray(0, 8).toString('latin1')).toBe('%PDF-1.6');
    expect(bytes.equals(readFileSync(second))).toBe(true);
  });

  test('states the time it is told', async () => {
    const path = join(folder, 'timed.pdf');
    const words = ['press', SAMPLE_ISSUE, '--out', path, '--anyway'];
    await runBanxin([...words, '--time', '2021-06-17T22:30:00+08:00']);
    expect(readFileSync(path, 'latin1')).toContain('D:20210617223000+08');
    await runBanxin(words, '', { SOURCE_DATE_EPOCH: '1623940200' });
    expect(readFileSync(path, 'latin1')).toContain('D:20210617143000');
  });

  test('reads the page back when asked to, and tells beside it what was found', async () => {
    const path = join(folder, 'read-back.pdf');
    const run = await runBanxin(['press', SAMPLE_ISSUE, '--out', path, '--read-back']);
    expect(run.exit).toBe(0);
    const report = JSON.parse(readFileSync(join(folder, 'read-back.report.json'), 'utf8'));
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    expect(report).toMatchObject({ page: 'A06', file: 'read-back.pdf', sha256, verdict: 'good' });
    const codes = report.findings.map(({ code }: { code: string }) => code);
    expect(codes.filter((code: string) => code.startsWith('pdf-'))).toEqual([]);
    const outcomes = report.rules.map(({ outcome }: { outcome: string }) => outcome);
    expect(outcomes.length).toBeGreaterThan(60);
    expect(new Set(outcomes)).toEqual(new Set(['kept']));
  });

  test('writes a proof of the page beside it', async () => {
    const [pdf, png] = [join(folder, 'proofed.pdf'), join(folder, 'proof.png')];
    const words = ['press', SAMPLE_ISSUE, '--out', pdf, '--anyway', '--png', png, '--ppi', '40'];
    expect(await runBanxin(words)).toMatchObject({ exit: 0 });
    const bytes = readFileSync(png);
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(Math.abs(bytes.readUInt32BE(16) - (390 / 25.4) * 40)).toBeLessThan(2);
    expect(Math.abs(bytes.readUInt32BE(20) - (540 / 25.4) * 40)).toBeLessThan(2);
  });

  test('gives PDF/X-1a from the same page', async () => {
    const path = join(folder, 'x1a.pdf');
    const words = ['press', SAMPLE_ISSUE, '--out', path, '--anyway', '--profile', 'x1a'];
    expect(await runBanxin(words)).toMatchObject({ exit: 0 });
    expect(readFileSync(path, 'latin1')).toContain('PDF/X-1a:2003');
  });

  test('gives each page of a smaller format its own file of its own size', async () => {
    const path = join(folder, 'tabloid.pdf');
    const words = ['press', SAMPLE_ISSUE, '--out', path, '--anyway', '--template', 'park-tabloid'];
    expect(await runBanxin(words)).toMatchObject({ exit: 0 });
    const files = readdirSync(folder).filter((name) => name.startsWith('tabloid'));
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) expect(file).toMatch(/^tabloid-[A-Z]\d+\.pdf$/);
  });

  test('holds back a page with overset text unless it is told otherwise', async () => {
    const path = oldFile('held.pdf');
    const sample = oversetSample();
    const run = await runBanxin(['press', sample, '--out', path]);
    expect(run).toMatchObject({ exit: 7, out: '' });
    expect(run.complaint).toMatch(/正文溢出 \d+ 行、\d+ 字/);
    expectUntouched(path);
    expect(await runBanxin(['press', sample, '--out', path, '--anyway'])).toMatchObject({
      exit: 0,
    });
    expect(statSync(path).size).toBeGreaterThan(100_000);
  });
});

describe('a run that fails leaves the old file as it was', () => {
  test('when the issue is damaged', async () => {
    const path = oldFile('damaged.pdf');
    const run = await runBanxin([
      'press',
      changedSample((json) => json.slice(0, 999)),
      '--out',
      path,
    ]);
    expect(run).toMatchObject({ exit: 3 });
    expectUntouched(path);
  });

  test('when a picture is missing', async () => {
    const path = oldFile('picture.pdf');
    const asset = `${'0'.repeat(64)}.jpg`;
    const sample = changedSample((json) => {
      const issue = JSON.parse(json) as { pictures: Record<string, { asset?: string }> };
      for (const picture of Object.values(issue.pictures)) picture.asset = asset;
      return JSON.stringify(issue);
    });
    const run = await runBanxin(['press', sample, '--out', path]);
    expect(run).toMatchObject({ exit: 4 });
    expect(run.complaint).toContain(asset);
    expectUntouched(path);
  });

  test('when the disk takes no more', async () => {
    const path = oldFile('full.pdf');
    // A limit on the size of files stands in for a full disk.
    const script = `trap '' XFSZ; ulimit -f 64; exec "$0" "$@"`;
    const words = [process.execPath, ENTRY, 'press', SAMPLE_ISSUE, '--out', path, '--anyway'];
    const run = promisify(execFile)('bash', ['-c', script, ...words], {
      env: cleanEnvironment({}),
    });
    await expect(run).rejects.toMatchObject({ code: 6 });
    expectUntouched(path);
  });

  test('when the place to write to is a device that is full', async () => {
    const run = await runBanxin(['press', SAMPLE_ISSUE, '--out', '/dev/full', '--anyway']);
    expect(run).toMatchObject({ exit: 6 });
    expect(run.complaint).toContain('磁盘已满');
    expect(statSync('/dev/full').isCharacterDevice()).toBe(true);
  });

  test('when there is no such folder, or a folder in the place of the file', async () => {
    const nowhere = join(folder, 'no', 'such', 'folder.pdf');
    const words = ['press', SAMPLE_ISSUE, '--anyway', '--out'];
    expect(await runBanxin([...words, nowhere])).toMatchObject({ exit: 6 });
    expect(existsSync(nowhere)).toBe(false);
    const inTheWay = join(folder, 'folder.pdf');
    mkdirSync(inTheWay);
    expect(await runBanxin([...words, inTheWay])).toMatchObject({ exit: 6 });
  });
});

describe('what is refused at once', () => {
  const words = ['press', SAMPLE_ISSUE, '--out', join(folder, 'refused.pdf')];

  test.each([
    [['press', SAMPLE_ISSUE], 2],
    [['press', '--out', 'a.pdf'], 2],
    [[...words, '--profile', 'x3'], 2],
    [[...words, '--ppi', 'fine'], 2],
    [[...words, '--ppi', '100000'], 2],
    [[...words, '--time', 'yesterday'], 2],
    [[...words, '--page', 'B12'], 5],
    [[...words, '--template', '../secret'], 4],
    [[...words, '--press-profile', '/no/such/profile.json'], 4],
    [[...words, '--press-profile', join(SAMPLE_ISSUE, 'issue.json')], 4],
    [['press', '/no/such.issue', '--out', 'a.pdf'], 3],
  ])('%j', async (refused, exit) => {
    expect(await runBanxin(refused)).toMatchObject({ exit, out: '' });
    expect(existsSync(join(folder, 'refused.pdf'))).toBe(false);
  });
});
