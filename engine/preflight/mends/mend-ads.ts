import type { Issue, PictureBlock } from '#engine/model/issue.ts';
import {
  betterSlots,
  isOfShape,
  mayStretch,
  movedAdEdit,
  stretchPercent,
} from '#engine/preflight/ads/ad-fit.ts';
import { onBlackPlate } from '#engine/units/ad-page.ts';
import type { Finding } from '#engine/units/finding.ts';
import { blockOf } from './block-of.ts';
import type { Mend } from './mend.ts';

/** 广告 at the corner where papers have it. */
const MARK = 'topRight';

/** The partner grid with its mark. */
export function markedGrid(_issue: Issue, { where }: Finding): Mend | undefined {
  const adGrid = /^adGrid:([^/]+)$/u.exec(where.text ?? '')?.[1];
  if (adGrid === undefined) return undefined;
  const edit = { kind: 'setAdGrid', adGrid, changes: { mark: MARK } } as const;
  return { code: 'mend-ad-mark', values: {}, isSafe: false, change: { kind: 'edit', edit } };
}

/** The ad slot with its mark. */
export function markedAd(issue: Issue, finding: Finding): Mend | undefined {
  const block = blockOf(issue, finding);
  if (block?.kind !== 'picture' || block.ad === undefined) return undefined;
  const value = { ...block.ad, mark: MARK };
  const edit = { kind: 'setBlockProperty', block: block.id, property: 'ad', value } as const;
  const values = { size: block.ad.size };
  return { code: 'mend-ad-slot-mark', values, isSafe: false, change: { kind: 'edit', edit } };
}

/** The ad on the black plate; a photograph as a grey one. */
export function greyPicture(issue: Issue, finding: Finding): Mend | undefined {
  const named = /^picture:([^/]+)/u.exec(finding.where.text ?? '')?.[1];
  const picture = issue.pictures[named ?? slotOf(issue, finding)?.picture ?? ''];
  if (picture === undefined) return undefined;
  const { adPage, id } = picture;
  const changes = adPage ? { adPage: onBlackPlate(adPage) } : { greyscale: true };
  const edit = { kind: 'setPicture', picture: id, changes } as const;
  return { code: 'mend-ad-grey', values: {}, isSafe: false, change: { kind: 'edit', edit } };
}

/** An empty slot that the ad fits, else its own to the edges when that hardly shows. */
export function fittingPlace(issue: Issue, finding: Finding): Mend | undefined {
  const block = slotOf(issue, finding);
  const picture = issue.pictures[block?.picture ?? ''];
  if (block?.ad === undefined || picture === undefined) return undefined;
  const [slot] = betterSlots(issue, block).filter(({ fit }) => isOfShape(fit));
  const moved = slot && movedAdEdit(block, slot.place.block);
  if (slot !== undefined && moved !== undefined) {
    const { fit, place } = slot;
    const figures = { scale: fit.scalePercent ?? 100, rest: fit.restMm };
    const values = { page: place.page.number, size: place.block.ad?.size ?? '', ...figures };
    const change = { kind: 'edit', edit: moved } as const;
    return { code: 'mend-ad-slot', values, isSafe: false, change };
  }
  if (picture.adPage === undefined || !mayStretch(picture, block.ad)) return undefined;
  const changes = { adPage: { ...picture.adPage, fit: 'stretched' } } as const;
  const edit = { kind: 'setPicture', picture: picture.id, changes } as const;
  const values = { percent: stretchPercent(picture, block.ad) };
  return { code: 'mend-ad-stretched', values, isSafe: false, change: { kind: 'edit', edit } };
}

function slotOf(issue: Issue, finding: Finding): PictureBlock | undefined {
  const block = blockOf(issue, finding);
  return block?.kind === 'picture' ? block : undefined;
}
