import { expect, test } from 'vitest';
import type { GroupItem, PictureItem } from '#engine/display/display-list.ts';
import { printedPicture, resolutionOf } from '#engine/preflight/picture-resolution.ts';
import { lowResolution } from '#engine/preflight/pictures/check-resolution.ts';

const WORKSHOP: PictureItem = {
  kind: 'picture',
  picture: 'workshop',
  asset: 'workshop.jpg',
  frame: { x: 0, y: 0, width: 144, height: 72 },
  crop: { x: 0, y: 0.25, width: 1, height: 0.5 },
  greyscale: false,
};
const BLOCK: GroupItem = { kind: 'group', id: 'block-1', x: 0, y: 0, items: [WORKSHOP] };

test('counts the pixels that fall on an inch of the page', () => {
  const printed = printedPicture([BLOCK], { picture: 'workshop', widthPx: 600 });
  const { crop } = WORKSHOP;
  expect(printed).toEqual({ widthPt: 144, heightPt: 72, crop, effectivePpi: 300 });
});

test('halves the resolution when the crop shows half the width', () => {
  const closer = { ...WORKSHOP, crop: { x: 0.25, y: 0.4, width: 0.5, height: 0.25 } };
  const printed = printedPicture([closer], { picture: 'workshop', widthPx: 600 });
  expect(printed?.effectivePpi).toBe(150);
});

test('says nothing of a picture that does not stand on the page', () => {
  expect(printedPicture([BLOCK], { picture: 'other', widthPx: 600 })).toBeUndefined();
});

test('calls 200 ppi good, less low, and less than 130 too low', () => {
  expect([200, 199.9, 130, 129.9].map((ppi) => resolutionOf(ppi))).toEqual([
    'good',
    'low',
    'low',
    'too low',
  ]);
});

test('judges line art by the steps of its edges, and a code of squares not at all', () => {
  const worth = [600, 599.9, 200, 199.9].map((ppi) => resolutionOf(ppi, 'strokes'));
  expect(worth).toEqual(['good', 'low', 'low', 'too low']);
  expect(resolutionOf(25, 'squares')).toBe('good');
});

test('says of line art that it is line art', () => {
  const item = { frame: { x: 0, y: 0, width: 72, height: 72 }, crop: WHOLE };
  const codes = [599, 199].map(
    (widthPx) => lowResolution(item, { id: 'seal', widthPx, lineArt: 'strokes' })?.code,
  );
  expect(codes).toEqual(['line-art-ppi-low', 'line-art-ppi-too-low']);
  expect(lowResolution(item, { id: 'code', widthPx: 30, lineArt: 'squares' })).toBeUndefined();
});

const WHOLE = { x: 0, y: 0, width: 1, height: 1 };
