import { describe, expect, it } from 'vitest';
import type { ArticleBlock, GridArea } from '#engine/model/issue.ts';
import {
  baselinesInLines,
  bodyLines,
  cornersOf,
  findingsOf,
  groupNamed,
  printed,
  printedLine,
  rounded,
  shapesOf,
} from './read-page.ts';
import {
  area,
  articleBlock,
  columnsOf,
  composeFirst,
  headlineAbove,
  PHOTO_ASSET,
  part,
  picture,
} from './test-page.ts';

function han(count: number): string {
  return '天地玄黄宇宙洪荒日月'.repeat(Math.ceil(count / 10)).slice(0, count);
}

function composed(place: GridArea, changes: Partial<ArticleBlock>, characters: number) {
  return composeFirst({
    blocks: [articleBlock('a', place, changes)],
    articles: { a: han(characters) },
    pictures: [picture('photo', { caption: '', credit: '' })],
  });
}

/** Left edge, length and body line of every line, in characters and lines of the page grid. */
function linesOn(page: ReturnType<typeof composeFirst>): readonly string[] {
  const rows = baselinesInLines(page, 'block-a');
  return bodyLines(page, 'block-a').map(({ text, x }, index) => {
    return `${rounded((x - 72) / 10)}+${text.length} on ${rows[index]}`;
  });
}

describe('inner columns', () => {
  it('end level, the last one short', () => {
    const columns = columnsOf(3, { balance: true });
    const page = composed(area(0, 0, 32, 12), { columns }, 8 + 10 * 19);
    const perColumn = printed(page, 'block-a').split('<column>');
    expect(perColumn.map((text) => text.split('<break>').length)).toEqual([7, 7, 6]);
  });

  it('are divided by rules in the middle of the gutters', () => {
    const columns = columnsOf(3, { rule: true });
    const page = composed(area(0, 0, 32, 4), { columns }, 100);
    const lines = shapesOf(page, 'block-a').map(({ outline }) =>
      outline.kind === 'line' ? [outline.x1, outline.y1, outline.x2, outline.y2].map(rounded) : [],
    );
    expect(lines).toEqual([
      [105, 1, 105, 47],
      [215, 1, 215, 47],
    ]);
  });

  it('have no rule through a picture that stands across them', () => {
    const inset = { picture: 'photo', area: area(0, 2, 32, 4), captionLines: 0, gap: 1 };
    const columns = columnsOf(3, { rule: true });
    const page = composed(area(0, 0, 32, 9), { columns, pictures: [inset] }, 100);
    const rules = shapesOf(page, 'block-a').flatMap(({ outline }) =>
      outline.kind === 'line' ? [`${rounded(outline.y1)}-${rounded(outline.y2)}`] : [],
    );
    expect(rules).toEqual(['1-23', '73-107', '1-23', '73-107']);
  });
});

describe('a picture inside a story', () => {
  const inset = { picture: 'photo', area: area(12, 1, 8, 3), captionLines: 0, gap: 1 };

  it('shortens the lines beside it by its gap', () => {
    const page = composed(area(0, 0, 20, 6), { pictures: [inset] }, 18 + 33 + 30);
    expect(linesOn(page)).toEqual([
      '2+18 on 0',
      '0+11 on 1',
      '0+11 on 2',
      '0+11 on 3',
      '0+20 on 4',
      '0+10 on 5',
    ]);
  });

  it('is filled by the middle of the photo that keeps its shape', () => {
    const page = composed(area(0, 0, 20, 6), { pictures: [inset] }, 40);
    const item = groupNamed(page, 'block-a')?.items.find(({ kind }) => kind === 'picture');
    expect(item).toMatchObject({ asset: PHOTO_ASSET, frame: { width: 80, height: 36 } });
    // 300 × 200 pixels in 80 × 36 points: the full width, 67.5 % of the height.
    const crop = item?.kind === 'picture' ? item.crop : undefined;
    expect(crop).toMatchObject({ x: 0, width: 1 });
    expect(crop?.height).toBeCloseTo(0.675, 10);
    expect(crop?.y).toBeCloseTo((1 - 0.675) / 2, 10);
  });
});

