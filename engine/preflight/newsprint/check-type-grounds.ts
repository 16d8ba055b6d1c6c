import { itemBounds } from '#engine/display/bounds.ts';
import type { DisplayItem, GroupItem, TextItem } from '#engine/display/display-list.ts';
import { sharedArea } from '#engine/model/grid-areas.ts';
import type { Page } from '#engine/model/issue.ts';
import { blockGroups, type CheckedPage, placedAt } from '#engine/preflight/checked-page.ts';
import { CONTRAST_LEAST_PERCENT, REVERSED_LEAST_PT } from '#engine/preflight/finding-limits.ts';
import type { Finding } from '#engine/units/finding.ts';
import { type Ink, PAPER } from '#engine/units/ink.ts';
import { darknessOf, inkCount, inkSumPercent } from './ink-amounts.ts';
import { isBelow, onceEach, placeOfRun, toldSize } from './look-through.ts';
import { coversPoint } from './printed-ground.ts';

/**
 * Type on a ground: white type that is small (反白字), type that stands out too little from the tint
 * under it, and white type with nothing under it, which is not there in print. Grounds are those of
 * the block itself; where blocks lie on one another, that is told by itself.
 */
export function checkTypeGrounds(checked: CheckedPage): readonly Finding[] {
  return blockGroups(checked).flatMap((group) => {
    const found = FOUND.get(group) ?? onceEach(groundFindings(group));
    FOUND.set(group, found);
    const own = isOverlapped(checked.page, group.id)
      ? found.filter(({ code }) => code !== 'type-white-on-white')
      : found;
    return placedAt({ block: group.id }, own);
  });
}

const FOUND = new WeakMap<GroupItem, readonly Finding[]>();

/** Another block may be the ground of this one (压图题). */
function isOverlapped({ blocks }: Page, id: string): boolean {
  const own = blocks.find((block) => block.id === id);
  return blocks.some((other) => {
    return other !== own && own !== undefined && sharedArea(own.area, other.area) !== undefined;
  });
}

/** What is printed under type: an ink, or a picture, whose tones are not known here. */
type Ground = Ink | 'picture';

interface PrintedGround {
  readonly item: DisplayItem;
  /** Where the space of the item begins, in the space of the block. */
  readonly x: number;
  readonly y: number;
}

function groundFindings(block: GroupItem): readonly Finding[] {
  const grounds: PrintedGround[] = [];
  const look = (item: DisplayItem, x: number, y: number): readonly Finding[] => {
    switch (item.kind) {
      case 'group':
        return item.items.flatMap((member) => look(member, x + item.x, y + item.y));
      case 'text':
        return grounds.length === 0 && inkCount(item.run.ink) > 0
          ? []
          : typeFindings(item, groundUnder(grounds, item, x, y));
      case 'shape':
        if (item.fill !== undefined) grounds.push({ item, x, y });
        return [];
      case 'picture':
        grounds.push({ item, x, y });
        return [];
    }
  };
  return block.items.flatMap((item) => look(item, 0, 0));
}

/** The uppermost of what is printed in the middle of a run. */
function groundUnder(
  grounds: readonly PrintedGround[],
  item: TextItem,
  x: number,
  y: number,
): Ground {
  const bounds = itemBounds(item);
  if (bounds === undefined) return PAPER;
  const middle = { x: x + bounds.x + bounds.width / 2, y: y + bounds.y + bounds.height / 2 };
  const under = grounds.findLast((ground) => {
    return coversPoint(ground.item, middle.x - ground.x, middle.y - ground.y);
  });
  if (under === undefined) return PAPER;
  return under.item.kind === 'shape' ? (under.item.fill ?? PAPER) : 'picture';
}

/** White type smaller than this is held whatever its ground. */
const HELD_BELOW_PT = 7;

function typeFindings(item: TextItem, ground: Ground): readonly Finding[] {
  const { ink, sizePt, text } = item.run;
  if (text.trim() === '') return [];
  const size = toldSize(sizePt);
  const say = (code: string, severity: Finding['severity'], values: Finding['values']) => {
    return [{ code, severity, where: placeOfRun(item), values: { size, ...values } }] as const;
  };
  const isWhite = inkCount(ink) === 0;
  if (isWhite && ground !== 'picture' && inkSumPercent(ground) === 0) {
    return say('type-white-on-white', 'blocks press', {});
  }
  if (isWhite && isBelow(sizePt, REVERSED_LEAST_PT)) {
    const isHeld = ground === 'picture' || inkCount(ground) > 1 || isBelow(sizePt, HELD_BELOW_PT);
    const values = { limit: REVERSED_LEAST_PT, rule: 'R0016' };
    return say('type-reversed-small', isHeld ? 'blocks press' : 'warns', values);
  }
  if (ground === 'picture' || inkSumPercent(ground) === 0) return [];
  const contrast = Math.round(Math.abs(darknessOf(ink) - darknessOf(ground)) * 100);
  if (contrast >= CONTRAST_LEAST_PERCENT) return [];
  // The ground is at fault, not each text on it.
  const values = { contrast, limit: CONTRAST_LEAST_PERCENT };
  return [{ code: 'type-low-contrast', severity: 'warns', where: {}, values }];
}
