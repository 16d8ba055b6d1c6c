import { describe, expect, it } from 'vitest';
import type { DisplayItem } from '#engine/display/display-list.ts';
import { inkInColours, inPageColours } from '#engine/display/page-colours.ts';
import { K_ONLY, PAPER } from '#engine/units/ink.ts';
import { broadsheet } from './sample-pages.ts';

const NEWS_RED = { c: 0, m: 0.95, y: 0.85, k: 0 };
const PARK_BLUE = { c: 0.85, m: 0.6, y: 0, k: 0.1 };

describe('an ink', () => {
  it('falls to black on a black page, the darker the heavier', () => {
    for (const ink of [NEWS_RED, PARK_BLUE]) {
      const { c, m, y, k } = inkInColours(ink, 'black');
      expect([c, m, y]).toEqual([0, 0, 0]);
      expect(k).toBeGreaterThan(0.5);
      expect(k).toBeLessThan(1);
    }
    const yellow = inkInColours({ c: 0, m: 0, y: 1, k: 0 }, 'black');
    expect(yellow.k).toBeLessThan(inkInColours(NEWS_RED, 'black').k);
  });

  it('stays red on a page with red, in equal amounts of magenta and yellow', () => {
    const red = inkInColours(NEWS_RED, 'red');
    expect(red.c).toBe(0);
    expect(red.m).toBe(red.y);
    expect(red.m).toBeCloseTo(0.9, 6);
    expect(inkInColours(PARK_BLUE, 'red')).toEqual(inkInColours(PARK_BLUE, 'black'));
  });

  it('that is black or paper stays the very same', () => {
    expect(inkInColours(K_ONLY, 'black')).toBe(K_ONLY);
    expect(inkInColours(PAPER, 'red')).toBe(PAPER);
  });
});

describe('a page', () => {
  function colouredPlates(items: readonly DisplayItem[]): ReadonlySet<string> {
    const plates = new Set<string>();
    const note = (ink: object) => {
      for (const [plate, amount] of Object.entries(ink)) if (amount > 0) plates.add(plate);
    };
    for (const item of items) {
      if (item.kind === 'group') for (const one of colouredPlates(item.items)) plates.add(one);
      if (item.kind === 'text') note(item.run.ink);
      if (item.kind === 'shape') {
        note(item.fill ?? {});
        note(item.stroke?.ink ?? {});
      }
      if (item.kind === 'picture') note(item.greyscale ? { k: 1 } : { c: 1, m: 1, y: 1, k: 1 });
    }
    return plates;
  }

  it('needs the plates of its place in the colour map, no others', () => {
    const plates = (colours: 'red' | 'black' | undefined) =>
      [...colouredPlates(inPageColours(broadsheet(), colours).items)].sort().join('');
    expect(plates(undefined)).toBe('ckmy');
    expect(plates('red')).toBe('kmy');
    expect(plates('black')).toBe('k');
  });

  it('keeps the identity of what has not changed, so that nothing is painted anew', () => {
    const first = inPageColours(broadsheet(), 'black');
    const second = inPageColours({ ...broadsheet() }, 'black');
    expect(second.items.every((item, at) => item === first.items[at])).toBe(true);
  });
});
