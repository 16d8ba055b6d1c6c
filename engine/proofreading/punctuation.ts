import type { TextFault } from './proof-mark.ts';
import type { ProofText } from './proof-text.ts';
import { type PatternRule, patternRule, type TextRule } from './text-rule.ts';

function widthPatterns(): readonly PatternRule[] {
  return [
    {
      rule: 'half-width-mark',
      pattern: /(?<=[\p{Script=Han}”’）》])[,;:!?]|[,;:!?](?=[\p{Script=Han}“‘（《])/gu,
      fix: ([mark]) => FULL_WIDTH[mark],
    },
    {
      rule: 'half-width-mark',
      pattern: /\((?=\p{Script=Han})|(?<=\p{Script=Han})[()]|\)(?=[\p{Script=Han}，。；：])/gu,
      fix: ([mark]) => FULL_WIDTH[mark],
    },
    {
      rule: 'half-width-mark',
      pattern: /(?<=[\p{Script=Han}”）》%])\.(?=$|[\n”])/gu,
      fix: '。',
    },
    {
      rule: 'interval-dot',
      // Characters that names are transcribed with; between others the dot is a full stop.
      pattern: /(?<=[尔克斯特姆伦德恩卡夫亚尼森逊][\p{Script=Han}]?)[.．•・‧](?=\p{Script=Han})/gu,
      fix: '·',
    },
    {
      rule: 'straight-quote',
      pattern: /(?<=[\p{Script=Han}，。：；、？！])"|"(?=[\p{Script=Han}，。：；、？！])/gu,
      fix: ({ input, index }) => (input.slice(0, index).split('"').length % 2 === 1 ? '“' : '”'),
    },
    {
      rule: 'full-width-figure',
      pattern: /[０-９Ａ-Ｚａ-ｚ]+/gu,
      fix: ([figures]) =>
        figures.replace(/./gu, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0)),
    },
    {
      rule: 'space-in-text',
      pattern: /(?<=[\p{Script=Han}，。；：、”）]) +(?=[\p{Script=Han}“（])/gu,
      fix: '',
      kinds: ['paragraph'],
      // Lead-in, byline and credits part names by a blank.
      isFault: ({ index }, words) => !isBracketed(words, index),
    },
  ];
}

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
};

function isBracketed(words: string, index: number): boolean {
  const before = words.slice(0, index);
  return before.lastIndexOf('（') > before.lastIndexOf('）');
}

/** A 等 that sums up, not 等待, 等候, 等级. */
const DENG =
  '等(?![待候到于级同因价着了离温腰值我他她你半]|一会|几天|\\d+(?:天|年|个月|分钟|小时))';

function orderPatterns(): readonly PatternRule[] {
  return [
    {
      rule: 'doubled-mark',
      pattern:
        /(?<!。)。。(?!。)|[，、；：]{2,}|[，、；：]+[。！？]|[。！？]+[，、；：]+|！？！|[！？]。/gu,
      isFault: ([marks]) => marks !== '，，，' && marks !== '、、、',
      fix: ([marks]) => [...'！？。；：，、'].find((mark) => marks.includes(mark)),
    },
    {
      rule: 'mark-at-start',
      pattern: /^[，。、；：？！）》”’]+/gu,
      kinds: ['paragraph', 'headline', 'crosshead', 'caption'],
    },
    {
      rule: 'no-end-mark',
      pattern: /(?<=.{14})[^。！？…”’）》：；—\s]$/gu,
      kinds: ['paragraph'],
    },
    { rule: 'headline-end-mark', pattern: /[。，、；]$/gu, fix: '', kinds: ['headline'] },
    {
      rule: 'mark-before-deng',
      pattern: new RegExp(`、(?=${DENG})|[，；](?=${DENG}[，。；])`, 'gu'),
      fix: '',
      values: ([mark]) => ({ mark }),
    },
    {
      rule: 'comma-after-deng',
      pattern:
        /(?<=等)[，、](?=(?:\d+|[一二三四五六七八九十百千两几多]+)(?:余|多)?[家个项名位类种大])/gu,
      fix: '',
      values: ([mark]) => ({ mark }),
    },
    {
      rule: 'comma-after-deng',
      pattern:
        /(?<=[^0-9]、[^，。；]{1,12}等)，(?=(?:部门|单位|企业|园区|地区|领域|方面|问题|项目|产品|行业|负责人|相关)(?!要|应|须|的))/gu,
      fix: '',
      values: ([mark]) => ({ mark }),
    },
    {
      rule: 'stop-and-quote',
      pattern: /(?<=[问说道喊答]：“[^“”。！？]+)”([？！])/gu,
      fix: ([, mark]) => `${mark}”`,
      values: ([, mark = '']) => ({ mark }),
    },
    { rule: 'enumeration-between-quotes', pattern: /(?<=[”》’])、(?=[“《‘])/gu, fix: '' },
    {
      rule: 'ellipsis-and-deng',
      pattern: new RegExp(`……(?=${DENG})|(?<=等)……`, 'gu'),
      fix: '',
    },
  ];
}

