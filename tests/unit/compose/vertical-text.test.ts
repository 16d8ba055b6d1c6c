import { describe, expect, test } from 'vitest';
import { readUnits } from '#engine/compose/clusters.ts';
import { cellUnits } from '#engine/compose/vertical-cells.ts';
import { fullLine, naturalEm, prepared, round, withBreaks } from './marked-text.ts';

const VERTICAL = { vertical: true } as const;

/** The cells of a vertical text: `2021↻` turned, `[12]` in one square, `国` upright. */
function cellsOf(text: string): string {
  return cellUnits(readUnits([{ text, face: 'stub', keepTogether: false }]))
    .map(({ mode, drawn }) => {
      if (mode === 'turned') return `${drawn}↻`;
      return mode === 'combined' ? `[${drawn}]` : drawn;
    })
    .join(' ');
}

describe('what stands upright and what is turned', () => {
  test.each([
    ['one digit', '第5届', '第 5 届'],
    ['two digits', '12日', '[12] 日'],
    ['three digits', '365天', '[365] 天'],
    ['four digits', '2021年', '2021↻ 年'],
    ['a decimal', '7.8亿', '7.8↻ 亿'],
    ['a percentage', '12%', '12%↻'],
    ['a telephone number', '0731-55556789', '0731-55556789↻'],
    ['an acronym', 'GDP增', 'G D P 增'],
    ['a long acronym', 'UNESCO', 'UNESCO↻'],
    ['a single letter', 'A区', 'A 区'],
    ['a word', 'Xiangtan', 'Xiangtan↻'],
    ['a letter and a digit', '5G', '5G↻'],
    ['signs in a square', '①Ⅱ', '① Ⅱ'],
  ])('%s', (_name, text, cells) => {
    expect(cellsOf(text)).toBe(cells);
  });

  test('turns quotes into corner brackets', () => {
    expect(cellsOf('“国‘国’”')).toBe('﹃ 国 ﹁ 国 ﹂ ﹄');
  });
});

describe('widths down the column', () => {
  test.each([
    ['，', 1],
    ['。', 1],
    ['、', 1],
    ['“', 1],
    ['）', 1],
    ['：', 1],
    ['；', 1],
    ['！', 1],
    ['？', 1],
    ['——', 2],
    ['……', 2],
  ])('%s takes %f em between two characters', (mark, width) => {
    expect(naturalEm(`国${mark}国`, VERTICAL) - 2).toBe(width);
  });

  test('：；？！ keep their square at the line end, the other marks half of it', () => {
    for (const mark of '：；？！') expect(naturalEm(`国${mark}`, VERTICAL)).toBe(2);
    for (const mark of '，。、”）') expect(naturalEm(`国${mark}`, VERTICAL)).toBe(1.5);
  });

  test('：；？！ do not give way when a line is shrunk', () => {
    expect(fullLine('国：国国', 3.5, VERTICAL).width).toBe(4);
    expect(fullLine('国：国国', 3.5).width).toBe(3.5);
  });

  test('marks in a row share their blank', () => {
    expect(naturalEm('国。”国', VERTICAL)).toBe(3.5);
    expect(naturalEm('国”“国', VERTICAL)).toBe(3.5);
  });

  test('two digits take one square, a turned number its own length', () => {
    expect(naturalEm('12', VERTICAL)).toBe(1);
    expect(naturalEm('365', VERTICAL)).toBe(1);
    expect(naturalEm('2021', VERTICAL)).toBe(2);
  });

  test('a turned word has the Han–Latin space on both sides, but not at the column ends', () => {
    expect(naturalEm('国2021国', VERTICAL)).toBe(4.5);
    expect(naturalEm('2021国', VERTICAL)).toBe(3.25);
    expect(naturalEm('国12国', VERTICAL)).toBe(3);
  });
});

describe('line start and line end in a column', () => {
  test('are those of horizontal text', () => {
    for (const text of ['发展。', '说：“我们', '讲——“安', '一下……随', '比尔·盖茨', '公里/小时']) {
      expect(withBreaks(text, true)).toBe(withBreaks(text));
    }
  });

  test('never part the letters of an upright acronym or the digits of a square', () => {
    expect(withBreaks('国GDP国', true)).toBe('国|GDP|国');
    expect(withBreaks('国12国', true)).toBe('国|12|国');
    expect(withBreaks('国2021国', true)).toBe('国|2021|国');
  });
});

test('every character of a vertical text belongs to one cluster', () => {
  const text = '5月12日，GDP增7.8%，“湘潭”热线0731-5555！';
  const { clusters } = prepared(text, VERTICAL);
  expect(clusters.map((cluster) => text.slice(cluster.start, cluster.end)).join('')).toBe(text);
  expect(round(clusters.reduce((sum, cluster) => sum + cluster.body, 0))).toBeGreaterThan(0);
});
