import type { Confusions, NewsroomWord, ProofBook, ValidTitle } from './proof-book.ts';
import type { TextFault } from './proof-mark.ts';
import type { ProofText } from './proof-text.ts';
import { type PatternRule, type ProofRoom, patternRule } from './text-rule.ts';

/** Wrong characters by list: the shipped one, the newsroom's words, and its titles with dates. */
export function confusedWords(
  text: ProofText,
  { book, issueDate }: ProofRoom,
): readonly TextFault[] {
  const { words } = text;
  return [
    ...shippedWords(words, book),
    ...UP_TO(text, { book, issueDate }),
    ...book.newsroomWords.flatMap((entry) => newsroomWord(words, entry)),
    ...book.titles.flatMap((title) => titleOutOfDate(words, title, issueDate)),
  ];
}

const UP_TO = patternRule([
  upToPattern(),
  // 即 is at once or namely, 既 goes with 又 and 也.
  word(/(?<![立随当亦也须])即(?=是[^，。；]{1,14}，(?:又|也|更)是)/gu, '既'),
  word(
    /渡过(?=[^，。；]{0,8}(?:周末|假期|节日|时光|童年|晚年|春节|端午|中秋|暑假|寒假|一天|一夜|生日))/gu,
    '度过',
  ),
  word(/必需(?=把|要|将|坚持|做到|从|加强|加快|落实|严格|认真|立即|抓好|按照)/gu, '必须'),
  word(
    /(?<!何|所|可|难|予|加|给|得|足|用|是|就|借)以(?=经(?:[投建开完成]|过[^程度往]|在|有|是|被))/gu,
    '已',
  ),
  word(
    /做(?=(?:了|过)?(?:典型|重要|专题|交流|大会|总结|表态|先进|经验)?(?:发言|报告|汇报|贡献|讲话)(?!厅))/gu,
    '作',
  ),
]);

function word(pattern: RegExp, right: string): PatternRule {
  return { rule: 'confused-word', pattern, fix: right, values: () => ({ right }) };
}

/** 截止 is an end, 截至 a day until which something counts. */
function upToPattern(): PatternRule {
  return {
    rule: 'confused-word',
    pattern: /(?<!报名|申报|投稿|申请|征集)截止(?=\d)/gu,
    fix: '截至',
    values: () => ({ right: '截至' }),
  };
}

/** Wrong words by their first character, so that a text is looked through once. */
const BY_FIRST = new WeakMap<Confusions, ReadonlyMap<string, readonly string[]>>();

function byFirst(confusions: Confusions): ReadonlyMap<string, readonly string[]> {
  const known = BY_FIRST.get(confusions);
  if (known !== undefined) return known;
  const made = Map.groupBy(Object.keys(confusions.pairs), (wrong) => wrong.slice(0, 1));
  BY_FIRST.set(confusions, made);
  return made;
}

function shippedWords(words: string, { confusions }: ProofBook): readonly TextFault[] {
  const table = byFirst(confusions);
  const faults: TextFault[] = [];
  for (let at = 0; at < words.length; at += 1) {
    for (const wrong of table.get(words[at] ?? '') ?? []) {
      if (!words.startsWith(wrong, at) || isRightHere(words, at, wrong, confusions)) continue;
      const right = confusions.pairs[wrong] ?? '';
      const range = { start: at, end: at + wrong.length };
      const values = { words: wrong, right };
      faults.push({ rule: 'confused-word', ...range, values, fix: right });
    }
  }
  return faults;
}

/** The characters belong to a longer string in which they are right. */
function isRightHere(words: string, at: number, wrong: string, { except }: Confusions): boolean {
  return (except[wrong] ?? []).some((longer) => {
    const within = longer.indexOf(wrong);
    return within >= 0 && words.startsWith(longer, at - within);
  });
}

function newsroomWord(words: string, entry: NewsroomWord): readonly TextFault[] {
  const { wrong, right, note } = entry;
  // The right word may hold the wrong one: 经开区 for 开区.
  const inside = right.indexOf(wrong);
  return placesOf(words, wrong)
    .filter((at) => inside < 0 || !words.startsWith(right, at - inside))
    .map((start) => ({
      rule: 'newsroom-word',
      start,
      end: start + wrong.length,
      values: { words: wrong, right, note },
      ...(right !== '' && { fix: right }),
    }));
}

function titleOutOfDate(words: string, valid: ValidTitle, issueDate: string): readonly TextFault[] {
  const { person, title, from, until } = valid;
  const isValid = (from === '' || from <= issueDate) && (until === '' || issueDate <= until);
  if (isValid) return [];
  return [person + title, title + person].flatMap((named) =>
    placesOf(words, named).map((start) => ({
      rule: 'title-validity',
      start,
      end: start + named.length,
      values: { words: named, from: from || '…', until: until || '…' },
    })),
  );
}

/** Every place where words stand in a text. */
export function placesOf(text: string, words: string): readonly number[] {
  const places: number[] = [];
  if (words === '') return places;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}