function quotePatterns(): readonly PatternRule[] {
  return [
    {
      rule: 'stop-and-quote',
      pattern: /([。！？])”([。，；、])/gu,
      isFault: ([, inside, outside]) => inside === '。' || outside === '。',
      fix: ([, inside = '', outside = '']) => (outside === '。' ? `${inside}”` : `”${outside}`),
    },
    { rule: 'stop-and-quote', pattern: /。”(?=的)/gu, fix: '”' },
    {
      rule: 'stop-and-quote',
      pattern: /(?<=[说示出调诉绍道称]：“[^“”]{6,}[^。！？…—，“”])”。/gu,
      fix: '。”',
    },
    {
      rule: 'stop-and-quote',
      pattern: /(?<=\p{Script=Han}“[^“”。！？，]{1,12})。”/gu,
      fix: '”。',
    },
  ];
}

function formPatterns(): readonly PatternRule[] {
  return [
    {
      rule: 'ellipsis-form',
      pattern: /。{3,}|\.{3,}|(?<!…)…(?!…)|(?<!…)…{3}(?!…)|、、、|，，，/gu,
      fix: '……',
    },
    { rule: 'dash-form', pattern: /(?<=[\p{Script=Han}”》）])[-－–]{2,}|(?<!—)—{3,}/gu, fix: '——' },
    {
      rule: 'range-mark',
      pattern:
        /(?<=(?<![\d\-—.])\d{1,4}(?:\.\d+)?(?:[%％万亿元年月日时岁℃])?)[-－–~∼]{1,2}(?=\d{1,4}(?:\.\d+)?[%％万亿元年月日时岁个家名人次米℃])/gu,
      fix: ({ input, index }) => (/^.\d+[年月日时]/u.test(input.slice(index)) ? '—' : '～'),
      values: ([mark]) => ({ mark }),
    },
    {
      rule: 'range-mark',
      pattern: /(?<=\p{Script=Han})[-－–](?=\p{Script=Han})/gu,
      fix: '—',
      values: ([mark]) => ({ mark }),
    },
  ];
}

function ordinalPatterns(): readonly PatternRule[] {
  return [
    {
      rule: 'ordinal-mark',
      pattern: /(?<=^|[。；：，])(?:第[一二三四五六七八九十]|其[一二三四五]|首先|其次|最后)、/gu,
      fix: ([words]) => `${words.slice(0, -1)}，`,
      kinds: ['paragraph'],
    },
    {
      rule: 'ordinal-mark',
      pattern: /^\d{1,2}、/gu,
      fix: ([words]) => `${words.slice(0, -1)}.`,
      kinds: ['paragraph', 'crosshead'],
    },
    {
      rule: 'ordinal-mark',
      pattern: /[（(][一二三四五六七八九十]{1,3}[)）][、，.．]/gu,
      fix: ([words]) => `（${words.slice(1, -2)}）`,
      kinds: ['paragraph', 'crosshead'],
    },
    {
      rule: 'ordinal-mark',
      pattern: /^[一二三四五六七八九十]{1,3}[，.．]/gu,
      fix: ([words]) => `${words.slice(0, -1)}、`,
      kinds: ['paragraph', 'crosshead'],
    },
  ];
}

/** A second colon in one sentence; quotations speak for themselves. */
export function nestedColons({ words, kind }: ProofText): readonly TextFault[] {
  if (kind !== 'paragraph') return [];
  const masked = words.replace(/“[^“”]*”/gu, (quote) => '“'.repeat(quote.length));
  return [...masked.matchAll(/[^。！？；\n]+/gu)].flatMap(({ 0: sentence, index }) => {
    const colons = [...sentence.matchAll(/：(?!\d)/gu)].map((colon) => colon.index + index);
    return colons.slice(1).map((start) => ({ rule: 'colon-nesting', start, end: start + 1 }));
  });
}

// Last: it is made of the constants above.
/** Marks by themselves: width, doubling, place and form (GB/T 15834-2011). */
export const punctuation: TextRule = patternRule([
  ...widthPatterns(),
  ...orderPatterns(),
  ...quotePatterns(),
  ...formPatterns(),
  ...ordinalPatterns(),
]);
