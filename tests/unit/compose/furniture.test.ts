import { describe, expect, it } from 'vitest';
import { printedDate } from '#engine/compose/folio-line.ts';
import { EMPTY_AD_CELL } from '#engine/model/ad-cells.ts';
import type { AdCell, AdGrid, AdPartner } from '#engine/model/issue.ts';
import {
  cornersOf,
  findingsOf,
  groupNamed,
  printedLine,
  rounded,
  shapesOf,
  textFrom,
} from './read-page.ts';
import {
  adGridBlock,
  area,
  composeFirst,
  fontsWithout,
  imprint,
  picture,
  pictureBlock,
  plainBlock,
} from './test-page.ts';

describe('a printed date', () => {
  it('has no noughts before month and day', () => {
    expect(printedDate('2021-06-08').day).toBe('2021年6月8日');
  });

  it('knows the day of the week', () => {
    const days = ['2021-06-18', '2000-02-29', '1900-03-01', '2024-12-31', '2026-11-23'];
    expect(days.map((date) => printedDate(date).weekday)).toEqual([
      '星期五',
      '星期二',
      '星期四',
      '星期二',
      '星期一',
    ]);
  });

  it('counts on by one day at a time over a leap year', () => {
    const names = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'];
    let expected = names.indexOf(printedDate('2023-12-31').weekday);
    for (let day = 0; day < 800; day++) {
      const date = new Date(Date.UTC(2023, 11, 31 + day)).toISOString().slice(0, 10);
      expect(printedDate(date).weekday).toBe(names[expected]);
      expected = (expected + 1) % 7;
    }
  });
});

describe('the folio line', () => {
  const page = composeFirst({ blocks: [plainBlock('folioLine', area(0, 0, 40, 2))] });
  const words = (name: string) => {
    const group = groupNamed(page, `folioLine/${name}`);
    return group && printedLine(group);
  };

  it('prints number, page name, paper, date and weekday', () => {
    expect(words('number')?.text).toBe('A06');
    expect(words('name')?.text).toBe('园区周刊');
    expect(words('paper')?.text).toBe('湘潭日报');
    expect(words('date')?.text).toBe('2021年6月18日　星期五');
  });

  it('stands over a thick and a thin rule', () => {
    const widths = shapesOf(page, 'folioLine').map(({ stroke }) => stroke?.widthPt);
    expect(widths).toEqual([1.5, 0.4]);
  });

  it('has all its words on one baseline', () => {
    const lines = ['number', 'name', 'paper', 'date'].map((name) => words(name)?.y);
    expect(new Set(lines).size).toBe(1);
  });
});

describe('the section flag', () => {
  const page = composeFirst({ blocks: [plainBlock('sectionFlag', area(0, 0, 30, 8))] });

  it('spreads the title over the width', () => {
    const title = groupNamed(page, 'sectionFlag/title');
    const run = title?.items[0];
    expect(textFrom([page], 'issue/supplement')).toBe('园区周刊');
    const glyphs = run?.kind === 'text' ? run.run.glyphs : [];
    const steps = glyphs.slice(1).map((glyph, index) => rounded(glyph.x - (glyphs[index]?.x ?? 0)));
    expect(new Set(steps).size).toBe(1);
    // 300 pt less four characters of 59.52 pt, in five equal parts, and a character.
    const sizePt = run?.kind === 'text' ? run.run.sizePt : 0;
    expect(sizePt).toBeCloseTo(96 * 0.62, 6);
    expect(steps[0]).toBeCloseTo(sizePt + (300 - 4 * sizePt) / 5, 3);
  });

  it('tells paper, date and weekday under it', () => {
    const line = groupNamed(page, 'sectionFlag/line');
    expect(line && printedLine(line).text).toBe('湘潭日报　2021年6月18日　星期五');
  });
});

describe('the imprint and rules between blocks', () => {
  it('sets the publisher’s line in the middle under a hairline', () => {
    const text = '本版责编 王墨';
    const page = composeFirst({ blocks: [imprint(text, area(0, 29, 40, 1))] });
    expect(textFrom([page], 'block:imprint/text')).toBe(text);
    expect(shapesOf(page, 'imprint')).toHaveLength(1);
  });

  it('draws a rule along the longer side of its area', () => {
    const lying = composeFirst({ blocks: [plainBlock('rule', area(0, 5, 40, 1))] });
    expect(shapesOf(lying, 'rule')[0]?.outline).toEqual({
      kind: 'line',
      x1: 0,
      y1: 6,
      x2: 400,
      y2: 6,
    });
    const standing = composeFirst({ blocks: [plainBlock('rule', area(5, 0, 1, 20))] });
    expect(shapesOf(standing, 'rule')[0]?.outline).toEqual({
      kind: 'line',
      x1: 5,
      y1: 0,
      x2: 5,
      y2: 240,
    });
  });
});

