import { createComposer } from '#engine/compose/page.ts';
import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import type { Issue } from '#engine/model/issue.ts';
import { contentClientId, createIssueDoc } from '#engine/model/issue-doc.ts';
import { createIssueReader } from '#engine/model/read-issue.ts';
import { assert } from '#engine/units/assert.ts';
import { readAsset } from '#host/issue-folder/assets.ts';
import { loadPressProfile } from '#host/press/load-press-profile.ts';
import { openPressroom } from '#host/press/pressroom.ts';
import type { Figure } from './figure.ts';
import { median } from './figure.ts';
import { oneCharacterEdit } from './one-character-edits.ts';
import { openSampleDesk, PRESS_PROFILE, SAMPLE_FOLDER } from './sample-desk.ts';

/** Edits before the clock counts, and edits that count. */
const WARM_UP = 20;
const SAMPLES = 60;

/** From a one-character edit to press-ready bytes, composition left out; pictures unchanged. */
export async function pressFigures(): Promise<readonly Figure[]> {
  const { issue, template, parts } = openSampleDesk();
  const profile = await loadPressProfile(PRESS_PROFILE);
  assert(profile.ok, 'the press profile of the sample can be read');
  const pressroom = openPressroom({
    fonts: parts.fonts,
    press: profile.value,
    readAsset: (asset) => readAsset(SAMPLE_FOLDER, asset),
    producer: 'Banxin bench',
  });
  const doc = createIssueDoc(issue, contentClientId('bench'));
  const reader = createIssueReader(doc);
  const composer = createComposer(parts);
  const knownGlyphs: number[] = [];
  const newGlyphs: number[] = [];
  let faces = '';
  for (let index = 0; index < WARM_UP + SAMPLES; index++) {
    const result = applyEdit(doc, editNumber(reader.read(), index));
    assert(result.ok, 'a character can be typed');
    const edited = reader.read();
    const page = edited.pages[0];
    assert(page !== undefined, 'the sample has a page');
    const { list } = composer.composePage(edited, page, template);
    const started = performance.now();
    const pdf = await pressroom.press({ list, names: namesOf(edited, page.number) });
    const milliseconds = performance.now() - started;
    assert(pdf.ok, 'the edited page can be pressed');
    const tags = fontTags(pdf.value);
    if (index >= WARM_UP) (tags === faces ? knownGlyphs : newGlyphs).push(milliseconds);
    faces = tags;
  }
  return [
    figure('edit to PDF bytes, beyond composition, all glyphs already on the page', knownGlyphs),
    figure('edit to PDF bytes, beyond composition, a glyph new to its face', newGlyphs),
  ];
}

/** Every third edit types a character that the page does not have yet. */
function editNumber(issue: Issue, index: number): Edit {
  const edit = oneCharacterEdit(issue, index);
  if (index % 3 !== 0 || edit.kind !== 'replacedText') return edit;
  const text = String.fromCodePoint(RARE_CHARACTERS + index);
  const run = { text, role: 'plain' } as const;
  return { ...edit, content: [{ kind: 'body', looseness: 0, runs: [run] }] };
}

/** Ideographs from here on are rare, and the Song face has them. */
const RARE_CHARACTERS = 0x7800;

function figure(name: string, values: readonly number[]): Figure {
  return { name, value: median(values), unit: 'ms', target: '≤ 20 ms', samples: values.length };
}

/** Subset names of the file's fonts; they change when a glyph comes or goes. */
function fontTags(pdf: Uint8Array): string {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  return [...new Set(text.match(/\/[A-Z]{6}\+/g))].join('');
}

function namesOf(issue: { paper: string; supplement: string; date: string }, page: string) {
  const { paper, supplement, date } = issue;
  const time = `${date}T00:00:00+08:00`;
  const rest = { name: '', edition: '', plates: 'CMYK', time, version: 1 };
  return { paper, supplement, date, page, ...rest };
}
