import { type PatternRule, patternRule, type TextRule } from './text-rule.ts';

const HAN_DIGITS = '〇一二三四五六七八九';
const MEASURED = '个家名人天年次种项位岁';
/** Not 附近, 节约, 合约. */
const ABOUT = '((?<![节合签预大])约|大约|将近|超过|逾|(?<![附最临新将])近)有?';
const COUNTED = '个家名人元亩吨米次项户天年';

/** The number that a Han numeral below a hundred names; digits in a row are read one by one. */
export function hanNumber(han: string): number {
  if (!han.includes('十')) {
    const digits = [...han].map((one) => HAN_DIGITS.indexOf(one.replace(/[零○]/u, '〇')));
    return Number(digits.join(''));
  }
  const [tens = '', ones = ''] = han.split('十');
  const value = (digit: string) => Math.max(0, HAN_DIGITS.indexOf(digit));
  return (tens === '' ? 1 : value(tens)) * 10 + value(ones);
}

function arabicDate(words: string): string {
  return words.replace(/[〇○零一二三四五六七八九十]+/gu, (han) => String(hanNumber(han)));
}

function mixedPatterns(): readonly PatternRule[] {
  const size: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
  return [
    {
      rule: 'mixed-numerals',
      pattern: /(?<![\d.])\d{1,3}[十百千](?![万亿克米瓦卡帕赫伏焦货分日度方姓])/gu,
      fix: ([number]) => String(Number(number.slice(0, -1)) * (size[number.slice(-1)] ?? 1)),
    },
    {
      rule: 'mixed-numerals',
      pattern:
        /(?<![一二三四五六七八九十百千万第\d])[一二三四五六七八九]?十\d(?=[家个名人项位万亿元亩吨户])/gu,
      fix: ([number]) => String(hanNumber(number.slice(0, -1)) + Number(number.slice(-1))),
    },
    {
      rule: 'mixed-numerals',
      pattern: /(?<![\d.])\d{1,2}[十百](?=[万亿])/gu,
      fix: ([number]) => String(Number(number.slice(0, -1)) * (size[number.slice(-1)] ?? 1)),
    },
    {
      rule: 'mixed-numerals',
      pattern: /[一二三四五六七八九][百千]零?[1-9]\d{0,2}(?=[家个名人项位户亩元吨米件台])/gu,
    },
    {
      rule: 'mixed-date',
      pattern: /\d{4}年[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十\d]{1,3}日)?/gu,
      fix: ([date]) => arabicDate(date),
    },
    {
      rule: 'mixed-date',
      pattern: /[〇○零一二三四五六七八九]{4}年\d{1,2}月(?:\d{1,2}日)?/gu,
      fix: ([date]) => arabicDate(date),
    },
    {
      rule: 'mixed-date',
      pattern:
        /(?<!\d)\d{1,2}月[一二三四五六七八九十]{1,3}日|(?<![年一二三四五六七八九十])[一二三四五六七八九十]{1,2}月\d{1,2}日/gu,
      fix: ([date]) => arabicDate(date),
    },
    { rule: 'month-fen', pattern: /(?<=\d{4}年\d{1,2}月)份/gu, fix: '' },
    {
      rule: 'padded-date',
      pattern: /(?<![\d.:：])0(?=[1-9]月)|(?<=月)0(?=[1-9]日)/gu,
      fix: '',
    },
    {
      rule: 'decade',
      pattern: /(?<!世纪|\d)[1-9]0年代|(?<!世纪)[二三四五六七八九]十年代/gu,
    },
  ];
}