describe('a picture block', () => {
  const composed = (captionLines: number, changes = {}) =>
    composeFirst({
      blocks: [pictureBlock('photo', area(0, 0, 16, 10), captionLines)],
      pictures: [picture('photo', changes)],
    });

  it('keeps the lines of its caption free under the picture', () => {
    const item = groupNamed(composed(2), 'block-photo')?.items[0];
    // Ten lines of 12 pt, less two of caption and 3 pt between.
    expect(item).toMatchObject({ kind: 'picture', frame: { width: 160, height: 93 } });
  });

  it('sets the caption on the grid of the page', () => {
    const line = groupNamed(composed(2), 'block-photo/caption/line:0');
    expect(rounded(line?.y ?? 0)).toBe(72 + 8 * 12 + 9.8);
  });

  it('names caption and credit as the sources of their text', () => {
    const page = composed(2);
    expect(textFrom([page], 'picture:photo/caption')).toBe('图为数字化车间。');
    expect(textFrom([page], 'picture:photo/credit')).toBe('（李灿晖 摄）');
  });

  it('keeps a credit on one line', () => {
    const page = composed(2, { caption: '图为园区先进制造企业恒欣公司车间。' });
    const lines = [0, 1].map((index) => groupNamed(page, `block-photo/caption/line:${index}`));
    const texts = lines.map((line) => (line === undefined ? '' : printedLine(line).text));
    expect(texts).toEqual(['图为园区先进制造企业恒欣公司车间。', '（李灿晖 摄）']);
  });

  it('reports a caption longer than its lines', () => {
    const page = composed(1, { caption: '图为园区先进制造企业恒欣公司车间。' });
    expect(findingsOf(page)).toContain('caption-overset at picture:photo/caption, lines 1');
  });

  it('keeps the focus in view', () => {
    const crop = (x: number) => {
      const item = groupNamed(
        composeFirst({
          blocks: [pictureBlock('photo', area(0, 0, 6, 10), 0)],
          pictures: [picture('photo', { focus: { x, y: 0.5 } })],
        }),
        'block-photo',
      )?.items[0];
      return item?.kind === 'picture' ? item.crop : undefined;
    };
    // 60 × 120 pt of a photo half as high again as wide: a third of its width.
    expect(crop(0.5)?.width).toBeCloseTo(1 / 3, 10);
    expect(crop(0.5)?.x).toBeCloseTo(1 / 3, 10);
    expect(crop(0)?.x).toBe(0);
    expect(crop(1)?.x).toBeCloseTo(2 / 3, 10);
  });

  it('goes closer to the focus as the zoom says', () => {
    const page = composeFirst({
      blocks: [pictureBlock('photo', area(0, 0, 6, 10), 0)],
      pictures: [picture('photo', { focus: { x: 0.5, y: 1 }, zoom: 2 })],
    });
    const item = groupNamed(page, 'block-photo')?.items[0];
    const crop = item?.kind === 'picture' ? item.crop : undefined;
    expect(crop?.width).toBeCloseTo(1 / 6, 10);
    expect(crop?.height).toBeCloseTo(1 / 2, 10);
    expect([crop?.x, crop?.y]).toEqual(
      [rounded(1 / 2 - 1 / 12), 0.5].map((n) => expect.closeTo(n, 2)),
    );
  });

  it('draws an open slot and stops the press', () => {
    const page = composed(2, { asset: undefined });
    expect(findingsOf(page)).toEqual(['picture-missing at picture:photo']);
    expect(page.findings[0]?.severity).toBe('blocks press');
    expect(shapesOf(page, 'block-photo')).toHaveLength(3);
    expect(textFrom([page], 'picture:photo/caption')).toBe('图为数字化车间。');
  });

  it('reports a rare character of the credit at its place in the credit', () => {
    const page = composeFirst({
      blocks: [pictureBlock('photo', area(0, 0, 16, 10), 2)],
      pictures: [picture('photo', { credit: '（李堃 摄）' })],
      fonts: fontsWithout({ kai: '堃' }, ['song']),
    });
    expect(page.findings.map(({ where }) => where)).toEqual([
      { page: 'a06', block: 'block-photo', text: 'picture:photo/credit', start: 2, end: 3 },
    ]);
  });

  it('reports a picture that is not in the issue', () => {
    const page = composeFirst({ blocks: [pictureBlock('gone', area(0, 0, 16, 10), 2)] });
    expect(findingsOf(page)).toEqual(['picture-missing at picture:gone']);
  });
});

