import { leadInLength } from './bylines.ts';
import { creditLength } from './captions.ts';
import type { MarkedCopy } from './marked-copy.ts';

/** Characters beside which a mark counts as Chinese. */
export const HAN = String.raw`\p{Script=Han}\u3001-\u303f\uff00-\uffef“”‘’—…`;
/**
 * Half-width marks that stand full-width beside Chinese (GB/T 15834-2011). The per cent sign is not
 * among them: behind figures it stays as narrow as they are (GB/T 15835-2011).
 */
const FULL_WIDTH: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
};
/** Marks at which a paragraph of a story may end. */
export const SENTENCE_END = /[。？！…”』」）：；.?!")]$/u;
/** A shorter line without a mark at its end is a headline, a slogan or a crosshead. */
export const LEAST_BROKEN = 30;
/** （通讯员 郭响玲 周海康）, （李灿晖 摄）, 本报记者 陈旭东 摄影报道: the blanks part names. */
const CREDIT =
  /[（(][^（）()]{0,40}[）)]|^(?:本报)?(?:通讯员|记者|作者|文|图)\S*(?: \S{1,4}){1,6}/gu;
const CREDIT_WORDS = /通讯员|记者|摄|供图|供稿|文图|作者|整理|采写|执笔|[文图][/／]/u;

/** True for a line that reads as a sentence or is as long as one. */
export function isSentence(line: string): boolean {
  return SENTENCE_END.test(line) || line.length >= LEAST_BROKEN;
}

/** One line without full-width figures, stray blanks and half-width marks. */
export function repairedLine(line: MarkedCopy): MarkedCopy {
  return repairedMarks(withPlainFigures(line));
}

/** A cell of a table: as a line, but its parts stay parted. */
export function repairedCell(cell: MarkedCopy): MarkedCopy {
  const plain = withoutWebSigns(cell).replaced(/[\v\u2028\u00a0]+/g, 'spaces', ' ');
  return withFullMarks(withPlainFigures(plain));
}

/**
 * Control characters and format characters but the line feed and its like (Unicode Cc, Cf). A
 * joiner between two emoji belongs to them.
 */
const INVISIBLE =
  /(?![\t-\r])\p{Cc}|(?!\u200d)\p{Cf}|(?<!\p{Extended_Pictographic}\ufe0f?)\u200d/gu;

/**
 * A line without what web pages and word processors write beside the words: signs that cannot be
 * seen, tags, entities, manual indents. A tag between two paragraphs becomes a line feed.
 */
export function withoutWebSigns(line: MarkedCopy): MarkedCopy {
  return line
    .replaced(INVISIBLE, 'invisibles', '')
    .replaced(/<\/(?:p|div|h\d|li)>\s*(?=<(?:p|div|h\d|li)\b)|<br\s*\/?>(?=.)/gi, 'tags', '\n')
    .replaced(
      /<\/?(?:p|br|div|span|b|strong|em|i|u|a|font|section|h\d|li|ul|ol|o:p|img|td|tr|table|tbody)\b[^<>]*>/gi,
      'tags',
      '',
    )
    .replaced(/&(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8});/gi, 'entities', entityWords)
    .replaced(BLANK_ENDS, 'indents', '');
}

const BLANK_ENDS = /^[\s\u3000\u00a0]+|[\s\u3000\u00a0]+$/g;

/** A line without the blanks at its ends. */
export function withoutIndent(line: MarkedCopy): MarkedCopy {
  return line.replaced(BLANK_ENDS, 'indents', '');
}

/** The entities that reach us in pasted text; any other stays as it is. */
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: '\u3000',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '《',
  raquo: '》',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  bull: '•',
  times: '×',
  deg: '°',
};

function entityWords(entity: string): string {
  const name = entity.slice(1, -1).toLowerCase();
  if (!name.startsWith('#')) return ENTITIES[name] ?? entity;
  const code = name.startsWith('#x')
    ? Number.parseInt(name.slice(2), 16)
    : Number.parseInt(name.slice(1), 10);
  const isWritten = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isWritten ? String.fromCodePoint(code) : entity;
}

/** Figures and Latin letters as wide as Chinese ones, with the marks between them. */
function withPlainFigures(line: MarkedCopy): MarkedCopy {
  const wide = /(?<=\d)％|[０-９Ａ-Ｚａ-ｚ]+(?:[．，：／－～][０-９]+)*％?/gu;
  return line.replaced(wide, 'fullWidthFigures', (found) => found.normalize('NFKC'));
}

