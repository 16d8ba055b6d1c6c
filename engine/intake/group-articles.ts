import type { DraftArticle, DraftGroup } from './draft.ts';
import type { GatheredArticle } from './gather-stories.ts';
import {
  barredKickerLength,
  type HeadingLine,
  inlineKickerLength,
  isStandingHead,
  withoutBar,
} from './headings.ts';
import { type MadePiece, stretchOf } from './made-piece.ts';
import { madeArticle } from './make-article.ts';
import type { MarkedCopy } from './marked-copy.ts';

/** Share of the pairs of characters of a standing head that an article of its group has. */
const LEAST_TOPIC_SHARE = 0.35;
const BRACKETED =
  /^【(?:[^【】]{2,12}|[^【】]{2,30}(?:系列|报道|专栏|专题|特刊|之[一二三四五六七八九十]{1,2}))】$/u;

/** Articles, and groups of those that stand under one standing head (栏目题). */
export function groupedArticles(
  articles: readonly GatheredArticle[],
): readonly MadePiece<DraftArticle | DraftGroup>[] {
  const pieces: MadePiece<DraftArticle | DraftGroup>[] = [];
  let open: OpenGroup | undefined;
  const close = () => {
    if (open) pieces.push(madeGroup(open));
    open = undefined;
  };
  for (const [index, gathered] of articles.entries()) {
    const { head, article } = withoutStandingHead(articles, index, gathered);
    if (head !== undefined && head.copy.text === open?.head.text) {
      open.members.push(madeArticle(withRepeatedHead(article, head)));
      continue;
    }
    if (head !== undefined) {
      close();
      open = { head: bareStandingHead(head.copy), isTopical: head.isTopical, members: [] };
    } else if (open !== undefined && !belongsTo(open, article)) close();
    if (open === undefined) pieces.push(madeArticle(article));
    else open.members.push(madeArticle(article));
  }
  close();
  return pieces;
}

/** 图片新闻：《荷花开了》 */
const COLUMN = /^([^：\s]{2,8})：(?=\S{4})/u;

interface OpenGroup {
  readonly head: MarkedCopy;
  /** A head that tells a topic holds the articles on it; any other all that follow. */
  readonly isTopical: boolean;
  readonly members: MadePiece<DraftArticle>[];
}

interface StandingHead {
  readonly copy: MarkedCopy;
  readonly line: HeadingLine;
  readonly isTopical: boolean;
}

function withoutStandingHead(
  articles: readonly GatheredArticle[],
  index: number,
  gathered: GatheredArticle,
): { readonly head: StandingHead | undefined; readonly article: GatheredArticle } {
  const [first, second] = gathered.heading;
  if (first === undefined) return { head: undefined, article: gathered };
  const rest = gathered.heading.slice(1);
  const [label = '', words = ''] = COLUMN.exec(first.copy.text) ?? [];
  const barred = isStandingHead(words)
    ? label
    : first.copy.text.slice(0, barredKickerLength(first.copy.text));
  if (barred !== '' && isShared(articles, barred)) {
    const copy = first.copy.slice(0, barred.length);
    const headline = { ...first, copy: first.copy.slice(barred.length) };
    const line = { ...first, copy };
    const article = { ...gathered, heading: [headline, ...rest] };
    return { head: { copy: bareStandingHead(copy), line, isTopical: false }, article };
  }
  const { text } = first.copy;
  const isNamed = first.named === 'standingHead';
  const isLabel = second !== undefined && (isStandingHead(text) || BRACKETED.test(text));
  const isSeries = isSeriesHead(second, articles[index + 1]);
  const isTopical =
    !isNamed && !isLabel && !isSeries && isTopic(first, second, articles[index + 1]);
  if (!isNamed && !isLabel && !isTopical && !isSeries)
    return { head: undefined, article: gathered };
  const copy = bareStandingHead(first.copy);
  return { head: { copy, line: first, isTopical }, article: { ...gathered, heading: rest } };
}

function bareStandingHead(copy: MarkedCopy): MarkedCopy {
  const ornaments = /^[■◆●▲★☆◎□※▶]+\s*|\s*[■◆●▲★☆◎□※◀]+$|(?<=^[^：\s]{2,8})：$/gu;
  return withoutBar(copy).replaced(ornaments, 'labels', '');
}

