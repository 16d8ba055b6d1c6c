import { walkXml } from './walk-xml.ts';

/** The numbers and bullets in front of paragraphs, counted as the file is read. */
export interface DocxLabels {
  /** The label of the next paragraph of this list; undefined where the list has none. */
  next(list: string, level: number): string | undefined;
}

interface ListLevel {
  form: string;
  pattern: string;
  start: number;
}

type ListLevels = Map<number, ListLevel>;

/** Lists have nine levels. */
const LEVELS = 9;

/** Reads numbering.xml. */
export function readDocxNumbering(bytes: Uint8Array | undefined): DocxLabels {
  const { plans, lists } = readPlans(bytes);
  const counters = new Map<string, number[]>();
  return {
    next(list, level) {
      const plan = lists.get(list);
      const levels = plans.get(plan ?? '');
      const own = levels?.get(level);
      if (plan === undefined || levels === undefined || own === undefined) return undefined;
      // Lists of one plan count on from one another.
      const counts = counters.get(plan) ?? [];
      counters.set(plan, counts);
      counts[level] = (counts[level] ?? own.start - 1) + 1;
      counts.length = level + 1;
      return labelOf(levels, counts, own);
    },
  };
}

function readPlans(bytes: Uint8Array | undefined) {
  const plans = new Map<string, ListLevels>();
  const lists = new Map<string, string>();
  let plan: ListLevels = new Map();
  let level: ListLevel = { form: 'decimal', pattern: '', start: 1 };
  let list = '';
  if (bytes === undefined) return { plans, lists };
  walkXml(bytes, {
    open(name, attributes) {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:abstractNum') {
        plan = new Map();
        plans.set(attributes['w:abstractNumId'] ?? '', plan);
      } else if (name === 'w:lvl') {
        const at = Number(attributes['w:ilvl']);
        level = { form: 'decimal', pattern: '', start: 1 };
        if (at >= 0 && at < LEVELS) plan.set(at, level);
      } else if (name === 'w:numFmt') level.form = value;
      else if (name === 'w:lvlText') level.pattern = value;
      else if (name === 'w:start') level.start = Number(value) || 0;
      else if (name === 'w:num') list = attributes['w:numId'] ?? '';
      else if (name === 'w:abstractNumId') lists.set(list, value);
    },
    close() {},
  });
  return { plans, lists };
}

function labelOf(levels: ListLevels, counts: readonly number[], own: ListLevel): string {
  if (own.form === 'bullet') return bulletOf(own.pattern);
  return own.pattern.replaceAll(/%([1-9])/gu, (_, digit: string) => {
    const at = Number(digit) - 1;
    const form = levels.get(at)?.form ?? 'decimal';
    return numeralOf(form, counts[at] ?? levels.get(at)?.start ?? 1);
  });
}

/** Bullets of symbol fonts lie in the private area, where no other font has them. */
function bulletOf(pattern: string): string {
  return pattern === '' || /[\uE000-\uF8FF]/u.test(pattern) ? '•' : pattern;
}

function numeralOf(form: string, count: number): string {
  switch (form) {
    case 'none':
      return '';
    case 'upperLetter':
      return letterOf(count);
    case 'lowerLetter':
      return letterOf(count).toLowerCase();
    case 'upperRoman':
      return romanOf(count);
    case 'lowerRoman':
      return romanOf(count).toLowerCase();
    case 'decimalZero':
      return String(count).padStart(2, '0');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return count >= 1 && count <= 20 ? String.fromCodePoint(0x245f + count) : String(count);
    case 'ideographTraditional':
      return '甲乙丙丁戊己庚辛壬癸'[count - 1] ?? String(count);
    default:
      return CHINESE_FORMS.test(form) ? chineseOf(count) : String(count);
  }
}

const CHINESE_FORMS = /^(chinese|taiwanese|japanese|ideograph).*|^ideographDigital$/u;

function letterOf(count: number): string {
  const letter = String.fromCharCode(65 + ((count - 1) % 26));
  return letter.repeat(Math.min(9, Math.ceil(count / 26)));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function romanOf(count: number): string {
  if (count > 3999) return String(count);
  let left = count;
  return ROMAN.map(([value, letters]) => {
    const times = Math.floor(left / value);
    left -= times * value;
    return letters.repeat(times);
  }).join('');
}

const DIGITS = '〇一二三四五六七八九';

/** 一, 十, 十一, 二十, 一百〇一; beyond 999 in figures. */
function chineseOf(count: number): string {
  if (count < 0 || count > 999) return String(count);
  const [hundreds, tens, ones] = [Math.floor(count / 100), Math.floor(count / 10) % 10, count % 10];
  const digit = (value: number) => DIGITS[value] ?? '';
  if (hundreds === 0 && tens === 0) return digit(ones);
  const last = ones === 0 ? '' : digit(ones);
  if (hundreds === 0) return `${tens === 1 ? '' : digit(tens)}十${last}`;
  const middle = tens > 0 ? `${digit(tens)}十` : ones > 0 ? '〇' : '';
  return `${digit(hundreds)}百${middle}${last}`;
}
