import { expect, test } from 'vitest';
import type { DisplayList } from '#engine/display/display-list.ts';
import { preflightPage } from '#engine/preflight/preflight-page.ts';
import { pageTemplate, sampleIssue } from '#tests/unit/model/sample-issue.ts';

const ISSUE = sampleIssue();
const TEMPLATE = pageTemplate('park-broadsheet');
const PAGE = ISSUE.pages.find(({ blocks }) => blocks.some(({ kind }) => kind === 'picture'));

test('a picture that is too coarse in print holds the page back, and names its block', () => {
  const block = PAGE?.blocks.find((one) => one.kind === 'picture');
  if (PAGE === undefined || block?.kind !== 'picture') throw new Error('the sample has a picture');
  const at = (widthPt: number) => {
    const list: DisplayList = {
      widthPt: 1000,
      heightPt: 1000,
      items: [
        {
          kind: 'group',
          id: block.id,
          x: 0,
          y: 0,
          items: [
            {
              kind: 'picture',
              picture: block.picture,
              asset: 'photograph.jpg',
              frame: { x: 0, y: 0, width: widthPt, height: 100 },
              crop: { x: 0, y: 0, width: 1, height: 1 },
              greyscale: false,
            },
          ],
        },
      ],
    };
    const composed = { list, fits: {} };
    const found = preflightPage({ issue: ISSUE, page: PAGE, template: TEMPLATE, composed });
    return found.filter(({ code }) => code.startsWith('picture-'));
  };
  const widthPx = ISSUE.pictures[block.picture]?.widthPx ?? 0;
  const widthAt = (ppi: number) => (widthPx / ppi) * 72;
  expect(at(widthAt(240))).toEqual([]);
  expect(at(widthAt(150)).map(({ code, severity }) => [code, severity])).toEqual([
    ['picture-ppi-low', 'warns'],
  ]);
  expect(at(widthAt(100))).toEqual([
    {
      code: 'picture-ppi-too-low',
      severity: 'blocks press',
      where: { text: `picture:${block.picture}`, page: PAGE.id, block: block.id },
      values: { ppi: 100 },
    },
  ]);
});

test('an ad that became a picture is warned of wherever it stands', () => {
  const id = 'workshop';
  const picture = ISSUE.pictures[id];
  if (PAGE === undefined || picture === undefined) throw new Error('the sample has a picture');
  const rasterised = { page: 1, ppi: 300, reason: 'ad-font-drawn' };
  const issue = { ...ISSUE, pictures: { ...ISSUE.pictures, [id]: { ...picture, rasterised } } };
  const block = PAGE.blocks.find((one) => one.kind === 'picture')?.id ?? '';
  const frame = { x: 0, y: 0, width: (picture.widthPx / 250) * 72, height: 100 };
  const crop = { x: 0, y: 0, width: 1, height: 1 };
  const item = { kind: 'picture', picture: id, asset: 'ad.png', frame, crop } as const;
  const inner = { ...item, greyscale: false };
  const items = [{ kind: 'group', id: block, x: 0, y: 0, items: [inner] } as const];
  const composed = { list: { widthPt: 1000, heightPt: 1000, items }, fits: {} };
  const found = preflightPage({ issue, page: PAGE, template: TEMPLATE, composed });
  const told = found.filter(({ code }) => code === 'ad-rasterised');
  expect(told).toMatchObject([{ severity: 'warns', where: { block }, values: { ppi: 250 } }]);
});

test('the hotlines of the sample are checked with the page', () => {
  const pages = ISSUE.pages.map((page) => {
    const composed = { list: { widthPt: 1, heightPt: 1, items: [] }, fits: {} };
    return preflightPage({ issue: ISSUE, page, template: TEMPLATE, composed });
  });
  const codes = pages.flat().map(({ code }) => code);
  expect(codes).toContain('hotline-no-area-code');
  expect(codes).toContain('hotline-label-differs');
});
