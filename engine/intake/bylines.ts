import { isPersonName, isUnit } from './names.ts';

/** Who wrote or photographed, and in which capacity. */
export interface Byline {
  /** 通讯员, 记者, 作者, 摄 … as the draft has it; empty where it says nothing. */
  readonly capacity: string;
  readonly names: readonly string[];
  /** The house that sent it, where the byline names one. */
  readonly unit: string | undefined;
}

const WRITER = '(?:本报|全媒体|融媒体|特约|见习|实习|特邀)*(?:记者|通讯员|实习生)';
const NAME = String.raw`[\p{Script=Han}·]{2,4}`;
const NAMES = `${NAME}(?:[ 、，,/]{1,2}${NAME}(?!区|县|市))*`;
/** 本报讯, 湘潭日报6月15日讯, 本报湘潭讯 and what other papers write. */
const OPENER = [
  '[（【]?本报(?:综合)?(?:讯|消息)[）】]?',
  String.raw`(?:本报)?[\p{Script=Han}·、/]{0,20}\d{1,2}月\d{1,2}日(?:讯|电)`,
  String.raw`本报[\p{Script=Han}\d]{2,12}?讯`,
  String.raw`\p{Script=Han}{2,8}(?:网|日报|晚报|客户端|在线|发布)讯`,
  '讯(?=[（ ])',
].join('|');
const IN_BRACKETS = '（[^（）]{2,50}）';
const WRITERS_IN_BRACKETS = `（[^（）]{0,24}(?:记者|通讯员|实习生|作者|文[/／]|供稿|整理|采写|执笔)[^（）]{0,40}）`;
/** 通讯员王墨报道： and the like, told from the text by what ends it. */
const RUNNING = `(?:${WRITER}[ ：]?${NAMES}[ 、]?){1,3}(?:(?:摄影)?报道[：，:]?|：|(?= ))`;
const LEAD_IN = new RegExp(`^(${OPENER})[ \u3000：]*(${IN_BRACKETS}|${RUNNING})?[ \u3000]*`, 'u');
const BYLINE_FIRST = new RegExp(`^(?:${WRITERS_IN_BRACKETS}|${RUNNING})[ \u3000]*`, 'u');
const BYLINE_LAST = new RegExp(
  `(?:${WRITERS_IN_BRACKETS}|（(?:作者单位|作者系)[^（）]{2,40}）)[。]?$`,
  'u',
);

/** How many characters of a paragraph are the lead-in (本报讯), and how many the byline behind. */
export function leadInLength(text: string): { readonly leadIn: number; readonly byline: number } {
  const found = LEAD_IN.exec(text);
  if (found) {
    const [whole, , byline] = found;
    if (byline === undefined) return { leadIn: whole.trimEnd().length, byline: 0 };
    const leadIn = text.indexOf(byline);
    return { leadIn, byline: byline.length };
  }
  const first = BYLINE_FIRST.exec(text);
  if (first === null || first[0].length === text.length) return { leadIn: 0, byline: 0 };
  const byline = first[0].trimEnd();
  const [writer] = bylinesOf(byline).flatMap(({ names }) => names);
  const isNamed = byline.startsWith('（') || (writer !== undefined && isPersonName(writer));
  return { leadIn: 0, byline: isNamed ? byline.length : 0 };
}

/** How many characters at the end of a paragraph are the byline, such as （通讯员 王墨 供稿）. */
export function closingBylineLength(text: string): number {
  const known = BYLINE_LAST.exec(text)?.[0].length;
  if (known !== undefined) return known;
  const [bracket = '', names = ''] = /(?<=[。！？”])（([^（）]{2,24})）$/u.exec(text) ?? [];
  return names !== '' && wordsOf(names).every(isPersonName) ? bracket.length : 0;
}

const LINE_IN_BRACKETS = new RegExp(`^${WRITERS_IN_BRACKETS}$`, 'u');
const LABELLED =
  /^(?:[□■◎●○◇◆]|[—–-]{1,2})?\s*(?:(?:本报|全媒体|融媒体|特约|见习|实习|特邀)*(?:记者|通讯员|实习生)|作者|撰稿人?|撰文|供稿人?|投稿人?|来稿人?|文[/／]图|图[/／]文|图文|文图|文字|文|图|摄影报道|摄影|整理|采写|执笔)(?:[ \u3000]*[|｜丨：:/／ \u3000][ \u3000]*(.{2,40})|(?<![文图])([^：].{1,39}))$/u;
