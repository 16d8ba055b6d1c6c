import { listBefore, type WrittenList } from './lists.ts';
import { hanNumber } from './numerals.ts';
import type { TextFault } from './proof-mark.ts';
import type { ProofText } from './proof-text.ts';

/** Counts that disagree with their list, ordinals with a gap, parts larger than the whole. */
export function counts({ words }: ProofText): readonly TextFault[] {
  return [
    ...namedCounts(words),
    ...countedLists(words),
    ...announcedOrdinals(words),
    ...ordinalGaps(words),
    ...partsOfWholes(words),
    ...sumsOfParts(words),
    ...countsOfQuoted(words),
    ...countsOfSingles(words),
  ];
}

function numberOf(figures: string): number {
  const number = Number(figures);
  return Number.isNaN(number) ? hanNumber(figures.replace('两', '二')) : number;
}

function disagreement(
  at: { readonly start: number; readonly end: number },
  said: string,
  found: number,
): readonly TextFault[] {
  return [{ rule: 'list-count', ...at, values: { said, found } }];
}

/** “A”“B”“C”的“三为”: names that count their list: 四为一帮 is four and one, 五好园区 is five. */
function namedCounts(words: string): readonly TextFault[] {
  const names = words.matchAll(
    /(?<=”|[^“”。，；：、]{2})[的等]?“([一二两三四五六七八九十]\p{Script=Han}[^“”]{0,6})”(?!“)/gu,
  );
  return [...names].flatMap(({ 0: whole, 1: name = '', index }) => {
    const list = listBefore(words, index);
    if (list === undefined || !(isQuotedList(list) || isEvenList(list))) return [];
    const said = countInName(name);
    if (said === undefined || agrees(list, said)) return [];
    const start = index + whole.indexOf('“') + 1;
    return disagreement(
      { start, end: start + name.length },
      `${name}（${said}）`,
      list.items.length,
    );
  });
}

/** “A”“B”“C”的: every member is quoted, the first behind what leads to the list. */
function isQuotedList({ items }: WrittenList): boolean {
  return items.every(
    ({ words }, place) => /”[的等]?$/u.test(words) && (place === 0 || words.startsWith('“')),
  );
}

function countInName(name: string): number | undefined {
  const pairs = /^(?:[一二两三四五六七八九十]\p{Script=Han}){2,}$/u.test(name);
  if (pairs) {
    const numerals = [...name].filter((_, place) => place % 2 === 0);
    return numerals.reduce((sum, one) => sum + numberOf(one), 0);
  }
  const [first = ''] = name;
  // 一盘棋, 一张网 do not count anything.
  return first === '一' || first === '十' ? undefined : numberOf(first);
}

function agrees({ items, mostItems }: WrittenList, said: number): boolean {
  return said === items.length || said === mostItems;
}

const COUNTED =
  /(等)?(\d{1,2}|[两三四五六七八九十]|十[一二三四五六])(?:家(?!家户)|个(?!多|小时|百分点|月)|大(?![幅量批力多家型])|项|种|类|名|位|所|支|方面|部门(?!负责)|件|条|张|次|期|步|道|座|处|层)/gu;

/** A、B、C三个指标 counts its list; A、B等5家 may name only some of it, but not more. */
function countedLists(words: string): readonly TextFault[] {
  return [...words.matchAll(COUNTED)].flatMap(({ 0: whole, 1: deng, 2: figures = '', index }) => {
    if (/[\d第万千百十.几每前近约超余各]$/u.test(words.slice(0, index))) return [];
    const list = listBefore(words, index);
    if (list === undefined || (deng === undefined && !isEvenList(list))) return [];
    const said = numberOf(figures);
    const isWrong =
      deng === undefined ? !agrees(list, said) : said >= 2 && list.items.length > said;
    if (!isWrong) return [];
    const start = index + (deng?.length ?? 0);
    return disagreement({ start, end: index + whole.length }, figures, list.items.length);
  });
}

/** Members of like length: otherwise a verb and its object stand before the count. */
function isEvenList({ items }: WrittenList): boolean {
  const rest = items.slice(1).map(({ words }) => words.replace(/[和与及].*$/u, '').length);
  const last = items.at(-1)?.words ?? '';
  const isClosed = !/[的了在是给为上中下将对有成出供到展立设开办行施过]$/u.test(last);
  return items.length >= 3 && isClosed && Math.max(...rest) - Math.min(...rest) <= 2;
}

const ORDINAL =
  /(?<=^|[。；：，、])(?:([一二三四五六七八九])(?:是(?!否)|要(?!不))|第([一二三四五六七八九])[，是])/gu;

