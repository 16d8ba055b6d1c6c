import type { Issue } from '#engine/model/issue.ts';
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

/** The ad in grey, as it is booked. */
export function greyAd(issue: Issue, finding: Finding): Mend | undefined {
  const block = blockOf(issue, finding);
  if (block?.kind !== 'picture') return undefined;
  const { picture } = block;
  const edit = { kind: 'setPicture', picture, changes: { greyscale: true } } as const;
  const { number = '' } = finding.values;
  return {
    code: 'mend-ad-grey',
    values: { number },
    isSafe: false,
    change: { kind: 'edit', edit },
  };
}
