import { expect, test } from 'vitest';
import type { DisplayItem, PictureItem } from '#engine/display/display-list.ts';
import type { Page } from '#engine/model/issue.ts';
import { checkAdInks } from '#engine/preflight/ads/check-ad-inks.ts';
import { pageTemplate, sampleIssue } from '#tests/unit/model/sample-issue.ts';

const PAGE: Page = { id: 'a06', number: 'A06', name: '园区周刊', template: 'park', blocks: [] };
const AD = { kind: 'picture', adPage: { mends: ['ink'] } } as unknown as PictureItem;
const GREY_AD = { kind: 'picture', adPage: { mends: ['grey'] } } as unknown as PictureItem;
const PHOTOGRAPH = { kind: 'picture' } as unknown as PictureItem;

function found(colours: Page['colours'], item: PictureItem): readonly string[] {
  const page = colours === undefined ? PAGE : { ...PAGE, colours };
  const inner: DisplayItem = { kind: 'group', id: '', x: 0, y: 0, items: [item] };
  const group: DisplayItem = { kind: 'group', id: 'slot', x: 0, y: 0, items: [inner] };
  const issue = { ...sampleIssue(), pages: [page] };
  const composed = { list: { widthPt: 1, heightPt: 1, items: [group] }, fits: {} };
  const checked = { issue, page, template: pageTemplate('park-broadsheet'), composed };
  return checkAdInks(checked).map(({ code }) => code);
}

test('a PDF ad holds back a page that is not printed in four colours', () => {
  expect(found('black', AD)).toEqual(['ad-needs-four-inks']);
  expect(found('red', AD)).toEqual(['ad-needs-four-inks']);
});

test('a PDF ad on a four-colour page and a photograph on a black one are well', () => {
  expect(found(undefined, AD)).toEqual([]);
  expect(found('black', PHOTOGRAPH)).toEqual([]);
  expect(found('black', GREY_AD)).toEqual([]);
  expect(found('red', GREY_AD)).toEqual([]);
});
