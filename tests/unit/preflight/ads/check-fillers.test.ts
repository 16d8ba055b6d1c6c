import { expect, test } from 'vitest';
import type { Filler } from '#engine/model/filler.ts';
import type { AdPlace, Block, Picture } from '#engine/model/issue.ts';
import { openSlot } from '#engine/model/new-issue.ts';
import { checkFillers } from '#engine/preflight/ads/check-fillers.ts';
import {
  area,
  articleBlock,
  issueOf,
  PHOTO_ASSET,
  picture,
  pictureBlock,
} from '#tests/unit/compose/test-page.ts';

const AD: AdPlace = {
  size: '小广告',
  widthMm: 30,
  heightMm: 20,
  mark: 'topRight',
  booking: 'A-01',
};
const NOTICE: Filler = {
  name: '节约用水',
  label: 'publicService',
  drawn: { headline: '节约用水', lines: [] },
};

/** Findings of the first block. */
function codes(blocks: readonly Block[], pictures: readonly Picture[] = []): readonly string[] {
  const issue = issueOf({ blocks, pictures, articles: { a: '天地' } });
  const [page] = issue.pages;
  const found = page === undefined ? [] : checkFillers({ issue, page });
  return found.filter(({ where }) => where.block === blocks[0]?.id).map(({ code }) => code);
}

function slot(id: string, filler?: Filler): Block {
  return { ...pictureBlock(id, area(0, 0, 10, 5), 0), ad: AD, ...(filler && { filler }) };
}

test('a filler may stand until its last day, and is told from the day after', () => {
  const until = (day: string) => {
    return articleBlock('a', area(0, 0, 10, 5), { filler: { ...NOTICE, until: day } });
  };
  expect(codes([until('2021-06-18')])).toEqual([]);
  expect(codes([until('2021-06-17')])).toEqual(['filler-ended']);
  expect(codes([articleBlock('a', area(0, 0, 10, 5))])).toEqual([]);
});

test('a filler is told when the ad that it stands in for has come in another slot', () => {
  const own = slot('one', NOTICE);
  expect(codes([own], [openSlot('one')])).toEqual([]);
  expect(codes([own, slot('two')], [openSlot('one'), openSlot('two')])).toEqual([]);
  expect(codes([own, slot('two')], [openSlot('one'), picture('two')])).toEqual(['filler-ad-came']);
  const filled = slot('two', { ...NOTICE, asset: PHOTO_ASSET });
  expect(codes([own, filled], [openSlot('one'), picture('two')])).toEqual([]);
});

test('a filler behind the ad that came has given way', () => {
  expect(codes([slot('one', NOTICE)], [picture('one')])).toEqual(['filler-gave-way']);
  const file = { ...NOTICE, asset: PHOTO_ASSET };
  expect(codes([slot('one', file)], [picture('one')])).toEqual([]);
});
