import type { TextFault } from './proof-mark.ts';
import type { ProofText } from './proof-text.ts';
import type { ProofRoom } from './text-rule.ts';

/** Dates and times: whether they exist, agree with the weekday and with the date of the issue. */
export function dates({ words, kind }: ProofText, room: ProofRoom): readonly TextFault[] {
  const isNews = kind === 'paragraph' || kind === 'caption';
  return [
    ...calendarDates(words, room.issueDate).flatMap((date) => [
      ...impossible(date),
      ...wrongWeekday(date, words),
      ...(isNews ? afterIssue(date, words, room.issueDate) : []),
    ]),
    ...impossibleMonths(words),
    ...impossibleTimes(words),
    ...(isNews ? vagueDates(words) : []),
  ];
}

interface WrittenDate {
  readonly words: string;
  readonly start: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hasYear: boolean;
}

function calendarDates(words: string, issueDate: string): readonly WrittenDate[] {
  const issueYear = Number(issueDate.slice(0, 4));
  const dates = words.matchAll(/(?<!\d)(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/gu);
  return [...dates].map(({ 0: date, index, 1: year, 2: month, 3: day }) => ({
    words: date,
    start: index,
    year: year === undefined ? issueYear : Number(year),
    month: Number(month),
    day: Number(day),
    hasYear: year !== undefined,
  }));
}

function impossible(date: WrittenDate): readonly TextFault[] {
  const { words, start, year, month, day, hasYear } = date;
  // Without a year 29 February may be meant of any leap year.
  const days = new Date(Date.UTC(hasYear ? year : 2020, month, 0)).getUTCDate();
  if (month >= 1 && month <= 12 && day >= 1 && day <= days) return [];
  return [{ rule: 'impossible-date', start, end: start + words.length, values: { words } }];
}

const WEEKDAYS = '日一二三四五六';

function wrongWeekday(date: WrittenDate, words: string): readonly TextFault[] {
  if (impossible(date).length > 0) return [];
  const end = date.start + date.words.length;
  const found = /^[（(，,]?(?:星期|周|礼拜)([一二三四五六日天])/u.exec(words.slice(end));
  const said = found?.[1];
  if (found === null || said === undefined) return [];
  const number = new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCDay();
  const right = WEEKDAYS[number] ?? '';
  if ((said === '天' ? '日' : said) === right) return [];
  const at = end + found[0].length - 1;
  const values = { date: `${date.year}年${date.month}月${date.day}日`, right, said };
  return [{ rule: 'weekday', start: at, end: at + 1, values, fix: right }];
}

/** Words by which a sentence speaks of what is to come, or of an earlier year. */
const TO_COME =
  /[将拟前起至到]|预计|计划|预定|保证|一定|准时|截止|定于|届时|有望|力争|确保|去年|上年|明年|往年|每年|期限|为期/u;
/** A day this far ahead without a year is rather last year's. */
const AHEAD_DAYS = 120;

function afterIssue(date: WrittenDate, words: string, issueDate: string): readonly TextFault[] {
  const { start, year, month, day, hasYear } = date;
  const [issueYear = 0, issueMonth = 1, issueDay = 1] = issueDate.split('-').map(Number);
  const days =
    (Date.UTC(year, month - 1, day) - Date.UTC(issueYear, issueMonth - 1, issueDay)) / 86_400_000;
  if (days <= 0 || (!hasYear && days > AHEAD_DAYS)) return [];
  if (TO_COME.test(sentenceAround(words, start))) return [];
  const values = { words: date.words, issueDate };
  return [{ rule: 'date-after-issue', start, end: start + date.words.length, values }];
}

function sentenceAround(words: string, at: number): string {
  const start =
    Math.max(...['。', '！', '？', '\n'].map((mark) => words.lastIndexOf(mark, at))) + 1;
  const [sentence = ''] = words.slice(start).split(/[。！？\n]/u);
  return sentence;
}

function impossibleMonths(words: string): readonly TextFault[] {
  return [...words.matchAll(/(?<![\d.])(?:1[3-9]|[2-9]\d|0)月(?!\d)/gu)].map(
    ({ 0: month, index }) => ({
      rule: 'impossible-date',
      start: index,
      end: index + month.length,
      values: { words: month },
    }),
  );
}

function impossibleTimes(words: string): readonly TextFault[] {
  const times = words.matchAll(
    /(?<=上午|下午|晚上|凌晨|中午|日|^|[，。])(\d{1,2})(?:[时点]|[:：])(?:(\d{1,2})分?)?/gu,
  );
  return [...times].flatMap(({ 0: time, index, 1: hour, 2: minute }) => {
    const isMorning = /上午|凌晨/u.test(words.slice(index - 2, index));
    const isWrong = Number(hour) > (isMorning ? 12 : 24) || Number(minute ?? 0) > 59;
    const at = { start: index, end: index + time.length };
    return isWrong ? [{ rule: 'impossible-date', ...at, values: { words: time } }] : [];
  });
}

// Not 30日前 (before the 30th), 日前往 or 今日前来.
const VAGUE =
  /(?<![\d一二三四五六七八九十今次当生节即每周同])日前(?![来往沿线夕])|近日(?!点)|不久前|前不久|前些天|前几天|前两天|几天前|这几天|近几天|上个?星期(?![一二三四五六日天])|上周(?![一二三四五六日末])|前段时间|[最近]近(?=，)|近期(?=，)/gu;

function vagueDates(words: string): readonly TextFault[] {
  return [...words.matchAll(VAGUE)].map(({ 0: date, index }) => ({
    rule: 'vague-date',
    start: index,
    end: index + date.length,
    values: { words: date },
  }));
}
