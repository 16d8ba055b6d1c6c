import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleCommandLine, COMMAND_LINE } from '#build/bundle-command-line.ts';
import { assert } from '#engine/units/assert.ts';
import type { Figure } from './figure.ts';
import { median } from './figure.ts';
import { writeIssueOf } from './many-pages.ts';
import { openSampleDesk, SAMPLE_FOLDER } from './sample-desk.ts';

/** Cold runs of the whole process. */
const COLD_RUNS = 5;
const MIB = 1024 * 1024;

/** One run of the command line. */
interface ProcessRun {
  readonly seconds: number;
  /** Largest resident set, in MiB. */
  readonly mebibytes: number;
}

/** Whole process from issue folder to PDF, cold, and what further pages cost. */
export async function processFigures(): Promise<readonly Figure[]> {
  await bundleCommandLine();
  const folder = await mkdtemp(join(tmpdir(), 'banxin-bench-'));
  const out = join(folder, 'page.pdf');
  const cold: ProcessRun[] = [];
  for (let run = 0; run < COLD_RUNS; run++) cold.push(await press(SAMPLE_FOLDER, out));
  const bytes = (await stat(out)).size;
  const further = await furtherPages(folder, cold);
  await rm(folder, { recursive: true });
  return [
    {
      name: 'whole process, cold, issue folder to PDF: wall time',
      value: median(cold.map((run) => run.seconds)),
      unit: 's',
      target: '≤ 0.6 s',
      samples: COLD_RUNS,
    },
    {
      name: 'whole process, cold, issue folder to PDF: memory',
      value: median(cold.map((run) => run.mebibytes)),
      unit: 'MiB',
      target: '≤ 250 MiB',
      samples: COLD_RUNS,
    },
    {
      name: 'PDF size with the 3000 × 2000 photo',
      value: bytes / 1e6,
      unit: 'MB',
      target: '≤ 1.2 MB',
      samples: 1,
    },
    ...further,
  ];
}

async function furtherPages(folder: string, cold: readonly ProcessRun[]): Promise<Figure[]> {
  const { issue } = openSampleDesk();
  const one = median(cold.map((run) => run.seconds));
  const figures: Figure[] = [];
  for (const count of [10, 100]) {
    const many = await writeIssueOf(issue, count);
    const run = await press(many, join(folder, `pages-${count}.pdf`));
    await rm(join(many, '..'), { recursive: true });
    const name = `each further page, ${count} pages of different text`;
    const perPage = ((run.seconds - one) * 1000) / (count - 1);
    const time = { name: `${name}: time`, value: perPage, unit: 'ms', target: '≤ 30 ms' };
    const memory = { name: `${name}: memory of the process`, value: run.mebibytes, unit: 'MiB' };
    figures.push({ ...time, samples: count - 1 });
    figures.push({ ...memory, target: 'flat in pages', samples: 1 });
  }
  return figures;
}

/**
 * Written by the child when it ends, so that no other program is needed to read its memory. Linux
 * counts the parent's memory into a child's maxRSS; its own high-water mark stands in /proc.
 */
const REPORT_MEMORY = `
import { readFileSync, writeFileSync } from 'node:fs';
process.on('exit', () => {
  let kilobytes = process.resourceUsage().maxRSS;
  try {
    kilobytes = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {}
  writeFileSync(process.env.BANXIN_BENCH_REPORT, String(kilobytes * 1024));
});`;

async function press(issue: string, out: string): Promise<ProcessRun> {
  const report = `${out}.memory`;
  const hook = `data:text/javascript,${encodeURIComponent(REPORT_MEMORY)}`;
  const words = ['press', issue, '--out', out, '--anyway'];
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', hook, COMMAND_LINE, ...words], {
    env: { ...process.env, BANXIN_BENCH_REPORT: report },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: Buffer[] = [];
  child.stderr.on('data', (piece: Buffer) => said.push(piece));
  const code = await new Promise((resolve) => child.on('close', resolve));
  const seconds = (performance.now() - started) / 1000;
  assert(code === 0, `the command line presses ${issue}: ${Buffer.concat(said).toString()}`);
  return { seconds, mebibytes: Number(await readFile(report, 'utf8')) / MIB };
}
