import type { Paragraph, TextRun } from '#engine/model/issue.ts';

/** Pasted words made ready for a story. */
export interface CleanedText {
  /** At least one; without looseness of its own. */
  readonly paragraphs: readonly Paragraph[];
  /** How many places were changed, by what was done there. */
  readonly changes: CleaningChanges;
}

/** How many places were changed, by what was done there. */
export type CleaningChanges = Readonly<Record<Cleaning, number>>;

/** What cleaning does to pasted words. */
export type Cleaning =
  | 'emptyParagraphs'
  | 'indents'
  | 'spaces'
  | 'softReturns'
  | 'marks'
  | 'quotes'
  | 'joinedParagraphs'
  | 'leadIns';

/** Every kind of cleaning, in the order in which they are told. */
export const CLEANINGS: readonly Cleaning[] = [
  'emptyParagraphs',
  'indents',
  'spaces',
  'softReturns',
  'marks',
  'quotes',
  'joinedParagraphs',
  'leadIns',
];

/** The number of all places that were changed. */
export function cleaningCount(changes: CleaningChanges): number {
  return CLEANINGS.reduce((sum, cleaning) => sum + changes[cleaning], 0);
}

/** Characters beside which a mark counts as Chinese. */
const HAN = String.raw`\p{Script=Han}\u3001-\u303f\uff00-\uffef“”‘’—…`;
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
const SENTENCE_END = /[。？！…”』」）：；.?!")]$/u;
/** A shorter line without a mark at its end is a headline, a slogan or a crosshead. */
const LEAST_BROKEN = 30;
/** 本报讯（通讯员 王墨） at the head of a paragraph. */
const LEAD_IN = /^(本报(?:综合)?(?:讯|消息))[ \u3000]*(（[^（）]{2,40}）)?/u;
/** （通讯员 郭响玲 周海康）, （李灿晖 摄）, 本报记者 陈旭东 摄影报道: the blanks part names. */
const CREDIT = /[（(][^（）()]{0,40}[）)]|^本报(?:通讯员|记者)\S*(?: \S{1,4}){1,4}/gu;
const CREDIT_WORDS = /通讯员|记者|摄|供图|文图|作者/u;

/**
 * Cleans words from a mail, a web page or a word processor: blank paragraphs, manual indents,
 * double and stray spaces, soft returns, half-width marks beside Chinese, straight quotes,
 * paragraphs that were broken at the end of a column; and finds the lead-in with its byline. No
 * character but blanks is lost, none is added but the turned marks.
 */
export function cleanPastedText(pasted: string): CleanedText {
  const tally = new Tally();
  const lines: string[] = [];
  for (const line of withoutSoftReturns(pasted, tally).split('\n')) {
    const bare = tally.replace(line, /^[\s\u3000\u00a0]+|[\s\u3000\u00a0]+$/g, ['indents', '']);
    if (bare === '') tally.count('emptyParagraphs');
    else lines.push(cleanedLine(bare, tally));
  }
  // The line feed at the end of a copied line is no paragraph.
  if (/\n[\s\u3000]*$/.test(pasted) || pasted === '') tally.uncount('emptyParagraphs');
  const paragraphs = joinBroken(lines, tally).map((text): Paragraph => {
    return { kind: 'body', runs: rolesOf(text, tally), looseness: 0 };
  });
  const whole = paragraphs.length > 0 ? paragraphs : [NOTHING];
  return { paragraphs: whole, changes: tally.changes };
}

const NOTHING: Paragraph = { kind: 'body', runs: [], looseness: 0 };

/** What a place is changed to, and as which kind of change it counts. */
type Change = readonly [Cleaning, string | ((found: string, at: number) => string)];

/** Changes words and counts the places. */
class Tally {
  readonly changes: Record<Cleaning, number> = {
    emptyParagraphs: 0,
    indents: 0,
    spaces: 0,
    softReturns: 0,
    marks: 0,
    quotes: 0,
    joinedParagraphs: 0,
    leadIns: 0,
  };

  count(cleaning: Cleaning): void {
    this.changes[cleaning] += 1;
  }

  uncount(cleaning: Cleaning): void {
    this.changes[cleaning] = Math.max(0, this.changes[cleaning] - 1);
  }

  /** The pattern has no groups of its own. */
  replace(text: string, pattern: RegExp, [cleaning, by]: Change): string {
    return text.replace(pattern, (found: string, at: number) => {
      const wanted = typeof by === 'string' ? by : by(found, at);
      if (wanted !== found) this.count(cleaning);
      return wanted;
    });
  }
}

/** A soft return breaks a line, not a paragraph; only Latin words need a space in its place. */
function withoutSoftReturns(pasted: string, tally: Tally): string {
  const text = pasted.replace(/\r\n?|\u2029/g, '\n');
  return tally.replace(text, /[\v\u2028]/g, [
    'softReturns',
    (_, at) => (/\w\W\w/.test(text.slice(at - 1, at + 2)) ? ' ' : ''),
  ]);
}

function cleanedLine(line: string, tally: Tally): string {
  const single = tally.replace(line, /[ \u00a0\t]{2,}|[\u00a0\t]/g, ['spaces', ' ']);
  const tight = withoutStraySpaces(single, tally);
  const beside = new RegExp(`(?<=[${HAN}])[(),:;?!]|[(),:;?!](?=[${HAN}])`, 'gu');
  const turned = tally.replace(tight, beside, ['marks', (found) => FULL_WIDTH[found] ?? found]);
  const stopped = tally.replace(turned, new RegExp(`(?<=[${HAN}])\\.(?=$|[${HAN}])`, 'gu'), [
    'marks',
    '。',
  ]);
  const dashed = tally.replace(stopped, /--+/g, ['marks', '——']);
  const dotted = tally.replace(dashed, /\.{3,}|。{3,}/g, ['marks', '……']);
  return turnedQuotes(inOneWidth(dotted, tally), tally);
}

/**
 * Blanks beside Chinese marks, and in sentences those between two Chinese characters. In a short
 * line without an end they stay: headlines and slogans are parted by them, as are names.
 */
function withoutStraySpaces(line: string, tally: Tally): string {
  const credits = [...line.matchAll(CREDIT)].filter(([found]) => CREDIT_WORDS.test(found));
  const isInCredit = (at: number) =>
    credits.some(({ index, 0: found }) => index <= at && at < index + found.length);
  const marks = '，。、；：？！（）“”《》';
  const stray = isSentence(line)
    ? `(?<=[${HAN}]) (?=[${HAN}])|(?<=[${marks}]) | (?=[${marks}])`
    : `(?<=[${marks}]) | (?=[${marks}])`;
  return tally.replace(line, new RegExp(stray, 'gu'), [
    'spaces',
    (found, at) => (isInCredit(at) ? found : ''),
  ]);
}

/** Brackets of a pair are of one width. */
function inOneWidth(line: string, tally: Tally): string {
  return tally.replace(line, /（[^（）()]*\)|\([^（）()]*）/g, [
    'marks',
    (found) => `（${found.slice(1, -1)}）`,
  ]);
}

/** Straight quotes open and close in turn. An apostrophe in a Latin word stays. */
function turnedQuotes(line: string, tally: Tally): string {
  if (!new RegExp(`[${HAN}]`, 'u').test(line)) return line;
  let isOpen = false;
  const double = tally.replace(line, /"/g, [
    'quotes',
    () => {
      isOpen = !isOpen;
      return isOpen ? '“' : '”';
    },
  ]);
  isOpen = false;
  return tally.replace(double, /(?<![a-z])'|'(?![a-z])/gi, [
    'quotes',
    () => {
      isOpen = !isOpen;
      return isOpen ? '‘' : '’';
    },
  ]);
}

/**
 * A paragraph that ends in the middle of a sentence goes on in the next one, unless that looks like
 * a headline: it is short and has no end either.
 */
function joinBroken(lines: readonly string[], tally: Tally): readonly string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    if (before === undefined || !isSentence(line) || !isBroken(before)) {
      joined.push(line);
      continue;
    }
    joined[joined.length - 1] = before + line;
    tally.count('joinedParagraphs');
  }
  return joined;
}

function isSentence(line: string): boolean {
  return SENTENCE_END.test(line) || line.length >= LEAST_BROKEN;
}

function isBroken(line: string): boolean {
  return !SENTENCE_END.test(line) && line.length >= LEAST_BROKEN;
}

function rolesOf(text: string, tally: Tally): readonly TextRun[] {
  const found = LEAD_IN.exec(text);
  if (found === null) return [{ text, role: 'plain' }];
  tally.count('leadIns');
  const [whole, leadIn = '', byline = ''] = found;
  const runs: readonly TextRun[] = [
    { text: leadIn, role: 'leadIn' },
    { text: byline, role: 'byline' },
    { text: text.slice(whole.length), role: 'plain' },
  ];
  return runs.filter((run) => run.text !== '');
}
