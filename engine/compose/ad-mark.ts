import type { DisplayItem, GroupItem } from '#engine/display/display-list.ts';
import type { FillerLabel } from '#engine/model/filler.ts';
import type { AdMark } from '#engine/model/issue.ts';
import { PAPER } from '#engine/units/ink.ts';
import type { Rect } from '#engine/units/rect.ts';
import { fillRect } from './decorations.ts';
import { EM_BOX_ASCENT } from './page-grid.ts';
import { setLabel } from './text-box.ts';
import type { Typesetter } from './typesetter.ts';

/** The word that paid matter must bear (广告法 14); public-service ads say what they are. */
const WORDS: Readonly<Record<FillerLabel, string>> = {
  none: '',
  advertisement: '广告',
  publicService: '公益广告',
};
/** Size of the word and its distance from the corner. */
const MARK_SIZE_PT = 7;
const MARK_INSET_PT = 3;

/** What the mark stands on. */
export interface MarkedGround {
  /** Id of the group that the mark is. */
  readonly id: string;
  /** What it stands in a corner of. */
  readonly rect: Rect;
  /** Further from the corner than usual by this much, in points. */
  readonly insetPt: number;
  /** Template style that gives face and ink. */
  readonly style: string;
  /** A picture may be dark where the mark stands: paper is laid under it. */
  readonly isPicture: boolean;
  /** Which word; 广告 where nothing is said. */
  readonly label?: FillerLabel;
}

/** 广告 or 公益广告 in a corner; nothing for `none`. */
export function composeAdMark(
  typesetter: Typesetter,
  mark: AdMark,
  { id, rect, insetPt, style, isPicture, label = 'advertisement' }: MarkedGround,
): readonly DisplayItem[] {
  const word = WORDS[label];
  if (mark === 'none' || word === '') return [];
  const inset = MARK_INSET_PT + insetPt;
  const spans = [{ text: word, style: typesetter.style(style), source: undefined }];
  const variation = { sizePt: MARK_SIZE_PT, trackingEm: 0, horizontalScale: 1 };
  const { items, widthPt } = setLabel(typesetter, typesetter.readText(spans, variation));
  const isLeft = mark === 'topLeft' || mark === 'bottomLeft';
  const isTop = mark === 'topLeft' || mark === 'topRight';
  const x = rect.x + (isLeft ? inset : rect.width - inset - widthPt);
  const top = rect.y + (isTop ? inset : rect.height - inset - MARK_SIZE_PT);
  const group: GroupItem = {
    kind: 'group',
    id,
    x,
    y: top + EM_BOX_ASCENT * MARK_SIZE_PT,
    items,
  };
  if (!isPicture) return [group];
  const ground = { x: x - 1, y: top - 1, width: widthPt + 2, height: MARK_SIZE_PT + 2 };
  return [fillRect(ground, PAPER), group];
}
