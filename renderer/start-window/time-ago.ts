import type { Language } from '#renderer/strings/catalogue.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Longer ago than this the date says more. */
const MOST_DAYS = 7;

/** How long ago something was: 5分钟前, 昨天, 3天前, and after a week its date. */
export function timeAgo(iso: string, now: Date, language: Language): string {
  const then = new Date(iso);
  if (Number.isNaN(then.getTime())) return '';
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const passedMs = Math.max(0, now.getTime() - then.getTime());
  const days = Math.round((startOfDay(now) - startOfDay(then)) / DAY_MS);
  if (days > MOST_DAYS) return then.toLocaleDateString(language);
  if (days > 0) return words.format(-days, 'day');
  if (passedMs >= HOUR_MS) return words.format(-Math.floor(passedMs / HOUR_MS), 'hour');
  if (passedMs < MINUTE_MS) return words.format(0, 'second');
  return words.format(-Math.floor(passedMs / MINUTE_MS), 'minute');
}

function startOfDay(day: Date): number {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
}
