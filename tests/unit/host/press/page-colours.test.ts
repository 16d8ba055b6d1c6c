import { describe, expect, it } from 'vitest';
import { createComposer } from '#engine/compose/page.ts';
import { firstNames } from '#engine/press/page-names.ts';
import type { PageColours } from '#engine/units/ink.ts';
import { openFontBook } from '#host/fonts/open-font-book.ts';
import { readAsset } from '#host/issue-folder/assets.ts';
import { loadPressProfile } from '#host/press/load-press-profile.ts';
import { openPressroom } from '#host/press/pressroom.ts';
import { isUnsound, readPageBack } from '#host/press/read-page-back.ts';
import { SHIPPED_LEXICON } from '#tests/unit/compose/shipped-lexicon.ts';
import { pageTemplate, sampleIssue } from '#tests/unit/model/sample-issue.ts';
import { platesOf } from '#tests/unit/press/read-pdf.ts';

const FOLDER = 'templates/samples/park-supplement-2021-06-18.issue';
const { book } = openFontBook({ faces: [], cacheFolder: 'node_modules/.cache/unpacked-faces' });

/** The sample's page, pressed with all its marks. */
async function pressed(colours: PageColours | undefined, profile = 'newsprint-390x540') {
  const press = await loadPressProfile(`templates/press-profiles/${profile}.json`);
  if (!press.ok) throw new Error(press.failure.code);
  const issue = sampleIssue();
  const [first] = issue.pages;
  if (first === undefined) throw new Error('the sample has a page');
  const page = { ...first, colours };
  const composer = createComposer({ fonts: book, lexicon: SHIPPED_LEXICON });
  const { list } = composer.composePage(issue, page, pageTemplate('park-broadsheet'));
  const { plates } = press.value.profile;
  const names = firstNames(issue, page, { plates, time: '2021-06-18T00:00:00+08:00' });
  const room = openPressroom({
    fonts: book,
    press: press.value,
    readAsset: (asset) => readAsset(FOLDER, asset),
    producer: 'test',
  });
  const pdf = await room.press({ list, names });
  if (!pdf.ok) throw new Error(pdf.failure.code);
  const reading = readPageBack(pdf.value, { number: 'A06', standard: undefined }, press.value);
  return { pdf: pdf.value, reading, named: names.plates };
}

/** The plates with ink anywhere on the sheet, marks and slug included. */
function inkedPlates(pdf: Uint8Array): string {
  const plates = platesOf(pdf, 36);
  const names = { cyan: 'C', magenta: 'M', yellow: 'Y', black: 'K' } as const;
  return (['cyan', 'magenta', 'yellow', 'black'] as const)
    .filter((plate) => plates[plate].some((ink) => ink > 0))
    .map((plate) => names[plate])
    .join(' ');
}

describe('a page of the colour map has ink on', () => {
  it.each([
    [undefined, 'newsprint-390x540', 'C M Y K'],
    ['red', 'newsprint-390x540', 'M Y K'],
    ['black', 'newsprint-390x540', 'K'],
    ['black', 'newsprint-390x545', 'K'],
  ] as const)('%s, %s: %s', async (colours, profile, plates) => {
    const { named, pdf, reading } = await pressed(colours, profile);
    expect(inkedPlates(pdf)).toBe(plates);
    expect(named).toBe(plates);
    expect(isUnsound(reading)).toBe(false);
    expect(reading.findings.filter(({ severity }) => severity === 'blocks press')).toEqual([]);
  });
});
