import { blackOfInk, type Ink, type PageColours } from '#engine/units/ink.ts';
import type { DisplayItem, DisplayList, GroupItem } from './display-list.ts';

/**
 * A page as the colour map of the issue has it printed: a black page (黑白) with all its colours and
 * photographs on the black plate, a page with red (套红) with its reds on magenta and yellow in equal
 * amounts besides. Items that did not change keep their identity from one list to the next.
 */
export function inPageColours(list: DisplayList, colours: PageColours | undefined): DisplayList {
  if (colours === undefined) return list;
  return { ...list, colours, items: itemsInColours(list.items, colours) };
}

/** The same for items that are set beside the page, such as a control strip. */
export function itemsInColours(
  items: readonly DisplayItem[],
  colours: PageColours,
): readonly DisplayItem[] {
  return items.map((item) => itemInColours(item, colours));
}

const KNOWN: Readonly<Record<PageColours, WeakMap<DisplayItem, DisplayItem>>> = {
  red: new WeakMap(),
  black: new WeakMap(),
};

function itemInColours(item: DisplayItem, colours: PageColours): DisplayItem {
  const known = KNOWN[colours].get(item);
  if (known !== undefined) return known;
  const changed = changedItem(item, colours);
  KNOWN[colours].set(item, changed);
  return changed;
}

function changedItem(item: DisplayItem, colours: PageColours): DisplayItem {
  switch (item.kind) {
    case 'text': {
      const ink = inkInColours(item.run.ink, colours);
      return ink === item.run.ink ? item : { ...item, run: { ...item.run, ink } };
    }
    case 'shape': {
      const fill = item.fill && inkInColours(item.fill, colours);
      const stroke = item.stroke && {
        ...item.stroke,
        ink: inkInColours(item.stroke.ink, colours),
      };
      return { ...item, fill, stroke };
    }
    case 'picture':
      return item.greyscale ? item : { ...item, greyscale: true };
    case 'group':
      return groupInColours(item, colours);
  }
}

function groupInColours(group: GroupItem, colours: PageColours): GroupItem {
  return { ...group, items: itemsInColours(group.items, colours) };
}

/** Red enough to stay red: cyan would make it brown or violet. */
const MOST_CYAN_IN_RED = 0.3;

/** An ink on a page of fewer colours; inks that such a page has anyway are given back unchanged. */
export function inkInColours(ink: Ink, colours: PageColours): Ink {
  const { c, m, y, k } = ink;
  if (c === 0 && m === 0 && y === 0) return ink;
  const red = Math.min(m, y);
  if (colours === 'red' && red > 0 && c <= MOST_CYAN_IN_RED * red) {
    const amount = (m + y) / 2;
    return { c: 0, m: amount, y: amount, k };
  }
  return { c: 0, m: 0, y: 0, k: blackOfInk(ink) };
}
