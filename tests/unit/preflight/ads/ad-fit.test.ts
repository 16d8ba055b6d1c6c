import { describe, expect, it } from 'vitest';
import type { AdPlace, Issue, Picture, PictureBlock } from '#engine/model/issue.ts';
import { openSlot } from '#engine/model/new-issue.ts';
import {
  adFit,
  betterSizes,
  betterSlots,
  mayStretch,
  stretchPercent,
} from '#engine/preflight/ads/ad-fit.ts';
import { slotFindings } from '#engine/preflight/ads/slot-findings.ts';
import { editOfMends, mendOf } from '#engine/preflight/mend-finding.ts';
import { type AdPage, adPagePixels } from '#engine/units/ad-page.ts';
import { mmToPt } from '#engine/units/units.ts';
import { area, issueOf, pictureBlock } from '#tests/unit/compose/test-page.ts';
import { obeyFourLaws } from '#tests/unit/model/four-laws.ts';

const QUARTER = { size: '四分之一版', widthMm: 350, heightMm: 120 };
const EIGHTH = { size: '八分之一版', widthMm: 175, heightMm: 120 };

/** A PDF ad of so many millimetres, with type of eight points and pictures of 300 ppi. */
function ad(widthMm: number, heightMm: number, fit: AdPage['fit'] = 'whole'): Picture {
  const size = { widthPt: mmToPt(widthMm), heightPt: mmToPt(heightMm) };
  const adPage: AdPage = { page: 1, ...size, fit, mends: [], finest: { typePt: 8, ppi: 300 } };
  return { ...openSlot('ad'), asset: `${'a'.repeat(64)}.pdf`, ...adPagePixels(size), adPage };
}

function slot(id: string, place: Omit<AdPlace, 'mark'>, column: number): PictureBlock {
  const block = pictureBlock(id, area(column, 0, 10, 10), 0);
  return { ...block, id, ad: { ...place, mark: 'topRight' } };
}

/** The ad in a quarter page of booking A-01, and an empty eighth beside it. */
function issueWith(picture: Picture): Issue {
  const blocks = [
    slot('ad', { ...QUARTER, booking: 'A-01' }, 0),
    slot('empty', { ...EIGHTH, booking: 'A-02' }, 12),
  ];
  return issueOf({ blocks, pictures: [picture, openSlot('empty')] });
}

function blockOf({ pages }: Issue, id: string): PictureBlock {
  const block = pages.flatMap(({ blocks }) => blocks).find((one) => one.id === id);
  if (block?.kind !== 'picture') throw new Error(`no slot ${id}`);
  return block;
}

describe('an ad in a slot of another size', () => {
  it('says beforehand how it is scaled, what stays paper, and how fine it is then', () => {
    expect(adFit(ad(350, 100), QUARTER)).toEqual({
      scalePercent: 100,
      side: 'height',
      restMm: 20,
      typePt: 8,
      ppi: 300,
    });
    expect(adFit(ad(437.5, 125), QUARTER)).toMatchObject({
      scalePercent: 80,
      typePt: 6.4,
      ppi: 375,
    });
    expect(adFit(openSlot('none'), QUARTER)).toBeUndefined();
  });

  it('is offered the sizes that leave less paper, the nearest first', () => {
    const sizes = [QUARTER, EIGHTH, { size: '半版', widthMm: 350, heightMm: 240 }].map(
      ({ size: name, ...rest }) => ({ name, written: [], ...rest }),
    );
    const own = { ...QUARTER, mark: 'none' } as const;
    const found = betterSizes(ad(350, 235), { own, sizes });
    expect(found.map(({ place }) => place.name)).toEqual(['半版', '八分之一版']);
  });

  it('goes to an empty slot that it fits, with its booking, as one step', () => {
    const issue = issueWith(ad(175, 120));
    expect(betterSlots(issue, blockOf(issue, 'ad')).map(({ place }) => place.block.id)).toEqual([
      'empty',
    ]);
    const [page] = issue.pages;
    if (page === undefined) throw new Error('a test issue has a page');
    const [finding] = slotFindings({ issue, page }, blockOf(issue, 'ad')).filter(
      ({ code }) => code === 'ad-shape-differs',
    );
    if (finding === undefined) throw new Error('the shape differs');
    const mend = mendOf(issue, { ...finding, where: { block: 'ad' } });
    const edit = mend && editOfMends(issue, [mend]);
    expect(mend?.code).toBe('mend-ad-slot');
    expect(mend?.values).toEqual({ page: page.number, size: '八分之一版', scale: 100, rest: 0 });
    if (edit === undefined) throw new Error('there is a mend');
    const after = obeyFourLaws(issue, edit);
    expect(blockOf(after, 'empty')).toMatchObject({ picture: 'ad', ad: { booking: 'A-01' } });
    expect(blockOf(after, 'ad')).toMatchObject({ picture: 'empty', ad: { booking: 'A-02' } });
  });

  it('is stretched only by what nobody sees, and a warning says so', () => {
    expect(stretchPercent(ad(350, 118), QUARTER)).toBe(1.7);
    expect(mayStretch(ad(350, 118), QUARTER)).toBe(true);
    expect(mayStretch(ad(350, 110), QUARTER)).toBe(false);
    const issue = issueWith(ad(350, 118, 'stretched'));
    const [page] = issue.pages;
    if (page === undefined) throw new Error('a test issue has a page');
    const found = slotFindings({ issue, page }, blockOf(issue, 'ad'));
    expect(found.find(({ code }) => code === 'ad-stretched')?.values.percent).toBe(1.7);
    expect(found.map(({ code }) => code)).not.toContain('ad-shape-differs');
  });

  it('is stretched in place when no other slot fits it', () => {
    const issue = issueWith(ad(350, 118));
    const where = { block: 'ad' };
    const finding = { code: 'ad-shape-differs', severity: 'warns', where, values: {} } as const;
    const mend = mendOf(issue, finding);
    expect([mend?.code, mend?.isSafe]).toEqual(['mend-ad-stretched', false]);
  });
});
