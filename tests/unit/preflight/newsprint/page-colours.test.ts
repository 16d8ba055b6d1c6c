import { expect, test } from 'vitest';
import { checkPageColours } from '#engine/preflight/newsprint/check-page-colours.ts';
import { K_ONLY } from '#engine/units/ink.ts';
import { TEST_TEMPLATE } from '#tests/unit/compose/test-template.ts';
import { printedPage } from '#tests/unit/preflight/checked-pages.ts';
import { RED, type } from './printed-things.ts';

const GREY = { ...K_ONLY, k: 0.7 };
const items = [type(40, GREY), type(20, K_ONLY), type(20, RED)];

test('a colour that has become grey on a black page is told with its percentage', () => {
  const page = { colours: 'black' } as const;
  expect(checkPageColours(printedPage(items, { page })).map(({ values }) => values)).toEqual([
    { percent: 70, page: 'A06', colours: '黑白' },
  ]);
});

test('a grey of the template is meant, and on a page of four colours every grey is', () => {
  const swatches = { ...TEST_TEMPLATE.swatches, half: GREY };
  const template = { ...TEST_TEMPLATE, swatches };
  expect(checkPageColours(printedPage(items, { page: { colours: 'red' }, template }))).toEqual([]);
  expect(checkPageColours(printedPage(items))).toEqual([]);
});
