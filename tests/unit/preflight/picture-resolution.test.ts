import { expect, test } from 'vitest';
import type { GroupItem, PictureItem } from '#engine/display/display-list.ts';
import { printedPicture, resolutionOf } from '#engine/preflight/picture-resolution.ts';

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
  expect([200, 199.9, 130, 129.9].map(resolutionOf)).toEqual(['good', 'low', 'low', 'too low']);
});