describe('a block with corners cut out', () => {
  const upperRight = area(12, 0, 8, 3);

  it('runs its text around the cutout', () => {
    const page = composed(area(0, 0, 20, 5), { cutouts: [upperRight] }, 10 + 24 + 40);
    expect(linesOn(page)).toEqual([
      '2+10 on 0',
      '0+12 on 1',
      '0+12 on 2',
      '0+20 on 3',
      '0+20 on 4',
    ]);
  });

  it('is tinted in the shape of an L', () => {
    const changes = { cutouts: [upperRight], tint: 'pale' };
    const [tint] = shapesOf(composed(area(0, 0, 20, 5), changes, 20), 'block-a');
    expect(cornersOf(tint)).toBe('0,0 120,0 120,36 200,36 200,60 0,60');
    expect(tint?.fill).toEqual({ c: 0, m: 0, y: 0, k: 0.08 });
  });

  it('keeps the padding of its border along the cutout too', () => {
    const changes = { cutouts: [upperRight], border: 'hairline' };
    const page = composed(area(0, 0, 20, 8), changes, 60);
    expect(linesOn(page)).toEqual(['3+8 on 1', '1+10 on 2', '1+10 on 3', '1+18 on 4', '1+14 on 5']);
  });

  it('sets its headline in the part that is left', () => {
    const headline = headlineAbove(3, { headline: part({ align: 'right' }) });
    const page = composed(area(0, 0, 20, 8), { cutouts: [upperRight], headline }, 40);
    // 园区动态 at 20 pt is 80 pt long and ends at the cutout, 120 pt from the left.
    const line = groupNamed(page, 'block-a/article:a/headline:0');
    expect(line && printedLine(line)).toMatchObject({ text: '园区动态', x: 72 + 40 });
  });
});

describe('outlines', () => {
  function outline(cutouts: readonly GridArea[], border = 'hairline'): readonly string[] {
    const changes = { cutouts, border };
    return shapesOf(composed(area(0, 0, 20, 6), changes, 10), 'block-a').map(cornersOf);
  }

  it('follow a rectangle', () => {
    expect(outline([])).toEqual(['0,0 200,0 200,72 0,72']);
  });

  it('follow a U that is open below', () => {
    expect(outline([area(8, 3, 4, 3)])).toEqual([
      '0,0 200,0 200,72 120,72 120,36 80,36 80,72 0,72',
    ]);
  });

  it('follow a U that lies on its side', () => {
    expect(outline([area(0, 2, 8, 2)])).toEqual(['0,0 200,0 200,72 0,72 0,48 80,48 80,24 0,24']);
  });

  it('go around a hole the other way', () => {
    expect(outline([area(8, 2, 4, 2)])).toEqual([
      '0,0 200,0 200,72 0,72 | 120,24 80,24 80,48 120,48',
    ]);
  });

  it('are two for a block cut in half', () => {
    expect(outline([area(8, 0, 4, 6)])).toEqual([
      '0,0 80,0 80,72 0,72 | 120,0 200,0 200,72 120,72',
    ]);
  });

  it('are two for parts that touch at a corner only', () => {
    expect(outline([area(10, 0, 10, 3), area(0, 3, 10, 3)])).toEqual([
      '0,0 100,0 100,36 0,36 | 100,36 200,36 200,72 100,72',
    ]);
  });

  it('take no notice of a cutout that lies beside the block', () => {
    expect(outline([area(30, 0, 4, 6)])).toEqual(['0,0 200,0 200,72 0,72']);
  });

  it('have their inner line at the same distance on all sides', () => {
    expect(outline([area(12, 0, 8, 3)], 'double')).toEqual([
      '0,0 120,0 120,36 200,36 200,72 0,72',
      '2,2 118,2 118,38 198,38 198,70 2,70',
    ]);
  });
});

describe('borders and tints', () => {
  it('keep a character and a line clear around the text', () => {
    const page = composed(area(0, 0, 12, 6), { border: 'hairline' }, 30);
    expect(linesOn(page)).toEqual(['3+8 on 1', '1+10 on 2', '1+10 on 3', '1+2 on 4']);
  });

  it('keep text off the edge of a tint', () => {
    const page = composed(area(0, 0, 12, 6), { tint: 'pale' }, 30);
    expect(linesOn(page)).toEqual(['3+8 on 1', '1+10 on 2', '1+10 on 3', '1+2 on 4']);
  });

  it('are left out and reported when the template does not have them', () => {
    const page = composed(area(0, 0, 12, 4), { tint: 'gone', border: 'lost' }, 30);
    expect(findingsOf(page)).toContain('style-unknown at block-a, name gone, template test');
    expect(findingsOf(page)).toContain('style-unknown at block-a, name lost, template test');
    expect(shapesOf(page, 'block-a')).toEqual([]);
  });
});
