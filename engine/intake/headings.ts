import type { MarkedCopy } from './marked-copy.ts';
import { isUnit } from './names.ts';
import type { DraftLine } from './worked-lines.ts';

/** A line of a heading, with the part that a label in front of it named. */
export interface HeadingLine {
  readonly copy: MarkedCopy;
  readonly look: DraftLine['look'];
  readonly named: HeadingPart | undefined;
  /** True for a line that only a soft return parts from the one above. */
  readonly isSoft: boolean;
}

/** The parts of a heading that a label can name. */
export type HeadingPart = 'kicker' | 'headline' | 'deck' | 'standingHead';

/** A heading taken apart. */
export interface Heading {
  readonly kicker: MarkedCopy | undefined;
  readonly headline: MarkedCopy | undefined;
  readonly deck: MarkedCopy | undefined;
  /** Lines that found no place in it. */
  readonly rest: readonly MarkedCopy[];
}

/** Words that columns of a paper are called by (栏目题). */
const STANDING_HEAD =
  /^[\p{Script=Han}·“”]{0,8}(?:动态|简讯|快讯|短讯|简报|要闻|资讯|速递|速览|播报|短波|集锦|一览|一周|看点|专栏|之窗|风采|园地|掠影|传真|扫描|在线|前沿|链接|之声|视窗|纵横|巡礼|展播|连线|直通车|聚焦|新闻|消息|荟萃|拾萃|点滴|时评|评论|短评|快评|锐评|论坛|来信|来函|来论|信箱|访谈|光影|视点|视角|广角|大观|快报|快递|头条|关注|热点|大家谈|服务台|曝光台|光荣榜|红黑榜|回音壁|短新闻|随笔|杂谈|随感|札记|手记|副刊|作品选|书评|人物志|故事汇|公告栏|公示栏)$/u;
/** A dash in front, or brackets around the whole line. */
const DECK = /^(?:——|—|–|--|（[^（）]{4,}）$)/u;
const DECK_END = /(?:纪实|侧记|见闻|综述|掠影|纪略|采访记|观察|启示)$/u;
const INLINE_KICKER = /^([^：，。！？；《》“”]{2,18})：(?=\s?\S{3})/u;
const HALVES = /^(\S+)[ \u3000]+(\S+)$/u;
/** A half of a headline that is a line of its own has at least so many characters. */
const LONG_HALF = 8;

/** True for words that columns are called by, such as 园区动态. */
export function isStandingHead(words: string): boolean {
  const bare = words.replace(/^[■◆●▲★☆◎□※▶【\s]+|[■◆●▲★☆◎□※◀】\s]+$/gu, '');
  return STANDING_HEAD.test(bare) && bare.length <= 10;
}

/** How many characters at the head of a headline are its kicker, such as 湘潭经开区：. */
export function inlineKickerLength(headline: string, storyHead: string): number {
  const found = INLINE_KICKER.exec(headline);
  const [whole = '', words = ''] = found ?? [];
  const isNamed = isUnit(words) || storyHead.includes(words);
  return isNamed ? whole.length : 0;
}

/** 党建引领｜ and 【党建引领】 at the head of a headline. */
const BARRED = /^(?:【[^【】]{2,12}】|[^|｜丨\s]{2,12}\s*[|｜丨])\s*(?=\S{3})/u;

/** How many characters at the head of a headline are a label behind a bar or in brackets. */
export function barredKickerLength(headline: string): number {
  return BARRED.exec(headline)?.[0].length ?? 0;
}

/** A label without its bar or brackets. */
export function withoutBar(label: MarkedCopy): MarkedCopy {
  return label.replaced(/^【|】?\s*$|\s*[|｜丨]\s*$/gu, 'labels', '');
}

/** Takes the lines of a heading apart. `storyHead` is the beginning of the story below. */
export function headingOf(lines: readonly HeadingLine[], storyHead: string): Heading {
  const named = (part: HeadingPart) =>
    lines.filter((line) => line.named === part).map(({ copy }) => copy);
  const free = withSoftLines(lines.filter((line) => line.named === undefined));
  const parts = partsOfFree(free, named('headline').length > 0);
  const kicker = stacked([...named('kicker'), ...parts.kicker]);
  const headline = stacked([...named('headline'), ...parts.headline]);
  const deck = stacked([...named('deck'), ...parts.deck]);
  const rest = [...kicker.rest, ...headline.rest, ...deck.rest, ...named('standingHead')];
  return withParts({ kicker: kicker.top, headline: headline.top, deck: deck.top, rest }, storyHead);
}