function approximatePatterns(): readonly PatternRule[] {
  return [
    {
      rule: 'approximate-number',
      pattern: new RegExp(
        `(?<![${HAN_DIGITS}十百千万第])([一二三四五六七八])、([二三四五六七八九])(?=[十百千万${MEASURED}])`,
        'gu',
      ),
      // 三五 is the one pair that leaves a number out.
      isFault: ([, a = '', b = '']) => hanNumber(b) === hanNumber(a) + 1 || a + b === '三五',
      fix: ([, a = '', b = '']) => a + b,
    },
    {
      rule: 'approximate-number',
      pattern: new RegExp(`(?<![\\d.第、])([1-8])、([2-9])(?=[十百千万${MEASURED}])`, 'gu'),
      isFault: ([, a, b]) => Number(b) === Number(a) + 1,
      fix: ([, a, b]) => `${HAN_DIGITS[Number(a)]}${HAN_DIGITS[Number(b)]}`,
    },
    {
      rule: 'approximate-number',
      pattern: /(?<!\d)([1-9])0几/gu,
      fix: ([, ten]) => `${ten === '1' ? '' : HAN_DIGITS[Number(ten)]}十几`,
    },
    {
      rule: 'approximate-twice',
      pattern: /(?<=(约|大约|将近|近|超过|逾))(?:约|大约|将近|近|超过|超|逾)(?=\d)/gu,
      fix: '',
      values: ([, before = '']) => ({ before }),
    },
    {
      rule: 'approximate-twice',
      pattern: new RegExp(
        `(?<=\\d[万亿]?([余多])[万亿]?[${COUNTED}]\\p{Script=Han}{0,2})(?:左右|上下)`,
        'gu',
      ),
      fix: '',
      values: ([, before = '']) => ({ before }),
    },
    {
      rule: 'approximate-twice',
      pattern: new RegExp(`(?<=${ABOUT}\\d[\\d.]*[万亿]?)[余多](?=[万亿]?[${COUNTED}])`, 'gu'),
      fix: '',
      values: ([, before = '']) => ({ before }),
    },
    {
      rule: 'approximate-twice',
      pattern: new RegExp(
        `(?<=${ABOUT}\\d[\\d.]*[万亿]?[余多]?[${COUNTED}]\\p{Script=Han}{0,3})(?:左右|上下|以上)`,
        'gu',
      ),
      fix: '',
      values: ([, before = '']) => ({ before }),
    },
  ];
}

function rangePatterns(): readonly PatternRule[] {
  return [
    {
      rule: 'percent-range',
      pattern: /(?<![\d.%％万亿])\d+(?:\.\d+)?(?=[～~—-]\d+(?:\.\d+)?([%％万亿]))/gu,
      fix: ([number, unit = '']) => number + unit,
      values: ([, unit = '']) => ({ unit }),
    },
    {
      rule: 'percent-words',
      pattern: /百分之(\d+(?:\.\d+)?)/gu,
      fix: ([, number]) => `${number}%`,
    },
    {
      rule: 'percent-words',
      pattern: /(?<=\d%[^。]{0,20})百分之([一二三四五六七八九十]{1,3})(?![点百])/gu,
      fix: ([, number = '']) => `${hanNumber(number)}%`,
    },
  ];
}

const UNITS: readonly (readonly [string, string])[] = [
  ['KG|Kg|kG', 'kg'],
  ['KM|Km', 'km'],
  ['CM|Cm', 'cm'],
  ['KWH|kwh|Kwh|KWh', 'kW·h'],
  ['KW|Kw|kw', 'kW'],
  ['m2|M2', 'm²'],
  ['m3|M3', 'm³'],
  ['公分', '厘米'],
  ['公尺', '米'],
  ['公升|立升', '升'],
  ['英吋', '英寸'],
  ['瓩', '千瓦'],
  ['千瓦小时', '千瓦时'],
  ['平米', '平方米'],
  ['立米', '立方米'],
  ['平方(?![米公千厘分毫])', '平方米'],
  ['立方(?![米厘分])', '立方米'],
];

function unitPatterns(): readonly PatternRule[] {
  return UNITS.map(([wrong, right]) => ({
    rule: 'unit-symbol',
    pattern: new RegExp(`(?<=[\\d万亿千百十余多] ?)(?:${wrong})(?![A-Za-z\\d])`, 'gu'),
    fix: right,
  }));
}

function wordPatterns(): readonly PatternRule[] {
  return [
    {
      rule: 'unit-symbol',
      pattern: /(?<=电[量约近达超过]{0,3}(?:\d[\d.]*|[百千])[万亿]?[余多]?)度(?![假过数])/gu,
      fix: '千瓦时',
    },
    {
      rule: 'two-form',
      pattern:
        /(?<![第十百千万亿零〇一二三四五六七八九初老小期周之其])二(?=[个家名条件项种](?!式))/gu,
      fix: '两',
    },
    {
      rule: 'fewer-times',
      pattern:
        /(减少|降低|下降|缩短|缩小|缩减)了?[近约]?(?:\d[\d.]*|[一二两三四五六七八九十]+)倍/gu,
      values: ([, words = '']) => ({ words }),
    },
  ];
}

// Last: it is made of the constants above.
/** Figures, dates as they are written, and units (GB/T 15835-2011, GB/T 3100-1993). */
export const numerals: TextRule = patternRule([
  ...mixedPatterns(),
  ...approximatePatterns(),
  ...rangePatterns(),
  ...unitPatterns(),
  ...wordPatterns(),
]);
