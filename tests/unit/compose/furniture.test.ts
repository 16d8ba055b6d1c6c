import { describe, expect, it } from 'vitest';
import { printedDate } from '#engine/compose/folio-line.ts';
import { findingsOf, groupNamed, printedLine, rounded, shapesOf, textFrom } from './read-page.ts';
import {
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

describe('a block that leaves the type area', () => {
  it('is reported and set all the same', () => {
    const page = composeFirst({ blocks: [plainBlock('rule', area(35, 0, 10, 1))] });
    expect(findingsOf(page)).toEqual(['block-outside-type-area at rule, columns 40, lines 30']);
    expect(shapesOf(page, 'rule')).toHaveLength(1);
  });

  it('is reported on any side', () => {
    const codes = [area(0, 29, 40, 2), area(-1, 0, 4, 4), area(0, -1, 4, 4)].map((place) =>
      findingsOf(composeFirst({ blocks: [plainBlock('rule', place)] })),
    );
    expect(codes).toEqual(Array(3).fill(['block-outside-type-area at rule, columns 40, lines 30']));
  });

  it('may be as large as the type area', () => {
    const page = composeFirst({ blocks: [plainBlock('rule', area(0, 0, 40, 30))] });
    expect(page.findings).toEqual([]);
  });
});
