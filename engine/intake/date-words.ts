/** Words for a day, a month or a year that mean another one when read later. */
export interface DateMark {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /**
   * ISO date of the day, ISO month or year that is meant; undefined for words such as 日前 that say
   * no day.
   */
  readonly meant: string | undefined;
}

const DAY_MS = 86_400_000;
/** A day in the issue's future by more than this was last year: news tell what has been. */
const AHEAD_DAYS = 60;
/** 目前 is not among them: it speaks of a state, not of a day. */
const VAGUE = /日前|近日|近期|近来|前不久|不久前|连日来|最近/gu;
const FULL_DATE = /\d{4}年/u;

/** A way of saying a date, and what it means in an issue of that day. */
type DateWords = readonly [RegExp, (found: RegExpMatchArray, issue: Date) => string | undefined];

const DATE_WORDS: readonly DateWords[] = [
  [
    /(?<![\d年])(\d{1,2})月(\d{1,2})[日号]/gu,
    ([, month, day], issue) => pastDay(issue, Number(month), Number(day)),
  ],
  [
    /(?<![\d年月到至—-])(\d{1,2})日(?=[，。上下晚凌早]|至)/gu,
    ([, day], issue) => dayOfThisMonth(issue, Number(day)),
  ],
  [/今年(?:以来)?/gu, (_, issue) => year(issue, 0)],
  [/去年/gu, (_, issue) => year(issue, -1)],
  [/前年/gu, (_, issue) => year(issue, -2)],
  [/明年/gu, (_, issue) => year(issue, 1)],
  [/今天|今日/gu, (_, issue) => day(issue, 0)],
  [/昨天|昨日/gu, (_, issue) => day(issue, -1)],
  [/前天/gu, (_, issue) => day(issue, -2)],
  [/明天|明日/gu, (_, issue) => day(issue, 1)],
  [/本月(?!\d)/gu, (_, issue) => month(issue, 0)],
  [/上个?月(?!台)/gu, (_, issue) => month(issue, -1)],
  [/下个?月/gu, (_, issue) => month(issue, 1)],
  [/本月(\d{1,2})[日号]/gu, ([, at], issue) => dayOfThisMonth(issue, Number(at))],
  [
    /(?<![每一两])(上|本|这)?(?:周|星期)([一二三四五六日天])(?![\p{Script=Han}]*刊)/gu,
    ([, which, name], issue) => weekday(issue, which === '上' ? -1 : 0, name ?? ''),
  ],
];

/**
 * The words for days and years in a text and what they mean in an issue of that date. They stay as
 * written; the marks tell the editor. `issueDate` is ISO.
 */
export function dateMarks(text: string, issueDate: string): readonly DateMark[] {
  const issue = new Date(`${issueDate}T00:00:00Z`);
  const marks: DateMark[] = [];
  for (const [pattern, meant] of DATE_WORDS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const isFull = FULL_DATE.test(text.slice(Math.max(0, start - 5), start));
      const says = isFull ? undefined : meant(match, issue);
      if (says === undefined) continue;
      marks.push({ start, end: start + match[0].length, words: match[0], meant: says });
    }
  }
  for (const { index, 0: words } of text.matchAll(VAGUE)) {
    marks.push({ start: index, end: index + words.length, words, meant: undefined });
  }
  return marks.toSorted((a, b) => a.start - b.start);
}

/** The last such day that is not far ahead of the issue; undefined for a day no year has. */
function pastDay(issue: Date, monthNumber: number, dayNumber: number): string | undefined {
  const thisYear = dayIn(issue.getUTCFullYear(), monthNumber, dayNumber);
  if (thisYear === undefined) return undefined;
  const ahead = (thisYear.getTime() - issue.getTime()) / DAY_MS;
  if (ahead <= AHEAD_DAYS) return isoDay(thisYear);
  const lastYear = dayIn(issue.getUTCFullYear() - 1, monthNumber, dayNumber);
  return lastYear && isoDay(lastYear);
}

function dayOfThisMonth(issue: Date, dayNumber: number): string | undefined {
  const found = dayIn(issue.getUTCFullYear(), issue.getUTCMonth() + 1, dayNumber);
  return found && isoDay(found);
}

function dayIn(yearNumber: number, monthNumber: number, dayNumber: number): Date | undefined {
  const found = new Date(Date.UTC(yearNumber, monthNumber - 1, dayNumber));
  const isReal = found.getUTCMonth() === monthNumber - 1 && found.getUTCDate() === dayNumber;
  return isReal ? found : undefined;
}

function year(issue: Date, later: number): string {
  return String(issue.getUTCFullYear() + later);
}

function month(issue: Date, later: number): string {
  const first = new Date(Date.UTC(issue.getUTCFullYear(), issue.getUTCMonth() + later, 1));
  return isoDay(first).slice(0, 7);
}

function day(issue: Date, later: number): string {
  return isoDay(new Date(issue.getTime() + later * DAY_MS));
}

/** Weeks begin on Monday (GB/T 7408). */
function weekday(issue: Date, weeks: number, name: string): string {
  const wanted = '一二三四五六日'.indexOf(name === '天' ? '日' : name);
  const today = (issue.getUTCDay() + 6) % 7;
  return day(issue, wanted - today + weeks * 7);
}

function isoDay(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