function announcedOrdinals(words: string): readonly TextFault[] {
  const announcements = words.matchAll(
    /(\d|[一二两三四五六七八九])(?:个方面|大?点|项|条|件|个)[^。；：]{0,14}：(?=一是|一要|第一[，是])/gu,
  );
  return [...announcements].flatMap(({ 0: whole, 1: figures = '', index }) => {
    const behind = words.slice(index + whole.length);
    const end = behind.search(/\n/u);
    const found = [...(end < 0 ? behind : behind.slice(0, end)).matchAll(ORDINAL)].length;
    if (found === numberOf(figures)) return [];
    return disagreement({ start: index, end: index + figures.length }, figures, found);
  });
}

function ordinalGaps(words: string): readonly TextFault[] {
  const faults: TextFault[] = [];
  let before = 0;
  let beforeWords = '';
  for (const { 0: ordinal, 1: a, 2: b, index } of words.matchAll(ORDINAL)) {
    const number = hanNumber(a ?? b ?? '');
    const name = ordinal.replace(/，$/u, '');
    if (before > 0 && number !== 1 && number !== before + 1) {
      const values = { words: name, before: beforeWords };
      faults.push({ rule: 'ordinal-gap', start: index, end: index + name.length, values });
    }
    before = number;
    beforeWords = name;
  }
  return faults;
}

function partsOfWholes(words: string): readonly TextFault[] {
  const wholes = words.matchAll(
    /(\d+(?:\.\d+)?)(万?)(家|个|名|人|亩|项|元|户|吨|公里|件)[^，。；]{0,10}，其中[^，。；]{0,20}?(\d+(?:\.\d+)?)(万?)\3/gu,
  );
  return [...wholes].flatMap((found) => {
    const [all, figures = '', ten = '', unit = '', partFigures = '', partTen = ''] = found;
    const size = (number: string, tenThousand: string) =>
      Number(number) * (tenThousand === '' ? 1 : 10_000);
    if (size(partFigures, partTen) <= size(figures, ten)) return [];
    const end = found.index + all.length - unit.length - partTen.length;
    const values = { part: partFigures + partTen, whole: figures + ten };
    return [{ rule: 'part-exceeds-whole', start: end - partFigures.length, end, values }];
  });
}

const SUM =
  /(\d+)(个|家|处|件|项|名|人|条|台|户|宗)[^。；\d]{0,24}(?:已|其中)[^。；，\d]{0,10}(\d+)\2?[^。；\d]{0,12}(?:剩余|其余|余下|剩下|还剩)的?(\d+)\2?/gu;

/** 排查隐患36处，已整改30处，剩余8处: what is done and what is left make the whole. */
function sumsOfParts(words: string): readonly TextFault[] {
  return [...words.matchAll(SUM)].flatMap((found) => {
    const [all, whole = '', unit = '', done = '', left = ''] = found;
    if (Number(done) + Number(left) === Number(whole)) return [];
    const end = found.index + all.length - (all.endsWith(unit) ? unit.length : 0);
    const values = { whole, sum: Number(done) + Number(left) };
    return [{ rule: 'sum-of-parts', start: end - left.length, end, values }];
  });
}

/** “快审批、快开工、快投产”的“四快”: the members stand in one pair of quotes. */
function countsOfQuoted(words: string): readonly TextFault[] {
  const found = words.matchAll(
    /“([^“”，。；]*、[^“”，。；]*)”(?:的|等)?“([两三四五六七八九])([^“”]{1,4})”/gu,
  );
  return [...found].flatMap(({ 0: whole, 1: list = '', 2: figure = '', 3: name = '', index }) => {
    const members = list.split('、');
    const isNamed = members.every((member) => member.includes(name.slice(0, 1)));
    const said = numberOf(figure);
    if (!isNamed || members.length === said) return [];
    const end = index + whole.length - 1;
    const start = end - name.length - figure.length;
    return disagreement({ start, end }, `${figure}${name}（${said}）`, members.length);
  });
}

/** “查、改、罚”三字工作法: single characters in quotes, counted behind them. */
function countsOfSingles(words: string): readonly TextFault[] {
  const found = words.matchAll(
    /“(\p{Script=Han}(?:、?\p{Script=Han})+)”的?([两三四五六七八九])字/gu,
  );
  return [...found].flatMap(({ 0: whole, 1: list = '', 2: figure = '', index }) => {
    const members = [...list.replaceAll('、', '')].length;
    if (members === numberOf(figure)) return [];
    const end = index + whole.length - 1;
    return disagreement({ start: end - figure.length, end }, figure, members);
  });
}