/** Lines that a soft return parts are lines of one headline. */
function withSoftLines(lines: readonly HeadingLine[]): readonly HeadingLine[] {
  const whole: HeadingLine[] = [];
  for (const line of lines) {
    const above = whole.at(-1);
    const isSoft = line.isSoft && !DECK.test(line.copy.text);
    if (isSoft && above?.copy.isNextTo(line.copy)) {
      const copy = above.copy.joinedTo(line.copy, 'headlineSpaces', '\n');
      whole[whole.length - 1] = { ...above, copy };
    } else whole.push(line);
  }
  return whole;
}

interface FreeParts {
  readonly kicker: readonly MarkedCopy[];
  readonly headline: readonly MarkedCopy[];
  readonly deck: readonly MarkedCopy[];
}

/** Lines that no label names: by their dashes, their size, and where they stand. */
function partsOfFree(lines: readonly HeadingLine[], isHeadlineNamed: boolean): FreeParts {
  const copies = lines.map(({ copy }) => copy);
  if (isHeadlineNamed) return { kicker: [], headline: [], deck: copies };
  const main = mainLines(lines);
  return {
    kicker: copies.slice(0, main.from),
    headline: copies.slice(main.from, main.to),
    deck: copies.slice(main.to),
  };
}

function mainLines(lines: readonly HeadingLine[]): { readonly from: number; readonly to: number } {
  const dashed = lines.findIndex(({ copy }, index) => index > 0 && DECK.test(copy.text));
  const end = dashed < 0 ? lines.length : dashed;
  const upper = lines.slice(0, end);
  const largest = mostProminent(upper);
  if (largest !== undefined) return largest;
  if (end <= 1) return { from: 0, to: end };
  if (end === 2) return mainOfTwo(upper, dashed >= 0);
  return { from: 1, to: dashed < 0 ? end - 1 : end };
}

/** The largest lines, or those of the highest level; undefined when the file does not say. */
function mostProminent(
  lines: readonly HeadingLine[],
): { readonly from: number; readonly to: number } | undefined {
  if (lines.length < 2) return undefined;
  for (const rank of [
    ({ look }: HeadingLine) => look.sizePt ?? 0,
    ({ look }: HeadingLine) => (look.level === undefined ? 0 : 7 - look.level),
    ({ look }: HeadingLine) => (look.bold ? 1 : 0),
  ]) {
    const ranks = lines.map(rank);
    const most = Math.max(...ranks);
    if (ranks.every((one) => one === most)) continue;
    const from = ranks.indexOf(most);
    const behind = ranks.findIndex((one, index) => index > from && one !== most);
    return { from, to: behind < 0 ? lines.length : behind };
  }
  return undefined;
}

/** Of two lines without other signs the first is a kicker, unless it or the second looks else. */
function mainOfTwo(
  lines: readonly HeadingLine[],
  hasDeck: boolean,
): { readonly from: number; readonly to: number } {
  const [first = '', second = ''] = lines.map(({ copy }) => copy.text.trim());
  if (first.endsWith('：')) return { from: 1, to: 2 };
  if (isOneLook(lines)) return { from: 0, to: 2 };
  if (first.endsWith('，')) return { from: 0, to: 2 };
  if (hasDeck || isUnit(INLINE_KICKER.exec(second)?.[1] ?? '')) return { from: 1, to: 2 };
  const isCouplet = first.length === second.length && first.length <= 12 && !/\s/.test(first);
  if (isCouplet) return { from: 0, to: 2 };
  const isFacts = /\d/.test(second) && !/\d/.test(first) && second.length > first.length;
  const isLonger = second.length >= first.length * 1.8 && !HALVES.test(second);
  if (isFacts || isLonger || DECK_END.test(second)) return { from: 0, to: 1 };
  return { from: 1, to: 2 };
}