const REPORTED =
  /^(.{2,40}?)[ \u3000]*(?:供稿|投稿|来稿|摄影报道|报道|文[/／]图|撰稿|整理|采写|执笔)$/u;

/** True for a line that is a byline and nothing else. */
export function isBylineLine(text: string): boolean {
  if (text.length > 48 || /[。！？；…]/u.test(text)) return false;
  if (LINE_IN_BRACKETS.test(text)) return true;
  const [, parted, runOn] = LABELLED.exec(text) ?? [];
  if (parted !== undefined) return saysOnlyNames(parted);
  if (runOn !== undefined && wordsOf(runOn).every(isPersonName)) return true;
  const reported = REPORTED.exec(text)?.[1];
  return reported !== undefined && saysOnlyNames(reported);
}

/** True for a line of nothing but persons, or a house and persons: 湘潭高新区 刘澜. */
export function isNameLine(text: string): boolean {
  const bare = text.replace(/^[（(](.*)[）)]$|^[□■◎○◇◆] ?(.*)$/u, '$1$2');
  const words = wordsOf(bare);
  if (words.length === 0 || words.length > 5 || /[：。，]/u.test(bare)) return false;
  const names = words.filter(isPersonName);
  return names.length > 0 && words.every((word) => isPersonName(word) || isUnit(word));
}

function saysOnlyNames(words: string): boolean {
  const bylines = bylinesOf(words);
  const units = wordsOf(words.replace(/[（）()]/gu, ' ')).filter(isUnit);
  const said = [...bylines.flatMap(({ names }) => names), ...units];
  const rest = said.reduce((left, one) => left.replace(one, ''), words.replace(/[ \u3000]/g, ''));
  return (
    said.length > 0 && rest.replace(CAPACITIES, '').replace(/[、，,/／：（）()|｜丨]/gu, '') === ''
  );
}

const CAPACITIES =
  /(?:本报|全媒体|融媒体|特约|见习|实习|特邀)*(?:记者|通讯员)|实习生|作者单位|作者系|作者|撰稿人?|撰文|供稿人?|投稿人?|来稿人?|图片|图文|文图|文字|摄影报道|摄影|报道|供图|整理|采写|执笔|[文图](?=[/／：:])|(?<=[/／])[文图]|(?<=[ \u3000\p{Script=Han}])摄(?=$|[）)])/gu;

/** Who is named in the words of a byline, a credit or a sender's line. */
export function bylinesOf(words: string): readonly Byline[] {
  const bare = words.replace(/[（）()□■◎●○◇◆。]|^[—–-]{1,2}/gu, ' ');
  const bylines: Byline[] = [];
  let capacity = '';
  let at = 0;
  const take = (text: string) => {
    const parts = wordsOf(text);
    const names = parts.filter(isName);
    const unit = parts.find(isUnit);
    if (names.length > 0 || unit !== undefined) bylines.push({ capacity, names, unit });
  };
  for (const { index, 0: found } of bare.matchAll(CAPACITIES)) {
    const before = bare.slice(at, index);
    const isBehind = /供稿|报道|供图|摄|投稿|来稿|整理/u.test(found) && /\S/.test(before);
    if (isBehind && capacity === '') capacity = found;
    take(before);
    capacity = found;
    at = index + found.length;
  }
  take(bare.slice(at));
  return bylines;
}

function isName(word: string): boolean {
  return /^[\p{Script=Han}·]{2,4}$|·/u.test(word) && !isUnit(word);
}

/** Words between blanks and commas; two single characters are a name with a blank in it. */
function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  let isOpen = false;
  for (const word of text.split(/[\s\u3000、，,：:/／&|｜丨]+/u)) {
    if (word === '') continue;
    const isSingle = [...word].length === 1;
    if (isSingle && isOpen) words[words.length - 1] = `${words.at(-1)}${word}`;
    else words.push(word);
    isOpen = isSingle && !isOpen;
  }
  return words;
}

/** A lead-in with nothing behind it, or with a sentence that stops at a comma. */
export function isTornLeadIn(text: string): boolean {
  const { leadIn, byline } = leadInLength(text);
  return leadIn > 0 && (leadIn + byline === text.length || /[，、]$/u.test(text));
}
