import { type Figure, median } from '#build/bench/figure.ts';
import { oneCharacterEdit } from '#build/bench/one-character-edits.ts';
import { openSampleDesk } from '#build/bench/sample-desk.ts';
import { createComposer } from '#engine/compose/page.ts';
import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import { contentClientId, createIssueDoc } from '#engine/model/issue-doc.ts';
import { createIssueReader } from '#engine/model/read-issue.ts';
import { preflightPage } from '#engine/preflight/preflight-page.ts';
import { assert } from '#engine/units/assert.ts';

const EDITS = 40;

/** What checking the page costs after each typed character, composing left out. */
export function livePassFigure(): Figure {
  const { issue, parts, template } = openSampleDesk();
  const doc = createIssueDoc(issue, contentClientId('bench'));
  const reader = createIssueReader(doc);
  const composer = createComposer(parts);
  const times: number[] = [];
  for (let index = 0; index < EDITS; index += 1) {
    const result = applyEdit(doc, oneCharacterEdit(reader.read(), index));
    assert(result.ok, 'a character can be typed');
    const edited = reader.read();
    const page = edited.pages[0];
    assert(page !== undefined, 'the sample has a page');
    const composed = composer.composePage(edited, page, template);
    const started = performance.now();
    preflightPage({ issue: edited, page, template, composed });
    times.push(performance.now() - started);
  }
  const name = `live checks after a character, slowest (median ${median(times).toFixed(2)} ms)`;
  return { name, value: Math.max(...times), unit: 'ms', target: '≤ 50 ms', samples: EDITS };
}
