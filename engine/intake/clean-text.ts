import type { Paragraph, TextRun } from '#engine/model/issue.ts';

/** Pasted words made ready for a story. */
export interface CleanedText {
  /** At least one; without looseness of its own. */
  readonly paragraphs: readonly Paragraph[];
  /** How many places were changed, by what was done there. */
  readonly changes: Readonly<Record<Cleaning, number>>;
}

/** What cleaning does to pasted words. */
export type Cleaning =
  | 'emptyParagraphs'
  | 'indents'
  | 'spaces'
  | 'softReturns'
  | 'marks'
  | 'quotes'
  | 'joinedParagraphs';

const HAN = '\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef“”‘’—…';
/** Half-width marks that stand full-width beside Chinese (GB/T 15834-2011). */
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
/** 本报讯（通讯员 王墨） or 本报记者 张某 at the head of a story. */
const LEAD_IN = /^(本报(?:综合)?(?:讯|记者))\s*(（[^（）]{2,40}）)?/u;

/**
 * Cleans words from a mail, a web page or a word processor: blank paragraphs, manual indents, double
 * and stray spaces, soft returns, half-width marks beside Chinese, straight quotes, paragraphs that
 * were broken at the end of a column; and finds the lead-in with its byline. No character but
 * blanks is lost, none is added but the turned marks.
 */
export function cleanPastedText(pasted: string): CleanedText {
  const changes: Record<Cleaning, number> = {
    emptyParagraphs: 0,
    indents: 0,
    spaces: 0,
    softReturns: 0,
    marks: 0,
    quotes: 0,
    joinedParagraphs: 0,
  };
  const replaced = (text: string, pattern: RegExp, kind: Cleaning, by: Replacement): string =>
    text.replace(pattern, (...found: string[]) => {
      const wanted = typeof by === 'string' ? by : by(...found);
      if (wanted !== found[0]) changes[kind] += 1;
      return wanted;
    });

  const broken = pasted.replace(/\r\n?/g, '\n').replace(/\u2029/g, '\n');
  const unbroken = replaced(broken, /[\v\u2028]/g, 'softReturns', '');
  const lines: string[] = [];
  for (const line of unbroken.split('\n')) {
    const bare = replaced(line, /^[\s\u3000\u00a0]+|[\s\u3000\u00a0]+$/g, 'indents', '');
    if (bare === '') changes.emptyParagraphs += 1;
    else lines.push(cleanedLine(bare, replaced));
  }
  const joined = joinBroken(lines, changes);
  const paragraphs = joined.map((text, place): Paragraph => {
    const runs = place === 0 ? openingRuns(text) : [{ text, role: 'plain' as const }];
    return { kind: 'body', runs, looseness: 0 };
  });
  if (paragraphs.length > 0) return { paragraphs, changes };
  return { paragraphs: [{ kind: 'body', runs: [], looseness: 0 }], changes };
}

type Replacement = string | ((...found: string[]) => string);
type Replace = (text: string, pattern: RegExp, kind: Cleaning, by: Replacement) => string;

function cleanedLine(line: string, replaced: Replace): string {
  const plain = replaced(line, /[\u00a0\t]/g, 'spaces', ' ');
  const single = replaced(plain, / {2,}/g, 'spaces', ' ');
  const tight = replaced(
    single,
    new RegExp(`(?<=[${HAN}]) (?=[${HAN}，。])|(?<=[，。、；：？！]) `, 'gu'),
    'spaces',
    (found) => (isNameGap(single) ? found : ''),
  );
  const marked = replaced(
    tight,
    new RegExp(`(?<=[${HAN}])[(),:;?!]|[(),:;?!](?=[${HAN}])`, 'gu'),
    'marks',
    (found) => FULL_WIDTH[found] ?? found,
  );
  const closed = replaced(
    marked,
    /（([^（）()]*)\)|\(([^（）()]*)）/g,
    'marks',
    (_, a, b) => `（${a ?? b ?? ''}）`,
  );
  return turnedQuotes(closed, replaced);
}

/** The one space between two names, （通讯员 郭响玲 周海康）, stays: see the house's bylines. */
function isNameGap(line: string): boolean {
  return /[（(](通讯员|记者|李|图)/u.test(line) && line.length < 40;
}

/** Straight quotes open and close in turn. */
function turnedQuotes(line: string, replaced: Replace): string {
  if (!new RegExp(`[${HAN}]`, 'u').test(line)) return line;
  let isOpen = false;
  return replaced(line, /"/g, 'quotes', () => {
    isOpen = !isOpen;
    return isOpen ? '“' : '”';
  });
}

/** A paragraph that ends in the middle of a sentence goes on in the next one. */
function joinBroken(lines: readonly string[], changes: Record<Cleaning, number>): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    if (before === undefined || SENTENCE_END.test(before) || before.length < LEAST_BROKEN) {
      joined.push(line);
      continue;
    }
    joined[joined.length - 1] = before + line;
    changes.joinedParagraphs += 1;
  }
  return joined;
}

/** A shorter line without a mark at its end is a headline or crosshead, not half a sentence. */
const LEAST_BROKEN = 30;

function openingRuns(text: string): readonly TextRun[] {
  const found = LEAD_IN.exec(text);
  if (found === null) return [{ text, role: 'plain' }];
  const [whole, leadIn = '', byline = ''] = found;
  const runs: TextRun[] = [{ text: leadIn, role: 'leadIn' }];
  if (byline !== '') runs.push({ text: byline, role: 'byline' });
  return [...runs, { text: text.slice(whole.length), role: 'plain' }];
}
