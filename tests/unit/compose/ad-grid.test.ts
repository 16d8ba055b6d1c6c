import { describe, expect, it } from 'vitest';
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
import { adGridBlock, area, composeFirst, fontsWithout, picture } from './test-page.ts';

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
