import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Composer } from '#engine/compose/page.ts';
import { createComposer } from '#engine/compose/page.ts';
import type { DisplayList } from '#engine/display/display-list.ts';
import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import type { Issue } from '#engine/model/issue.ts';
import { createIssueDoc } from '#engine/model/issue-doc.ts';
import { createIssueReader } from '#engine/model/read-issue.ts';
import { assert } from '#engine/units/assert.ts';
import type { Figure } from './figure.ts';
import { median } from './figure.ts';
import { oneCharacterEdit } from './one-character-edits.ts';
import { lineSpacing, sharedBaselines, tightMarks } from './page-look.ts';
import type { SampleDesk } from './sample-desk.ts';
import { openSampleDesk } from './sample-desk.ts';

/** Edits before the clock runs: by then the compiler of the runtime has seen every path. */
const WARMING_EDITS = 200;
const TIMED_EDITS = 200;
const COLD_RUNS = 5;

/** Speed of composition on the sample page, and how well the page is set. */
export async function composeFigures(): Promise<readonly Figure[]> {
  const cold = await coldTimes();
  const desk = openSampleDesk();
  const composer = createComposer(desk.parts);
  const list = composeFirstPage(composer, desk, desk.issue);
  return [
    ...editFigures(editTimes(desk, composer)),
    ...coldFigures(cold),
    ...lookFigures(desk, list),
  ];
}

function composeFirstPage(composer: Composer, desk: SampleDesk, issue: Issue): DisplayList {
  const page = issue.pages[0];
  assert(page !== undefined, 'the sample has a page');
  return composer.composePage(issue, page, desk.template).list;
}

/** From the edit of the document to the new display list, in ms, each at another place. */
function editTimes(desk: SampleDesk, composer: Composer): readonly number[] {
  const doc = createIssueDoc(desk.issue, 1);
  const reader = createIssueReader(doc);
  composeFirstPage(composer, desk, reader.read());
  const times: number[] = [];
  for (let index = 0; index < WARMING_EDITS + TIMED_EDITS; index++) {
    const edit = oneCharacterEdit(reader.read(), index);
    const start = performance.now();
    const result = applyEdit(doc, edit);
    composeFirstPage(composer, desk, reader.read());
    const time = performance.now() - start;
    assert(result.ok, 'a character can be typed anywhere in a story');
    if (index >= WARMING_EDITS) times.push(time);
  }
  return times;
}

/** The first composition of fresh processes, in ms. */
async function coldTimes(): Promise<readonly number[]> {
  const times: number[] = [];
  for (let run = 0; run < COLD_RUNS; run++) {
    const own = fileURLToPath(import.meta.url);
    const { stdout } = await promisify(execFile)(process.execPath, [own]);
    times.push(Number(stdout));
  }
  return times;
}

function timeOnce(): number {
  const desk = openSampleDesk();
  const composer = createComposer(desk.parts);
  const start = performance.now();
  composeFirstPage(composer, desk, desk.issue);
  return performance.now() - start;
}

function editFigures(times: readonly number[]): readonly Figure[] {
  const samples = times.length;
  const name = 'one-character edit to new display list, warm';
  return [
    { name: `${name}, median`, value: median(times), unit: 'ms', target: '≤ 2 ms', samples },
    { name: `${name}, worst`, value: Math.max(...times), unit: 'ms', target: '≤ 8 ms', samples },
  ];
}

function coldFigures(times: readonly number[]): readonly Figure[] {
  const samples = times.length;
  const name = 'first page in a fresh process';
  return [
    { name: `${name}, median`, value: median(times), unit: 'ms', target: '≤ 80 ms', samples },
    { name: `${name}, worst`, value: Math.max(...times), unit: 'ms', target: undefined, samples },
  ];
}

function lookFigures(desk: SampleDesk, list: DisplayList): readonly Figure[] {
  const { loosestEm, beyond, lines } = lineSpacing(list);
  const baselines = sharedBaselines(list, desk.template.body.leadingPt);
  const marks = tightMarks(list);
  return [
    {
      name: 'loosest line, mean Han advance',
      value: loosestEm,
      unit: 'em',
      target: '≤ 1.05 em',
      samples: lines,
    },
    { name: 'lines beyond 1.10 em', value: beyond, unit: 'lines', target: '0', samples: lines },
    {
      name: 'baselines shared with the next column',
      value: (100 * baselines.count) / baselines.of,
      unit: '%',
      target: '100 %',
      samples: baselines.of,
    },
    {
      name: 'adjacent marks set tight',
      value: marks.count,
      unit: `of ${marks.of}`,
      target: 'all',
      samples: marks.of,
    },
  ];
}

// Run by itself, this file is one of the fresh processes.
if (import.meta.main) process.stdout.write(String(timeOnce()));
