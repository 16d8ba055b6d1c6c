import { describe, expect, it } from 'vitest';
import type { DisplayItem } from '#engine/display/display-list.ts';
import { checkTypeGrounds } from '#engine/preflight/newsprint/check-type-grounds.ts';
import { type Ink, K_ONLY, PAPER } from '#engine/units/ink.ts';
import { area, articleBlock } from '#tests/unit/compose/test-page.ts';
import { bareBlocks, printedPage, said } from '#tests/unit/preflight/checked-pages.ts';
import { ground, grouped, RED, type } from './printed-things.ts';

const told = (...items: readonly DisplayItem[]) => said(checkTypeGrounds, printedPage(items));
const grey = (k: number): Ink => ({ ...K_ONLY, k });

describe('white type', () => {
  it('on nothing is not there in print', () => {
    expect(told(type(24, PAPER))).toEqual(['type-white-on-white: blocks press']);
    expect(told(ground(K_ONLY), ground(PAPER), type(24, PAPER))).toEqual([
      'type-white-on-white: blocks press',
    ]);
    expect(told(ground(K_ONLY), type(24, PAPER))).toEqual([]);
  });

  it('beside its ground is on nothing, and so is type under it', () => {
    const beside = ground(K_ONLY, { x: 0, y: 0, width: 50, height: 300 });
    expect(told(beside, type(24, PAPER))).toEqual(['type-white-on-white: blocks press']);
    expect(told(type(24, PAPER), ground(K_ONLY))).toEqual(['type-white-on-white: blocks press']);
  });

  it('is moved with the group that it stands in', () => {
    const far = ground(K_ONLY, { x: 550, y: 50, width: 200, height: 100 });
    expect(told(far, grouped(500, type(24, PAPER)))).toEqual([]);
  });

  it('below ten points is told, on several inks or below seven it is held', () => {
    expect(told(ground(K_ONLY), type(9, PAPER))).toEqual(['type-reversed-small: warns']);
    expect(told(ground(K_ONLY), type(10, PAPER))).toEqual([]);
    expect(told(ground(RED), type(9, PAPER))).toEqual(['type-reversed-small: blocks press']);
    expect(told(ground(K_ONLY), type(6.5, PAPER))).toEqual(['type-reversed-small: blocks press']);
  });

  it('may have another block for its ground', () => {
    const [one, other] = [
      articleBlock('a', area(0, 0, 20, 20)),
      articleBlock('b', area(0, 0, 9, 9)),
    ];
    const items = [{ kind: 'group', id: one.id, x: 0, y: 0, items: [type(24, PAPER)] }] as const;
    const list = { widthPt: 1000, heightPt: 1000, items };
    const composed = { list, fits: {} };
    expect(said(checkTypeGrounds, { ...bareBlocks([one]), composed })).toHaveLength(1);
    expect(said(checkTypeGrounds, { ...bareBlocks([one, other]), composed })).toEqual([]);
  });
});

describe('type on a tint', () => {
  it('stands out by 45 percent of darkness', () => {
    expect(told(ground(grey(0.6)), type(20, K_ONLY))).toEqual(['type-low-contrast: warns']);
    expect(told(ground(grey(0.5)), type(20, K_ONLY))).toEqual([]);
    expect(told(ground({ ...PAPER, y: 1 }), type(20, PAPER))).toEqual(['type-low-contrast: warns']);
  });

  it('is judged within the outline of an L shape only', () => {
    const corners = [
      [0, 0],
      [300, 0],
      [300, 80],
      [60, 80],
      [60, 300],
      [0, 300],
    ] as const;
    const segments = corners.map(([x, y], at) => {
      return { kind: at === 0 ? 'move' : 'line', x, y } as const;
    });
    const outline = { kind: 'path', segments: [...segments, { kind: 'close' }] } as const;
    const tint = { kind: 'shape', outline, fill: grey(0.7), stroke: undefined } as const;
    expect(told(tint, type(20, K_ONLY))).toEqual([]);
    expect(told(tint, grouped(-80, type(20, K_ONLY)))).toEqual(['type-low-contrast: warns']);
  });

  it('on a picture or on paper is not judged', () => {
    const frame = { x: 50, y: 50, width: 200, height: 100 };
    const crop = { x: 0, y: 0, width: 1, height: 1 };
    const picture = { kind: 'picture', picture: 'p', asset: 'a.jpg', frame, crop } as const;
    expect(told({ ...picture, greyscale: false }, type(20, K_ONLY))).toEqual([]);
    expect(told(ground(K_ONLY, { x: 0, y: 0, width: 9, height: 9 }), type(20, grey(0.2)))).toEqual(
      [],
    );
  });
});