/** The file gives both lines the size and weight of a headline. */
function isOneLook(lines: readonly HeadingLine[]): boolean {
  return lines.every(({ look }) => look.sizePt !== undefined && look.sizePt >= 18 && look.bold);
}

interface Stacked {
  readonly top: MarkedCopy | undefined;
  readonly rest: readonly MarkedCopy[];
}

/** Lines one below the other, as far as nothing stands between them. */
function stacked(copies: readonly MarkedCopy[]): Stacked {
  const [first, ...others] = copies;
  let top = first;
  const rest: MarkedCopy[] = [];
  for (const copy of others) {
    if (top === undefined || rest.length > 0 || !top.isNextTo(copy)) rest.push(copy);
    else top = top.joinedTo(copy, 'headlineSpaces', '\n');
  }
  return { top, rest };
}

/** Slashes between the lines of a headline, as those write who think of the page. */
function withSlashedEnds(headline: MarkedCopy): MarkedCopy {
  const parts = headline.text.split(/[/／]/u);
  const isShort = parts.slice(1).some((part) => part.trim().length < 3);
  if (parts.length > 3 || isShort) return headline;
  return headline
    .replaced(/(?<=：) ?[/／] ?/gu, 'headlineSpaces', '')
    .replaced(
      /(?<=[\p{Script=Han}”》！？]) ?[/／] ?(?=[\p{Script=Han}“《])/gu,
      'headlineSpaces',
      '\n',
    );
}

/** The kicker within the headline, and what the blanks between its halves stand for. */
function withParts(heading: Heading, storyHead: string): Heading {
  const { kicker, deck } = heading;
  const headline = heading.headline && withSlashedEnds(heading.headline);
  if (headline === undefined) return heading;
  const ownKicker = kicker && withWideBlanks(kicker);
  const barred = ownKicker === undefined ? barredKickerLength(headline.text) : 0;
  const colon = ownKicker === undefined ? inlineKickerLength(headline.text, storyHead) : 0;
  const length = Math.max(barred, colon);
  const blanks = /^\s*/.exec(headline.text.slice(length))?.[0].length ?? 0;
  const at = length > 0 ? length + blanks : 0;
  const inline = length > 0 ? withoutBar(headline.slice(0, at)) : undefined;
  const main = headline.slice(at);
  const split = deck === undefined && ownKicker !== undefined ? threeDecker(main) : undefined;
  return {
    ...heading,
    kicker: ownKicker ?? inline,
    headline: split?.headline ?? withLineEnds(main, storyHead),
    deck: split?.deck ?? (deck && withWideBlanks(deck)),
  };
}

/**
 * A heading whose kicker has a line of its own, and whose main line is two long halves of unequal
 * length, has three decks (引题、主题、副题): the second half is the deck.
 */
function threeDecker(
  main: MarkedCopy,
): { readonly headline: MarkedCopy; readonly deck: MarkedCopy } | undefined {
  const [, first = '', second = ''] = HALVES.exec(main.text) ?? [];
  if (first.length < LONG_HALF || second.length < LONG_HALF || first.length === second.length) {
    return undefined;
  }
  return {
    headline: main.slice(0, main.text.length - second.length),
    deck: main.slice(main.text.length - second.length),
  };
}

/**
 * Halves of equal length are a couplet on one line, unless the first is who the story is about;
 * unequal ones are two lines.
 */
function withLineEnds(headline: MarkedCopy, storyHead: string): MarkedCopy {
  const [, first = '', second = ''] = HALVES.exec(headline.text) ?? [];
  if (first === '' || isLatinGap(first, second)) return withWideBlanks(headline);
  const isNamedUnit = isUnit(first) && storyHead.includes(first);
  const isCouplet = first.length === second.length && !isNamedUnit;
  return headline.replaced(/[ \u3000]+/gu, 'headlineSpaces', isCouplet ? '\u3000' : '\n');
}

/** Blanks between Chinese parts of a kicker or slogan are a full character wide. */
export function withWideBlanks(line: MarkedCopy): MarkedCopy {
  const blank = /(?<=[^\s\w]) +(?=[^\s\w])/gu;
  return line.replaced(blank, 'headlineSpaces', '\u3000');
}

function isLatinGap(first: string, second: string): boolean {
  return /\w$/.test(first) && /^\w/.test(second);
}