describe('the partner grid', () => {
  const partner = (name: string, changes: Partial<AdPartner> = {}): AdCell => ({
    ...EMPTY_AD_CELL,
    name,
    slogan: '创业之家',
    ...changes,
  });
  const grid = (cells: readonly AdCell[]): AdGrid => ({
    id: 'partners',
    rows: 2,
    columns: 2,
    mark: 'none',
    merged: [],
    cells,
  });
  const composed = (cells: readonly AdCell[], border?: string) =>
    composeFirst({ blocks: [adGridBlock(area(0, 0, 40, 12), border)], adGrid: grid(cells) });

  const cells: readonly AdCell[] = [
    { kind: 'title', text: '合作园区' },
    partner('湘潭高新区', { latinName: 'HIGH-TECH ZONE' }),
    partner('湘潭经开区'),
    partner('雨湖高新区', { hotline: { label: '招商热线', number: '0731-55556789' } }),
  ];

  it('has equal cells, row by row', () => {
    const page = composed(cells);
    const corners = [0, 1, 2, 3].map((index) => {
      const cell = groupNamed(page, `adGrid:partners/cell:${index}`);
      return [cell?.x, cell?.y];
    });
    expect(corners).toEqual([
      [72, 72],
      [272, 72],
      [72, 144],
      [272, 144],
    ]);
  });

  it('rules its cells and puts the title on a solid ground', () => {
    const page = composed(cells);
    expect(shapesOf(page, 'ads').map(({ outline }) => outline.kind)).toEqual(['line', 'line']);
    expect(shapesOf(page, 'adGrid:partners/cell:0')[0]?.outline).toMatchObject({
      rect: { width: 200, height: 72 },
    });
  });

  it('sets merged cells as one, and rules none of them apart', () => {
    const merged = [{ row: 0, column: 0, rows: 2, columns: 1 }];
    const tall = { ...grid(cells.with(2, EMPTY_AD_CELL)), merged };
    const page = composeFirst({ blocks: [adGridBlock(area(0, 0, 40, 12))], adGrid: tall });
    expect(shapesOf(page, 'adGrid:partners/cell:0')[0]?.outline).toMatchObject({
      rect: { width: 200, height: 144 },
    });
    expect(groupNamed(page, 'adGrid:partners/cell:2')).toBeUndefined();
    expect(findingsOf(page)).toEqual([]);
    const lines = shapesOf(page, 'ads').map(({ outline }) => outline);
    expect(lines).toMatchObject([
      { x1: 200, y1: 72, x2: 400, y2: 72 },
      { x1: 200, y1: 0, x2: 200, y2: 144 },
    ]);
  });

  it('prints every field of a partner, centred', () => {
    const page = composed(cells);
    expect(textFrom([page], 'adGrid:partners/cell:1/name')).toBe('湘潭高新区');
    expect(textFrom([page], 'adGrid:partners/cell:1/latinName')).toBe('HIGH-TECH ZONE');
    expect(textFrom([page], 'adGrid:partners/cell:1/slogan')).toBe('创业之家');
    expect(textFrom([page], 'adGrid:partners/cell:3/label')).toBe('招商热线');
    expect(textFrom([page], 'adGrid:partners/cell:3/number')).toBe('0731-55556789');
    const hotline = groupNamed(page, 'adGrid:partners/cell:3/hotline');
    expect(hotline && printedLine(hotline).text).toBe('招商热线：0731-55556789');
    // Five characters of 12 pt in the middle of 200 pt.
    expect(groupNamed(page, 'adGrid:partners/cell:1/name')?.x).toBe(272 + 70);
    expect(page.findings).toEqual([]);
  });

  it('narrows a line that is too wide, to four fifths at most', () => {
    const scaleOf = (page: ReturnType<typeof composeFirst>) => {
      const run = groupNamed(page, 'adGrid:partners/cell:1/name')?.items[0];
      return run?.kind === 'text' ? rounded(run.run.horizontalScale) : 0;
    };
    // 17 characters of 12 pt are 204 pt; the cell leaves 188.
    const narrowed = composed(cells.with(1, partner('湖'.repeat(17))));
    expect(scaleOf(narrowed)).toBe(rounded(188 / 204));
    expect(narrowed.findings).toEqual([]);
    const stuck = composed(cells.with(1, partner('湖'.repeat(20))));
    expect(scaleOf(stuck)).toBe(0.8);
    expect(findingsOf(stuck)).toEqual([
      'ad-line-too-wide at adGrid:partners/cell:1/name, widthPt 4',
    ]);
  });

  it('reports empty cells and cells with too many lines', () => {
    expect(findingsOf(composed(cells.slice(0, 3)))).toEqual([
      'ad-slot-empty at adGrid:partners/cell:3',
    ]);
    const low = composeFirst({
      blocks: [adGridBlock(area(0, 0, 40, 4))],
      adGrid: grid(cells),
    });
    expect(findingsOf(low)).toContainEqual(
      expect.stringMatching(/^ad-cell-too-full at adGrid:partners\/cell:1, heightPt \d+$/u),
    );
  });

  it('sets the word 广告 in the corner that the grid names', () => {
    const corner = (mark: AdGrid['mark']) => {
      const page = composeFirst({
        blocks: [adGridBlock(area(0, 0, 40, 12))],
        adGrid: { ...grid(cells), mark },
      });
      const group = groupNamed(page, 'adGrid:partners/mark');
      return group && [printedLine(group).text, rounded(group.x), rounded(group.y)];
    };
    expect(corner('none')).toBeUndefined();
    // The grid is 400 by 144 pt at 72,72; the word 14 by 7 pt, 3 pt off the corner.
    expect(corner('topLeft')).toEqual(['广告', 75, rounded(75 + 0.88 * 7)]);
    expect(corner('bottomRight')).toEqual(['广告', 72 + 383, rounded(72 + 134 + 0.88 * 7)]);
  });

  it('fills a cell with a picture, and puts a logo whole beside the words', () => {
    const page = composeFirst({
      blocks: [adGridBlock(area(0, 0, 40, 12))],
      adGrid: grid([
        ...cells.slice(0, 2),
        { kind: 'picture', picture: 'ad' },
        partner('雨湖高新区', { logo: 'sign' }),
      ]),
      pictures: [picture('ad'), picture('sign', { widthPx: 400, heightPx: 100 })],
    });
    const pictureIn = (cell: number) =>
      groupNamed(page, `adGrid:partners/cell:${cell}`)?.items.find((one) => one.kind === 'picture');
    const { frame: filled } = pictureIn(2) ?? {};
    expect(filled).toEqual({ x: 0.5, y: 0.5, width: 199, height: 71 });
    const { frame, crop } = pictureIn(3) ?? {};
    expect(crop).toEqual({ x: 0, y: 0, width: 1, height: 1 });
    expect(frame).toEqual({ x: 6, y: 28.5, width: 60, height: 15 });
    // The words stand in the middle of what the logo leaves.
    expect(groupNamed(page, 'adGrid:partners/cell:3/name')?.x).toBe(272 + 72 + (122 - 60) / 2);
    expect(page.findings).toEqual([]);
  });

  it('reports a logo that is not there, a cell without words and a contract that has ended', () => {
    const page = composeFirst({
      blocks: [adGridBlock(area(0, 0, 40, 12))],
      adGrid: grid([
        { kind: 'title', text: '' },
        partner('湘潭高新区', { expires: '2021-06-17' }),
        EMPTY_AD_CELL,
        partner('雨湖高新区', { logo: 'gone', expires: '2021-06-18' }),
      ]),
    });
    expect(findingsOf(page)).toEqual([
      'ad-slot-empty at adGrid:partners/cell:0',
      'ad-contract-ended at adGrid:partners/cell:1, name 湘潭高新区, expires 2021-06-17',
      'ad-slot-empty at adGrid:partners/cell:2',
      'picture-missing at picture:gone',
    ]);
  });

  it('reports a character that a face lacks', () => {
    const page = composeFirst({
      blocks: [adGridBlock(area(0, 0, 40, 12))],
      adGrid: grid(cells.with(1, partner('堃园'))),
      fonts: fontsWithout({ hei: '堃' }, []),
    });
    expect(findingsOf(page)).toEqual([
      'glyph-missing at adGrid:partners/cell:1/name, text 堃, wanted hei',
    ]);
  });

  it('has the border that the block names', () => {
    const [border] = shapesOf(composed(cells, 'hairline'), 'ads');
    expect(cornersOf(border)).toBe('0,0 400,0 400,144 0,144');
  });
});

describe('a block that leaves the type area', () => {
  it('is reported and set all the same', () => {
    const page = composeFirst({ blocks: [plainBlock('rule', area(35, 0, 10, 1))] });
    expect(findingsOf(page)).toEqual(['block-outside-type-area at rule']);
    expect(shapesOf(page, 'rule')).toHaveLength(1);
  });

  it('is reported on any side', () => {
    const codes = [area(0, 29, 40, 2), area(-1, 0, 4, 4), area(0, -1, 4, 4)].map((place) =>
      findingsOf(composeFirst({ blocks: [plainBlock('rule', place)] })),
    );
    expect(codes).toEqual(Array(3).fill(['block-outside-type-area at rule']));
  });

  it('may be as large as the type area', () => {
    const page = composeFirst({ blocks: [plainBlock('rule', area(0, 0, 40, 30))] });
    expect(page.findings).toEqual([]);
  });
});
