import { describe, expect, it } from 'vitest';
import { tryEdit } from '#engine/model/edits/try-edit.ts';
import type { HeadlineLayout } from '#engine/model/issue.ts';
import {
  headlineStyles,
  placedAt,
  roomyExtent,
  withPart,
  withPartAdded,
  withPartRemoved,
} from '#renderer/properties/headline-changes.ts';
import {
  articleWithCaret,
  layoutEdit,
  spotChosen,
  spotsOf,
} from '#renderer/properties/headline-spot.ts';
import {
  area,
  articleBlock,
  group,
  headlineAbove,
  issueOf,
} from '#tests/unit/compose/test-page.ts';
import { pageTemplate } from '#tests/unit/model/sample-issue.ts';

const TEMPLATE = pageTemplate('park-broadsheet');

const LEAD: HeadlineLayout = {
  placement: 'above',
  extent: 7,
  kicker: undefined,
  headline: { style: 'leadHeadline', sizePt: undefined, lines: 1, fit: true, align: 'centre' },
  deck: undefined,
};

describe('kicker and deck', () => {
  it('come in the style that belongs to the headline', () => {
    expect(withPartAdded(LEAD, 'kicker', TEMPLATE).kicker?.style).toBe('leadKicker');
    const medium = withPart(LEAD, 'headline', { style: 'headlineMedium' });
    expect(withPartAdded(medium, 'deck', TEMPLATE).deck?.style).toBe('deckMedium');
    // The template has no deckSmall.
    const small = withPart(LEAD, 'headline', { style: 'headlineSmall' });
    expect(TEMPLATE.styles).toHaveProperty(
      withPartAdded(small, 'deck', TEMPLATE).deck?.style ?? '',
    );
  });

  it('go without touching the others, and come back', () => {
    const both = withPartAdded(withPartAdded(LEAD, 'kicker', TEMPLATE), 'deck', TEMPLATE);
    const without = withPartRemoved(both, 'kicker');
    expect(without).toEqual({ ...both, kicker: undefined });
    expect(withPart(without, 'kicker', { fit: true })).toEqual(without);
    expect(withPartAdded(without, 'kicker', TEMPLATE)).toEqual(both);
  });
});

describe('a headline placed beside its story', () => {
  const block = { columns: 59, lines: 36 };

  it('takes characters for the columns it comes to, and lets them find their number', () => {
    const texts = { headline: '学史力行，把满意写进群众心里' };
    const beside = placedAt(LEAD, 'right', { template: TEMPLATE, block, texts });
    // 14 characters of 46 pt do not go into 36 lines of 12.5 pt: two columns.
    expect(beside).toMatchObject({
      placement: 'right',
      extent: 13,
      headline: { lines: undefined },
    });
    expect(placedAt(beside, 'left', { template: TEMPLATE, block, texts }).extent).toBe(13);
    const back = placedAt(beside, 'above', { template: TEMPLATE, block, texts });
    expect(back).toMatchObject({ placement: 'above', extent: 11 });
  });

  it('leaves the story half of the block, however long it is', () => {
    const texts = { headline: '学史力行'.repeat(40) };
    expect(placedAt(LEAD, 'left', { template: TEMPLATE, block, texts }).extent).toBe(29);
  });
});

it('counts the room for what sticks out in lines above the story, in characters beside it', () => {
  expect(roomyExtent(LEAD, 13, TEMPLATE)).toBe(9);
  expect(roomyExtent({ ...LEAD, placement: 'left' }, 13, TEMPLATE)).toBe(9);
  expect(roomyExtent(LEAD, 12, TEMPLATE)).toBe(8);
});

it('offers the styles of headlines, and the one that is set', () => {
  expect(headlineStyles(TEMPLATE, 'leadKicker')).not.toContain('body');
  expect(headlineStyles(TEMPLATE, 'adTitle')[0]).toBe('adTitle');
});

describe('the headline that is spoken of', () => {
  const blocks = [
    articleBlock('a', area(0, 0, 8, 4), { headline: headlineAbove(1) }),
    group(['b', 'c'], area(0, 5, 8, 8)),
  ];
  const issue = issueOf({ blocks, articles: { a: '天', b: '地', c: '玄' } });
  const [page] = issue.pages;
  const chosen = (...ids: readonly string[]) =>
    page && spotChosen(page, { kind: 'blocks', blocks: ids })?.article;
  const caretIn = (text: string) => {
    const at = { text, offset: 0, edge: 'leading' } as const;
    return { kind: 'text', text: { text, anchor: at, head: at } } as const;
  };

  it('is that of the chosen block, the first one of a group, and none of several', () => {
    const [lead, safety] = page?.blocks ?? [];
    expect(chosen(lead?.id ?? '')).toBe('a');
    expect(chosen(safety?.id ?? '')).toBe('b');
    expect(chosen(lead?.id ?? '', safety?.id ?? '')).toBeUndefined();
  });

  it('is that of the article with the caret', () => {
    expect(page && spotChosen(page, caretIn('article:c/headline'))?.article).toBe('c');
    expect(page && spotChosen(page, caretIn('picture:p/caption'))).toBeUndefined();
    expect(articleWithCaret(caretIn('article:c/story:0'))).toBe('c');
  });

  it('is set without touching the other members of its group', () => {
    const spots = page?.blocks.flatMap(spotsOf) ?? [];
    const spot = spots.find(({ article }) => article === 'c');
    if (spot === undefined) throw new Error('no headline');
    const edited = tryEdit(issue, layoutEdit(spot, { ...spot.layout, extent: 3 }));
    const extents = edited?.pages[0]?.blocks.flatMap(spotsOf).map(({ layout }) => layout.extent);
    expect(extents).toEqual(spots.map((one) => (one === spot ? 3 : one.layout.extent)));
  });
});