/** A label before a headline is a standing head by its words, or when it stands there twice. */
function isShared(articles: readonly GatheredArticle[], barred: string): boolean {
  const holders = articles.filter(({ heading }) => heading[0]?.copy.text.startsWith(barred));
  return holders.length > 1 || isStandingHead(barred.replace(/[【】|｜丨：\s]/gu, ''));
}

/**
 * A line above a headline that has its own kicker already is no kicker. When the next article has
 * such a headline as well, and is on the topic that the line tells, it is their standing head.
 */
function isTopic(
  first: HeadingLine,
  second: HeadingLine | undefined,
  next: GatheredArticle | undefined,
): boolean {
  const [nextHead] = next?.heading ?? [];
  if (second === undefined || next === undefined || nextHead === undefined) return false;
  const hasKickers = [second, nextHead].every(({ copy }) => inlineKickerLength(copy.text, '') > 0);
  return hasKickers && !first.copy.text.endsWith('：') && isOnTopic(first.copy.text, next);
}

const ORDINAL =
  /^(?:[之其]([一二三四五])[：、]|([一二三四五])、|（([一二三四五])）|([1-5])[.、．](?!\d))/u;

/** A line above 之一：… is the standing head when the next article is 之二：… */
function isSeriesHead(second: HeadingLine | undefined, next: GatheredArticle | undefined): boolean {
  const one =
    ORDINAL.exec(second?.copy.text ?? '')
      ?.slice(1)
      .find(Boolean) ?? '';
  const two =
    ORDINAL.exec(next?.heading[0]?.copy.text ?? '')
      ?.slice(1)
      .find(Boolean) ?? '';
  return (one === '一' && two === '二') || (one === '1' && two === '2');
}

/** Pairs of characters that news of parks are full of whatever their topic. */
const COMMON_PAIRS = /^(?:各园|各地|园区|全市|全区|企业|工作|部署|发展|服务|推进|开展|建设)$/u;

/** An article with its own kicker needs one pair of the topic only. */
function isOnTopic(topic: string, { heading, story }: GatheredArticle): boolean {
  const lines = [...heading.map(({ copy }) => copy), ...story.map(({ line }) => line.copy)];
  const words = lines.map(({ text }) => text).join('');
  const pairs = [...topic].slice(1).map((second, index) => `${[...topic][index]}${second}`);
  const known = pairs.filter((pair) => words.includes(pair));
  const hasKicker = inlineKickerLength(heading[0]?.copy.text ?? '', '') > 0;
  const telling = known.filter((pair) => !COMMON_PAIRS.test(pair));
  return known.length >= pairs.length * LEAST_TOPIC_SHARE || (hasKicker && telling.length > 0);
}

/** Heads in several lines are those of an article of its own. */
function belongsTo({ head, isTopical }: OpenGroup, article: GatheredArticle): boolean {
  const free = article.heading.filter(({ named }) => named === undefined);
  if (isTopical) return isOnTopic(head.text, article);
  const first = free[0]?.copy.text.trim() ?? '';
  return free.length < 2 || first.endsWith('：') || inlineKickerLength(first, '') > 0;
}

/** The same standing head above the next article of the group says nothing new. */
function withRepeatedHead(article: GatheredArticle, { line }: StandingHead): GatheredArticle {
  const gone = { ...line, copy: line.copy.replaced(/^.+$/gsu, 'continuations', '') };
  const [first, ...rest] = article.heading;
  if (first === undefined || !line.copy.isNextTo(first.copy)) {
    return { ...article, heading: [{ ...line, named: 'standingHead' }, ...article.heading] };
  }
  const copy = gone.copy.joinedTo(first.copy, 'continuations', '');
  return { ...article, heading: [{ ...first, copy }, ...rest] };
}

function madeGroup({ head, members }: OpenGroup): MadePiece<DraftGroup> {
  return {
    piece: {
      kind: 'group',
      standingHead: stretchOf(head),
      members: members.map(({ piece }) => piece),
    },
    copies: [head, ...members.flatMap(({ copies }) => copies)],
  };
}