/** Blanks and marks as GB/T 15834 wants them; doing it twice changes nothing more. */
export function repairedMarks(line: MarkedCopy): MarkedCopy {
  const single = line.replaced(/(?<=\S)(?:[ \u00a0\t]{2,}|[\u00a0\t])(?=\S)/g, 'spaces', ' ');
  return withoutStraySpaces(withFullMarks(single));
}

/** Marks of other scripts and fonts, by those of horizontal simplified Chinese (GB/T 15834). */
const FOREIGN_MARKS: Readonly<Record<string, string>> = {
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
  '﹙': '（',
  '﹚': '）',
  '﹐': '，',
  '﹒': '。',
  '｡': '。',
  '､': '、',
};

function withFullMarks(copy: MarkedCopy): MarkedCopy {
  const line = copy.replaced(/[「」『』﹙﹚﹐﹒｡､]/gu, 'marks', (one) => FOREIGN_MARKS[one] ?? one);
  const beside = new RegExp(`(?<=[${HAN}] ?)[(),:;?!]|[(),:;?!](?= ?[${HAN}])`, 'gu');
  return (
    line
      .replaced(beside, 'marks', (found) => FULL_WIDTH[found] ?? found)
      .replaced(new RegExp(`(?<=[${HAN}])\\.(?=$|[${HAN}])`, 'gu'), 'marks', '。')
      .replaced(
        /(?<=%|\d:\d{2})\.(?=\p{Script=Han})|(?<=\p{Script=Han})\.(?=["'])/gu,
        'marks',
        '。',
      )
      .replaced(/(?<=\p{Script=Han})\.(?=\d{1,4}[年月日])/gu, 'marks', '。')
      .replaced(/(?<=\p{Script=Han}.{8,}[%\d℃])\.$/gu, 'marks', '。')
      .replaced(/(?<!-)--+(?!-)(?=[^-]|$)/g, 'marks', (found) => (found.length > 6 ? found : '——'))
      .replaced(/(?<!\.)\.{3,}(?!\.)|。{3,}|(?<!…)…(?!…)/gu, 'marks', '……')
      // Behind the first character of a line it follows a number.
      .replaced(/(?<=[\p{Script=Han}”）])．(?=$|[\p{Script=Han}“])(?<!^.．)/gu, 'marks', '。')
      // Brackets of a pair are of one width.
      .replaced(/(?<=（[^（）()]*)\)/gu, 'marks', '）')
      .replaced(/\((?=[^（）()]*）)/gu, 'marks', '（')
  );
}

/**
 * Blanks beside Chinese marks, and in sentences those between two Chinese characters. In a short
 * line without an end they stay: headlines and slogans are parted by them, as are names.
 */
function withoutStraySpaces(line: MarkedCopy): MarkedCopy {
  const { text } = line;
  const credits = [...text.matchAll(CREDIT)].filter(([found]) => CREDIT_WORDS.test(found));
  const { leadIn, byline } = leadInLength(text);
  const creditAt = text.length - creditLength(text);
  const isInCredit = (at: number) =>
    credits.some(({ index, 0: found }) => index <= at && at < index + found.length) ||
    (at < leadIn + byline && !/[（）：]/u.test(text.slice(Math.max(0, at - 1), at + 2))) ||
    at > creditAt;
  const marks = '，。、；：？！（）“”《》';
  const isLong = text.length > 2 * LEAST_BROKEN;
  const isProse = SENTENCE_END.test(text) || isLong || (/[，；]/u.test(text) && isSentence(text));
  const stray = isProse
    ? `(?<=[${HAN}])[ \u3000](?=[${HAN}])|(?<=[${marks}]) | (?=[${marks}])`
    : `(?<=[，。、；？！（《]) | (?=[，。、；：？！）》])`;
  return line.replaced(new RegExp(stray, 'gu'), 'spaces', (found, at) =>
    isInCredit(at) ? found : '',
  );
}

/** Straight quotes open and close in turn. An apostrophe in a Latin word stays. */
export function turnedQuotes(paragraph: MarkedCopy): MarkedCopy {
  if (!new RegExp(`[${HAN}]`, 'u').test(paragraph.text)) return paragraph;
  let isOpen = false;
  const turning = (open: string, close: string) => () => {
    isOpen = !isOpen;
    return isOpen ? open : close;
  };
  const byTurns = turning('“', '”');
  // A curly quote among straight ones tells which of a pair comes next.
  const double = paragraph.replaced(/["“”]/gu, 'quotes', (found) => {
    if (found === '"') return byTurns();
    isOpen = found === '“';
    return found;
  });
  isOpen = false;
  return double.replaced(/(?<![a-z])'|'(?![a-z])/gi, 'quotes', turning('‘', '’'));
}
