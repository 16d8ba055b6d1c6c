/** How often something may be done within a time. */
export interface Allowance {
  readonly times: number;
  readonly withinMs: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** What the door lets one address, or one unit, do. A busy unit sends some ten drafts a day. */
export const ALLOWANCES = {
  /** Sendings from one address. */
  address: { times: 30, withinMs: 10 * MINUTE_MS },
  /** Sendings with one invitation. */
  invitation: { times: 60, withinMs: 24 * HOUR_MS },
  /** Questions and codes that were wrong, from one address: nobody guesses their way in. */
  guess: { times: 10, withinMs: 10 * MINUTE_MS },
} as const satisfies Readonly<Record<string, Allowance>>;

/** Counts what was done, by whom. */
export interface DoorWatch {
  /** Seconds until it may be done again; 0 when it may be done now. */
  waitSeconds(kind: keyof typeof ALLOWANCES, who: string): number;
  note(kind: keyof typeof ALLOWANCES, who: string): void;
}

/** More names than this are those of somebody who makes them up; the oldest are forgotten. */
const MOST_NAMES = 10_000;

/** A watch that has seen nothing yet; `now` is in milliseconds. */
export function createDoorWatch(now: () => number): DoorWatch {
  const seen = new Map<string, readonly number[]>();
  const recent = (key: string, { withinMs }: Allowance) =>
    (seen.get(key) ?? []).filter((at) => at > now() - withinMs);
  return {
    waitSeconds(kind, who) {
      const allowance = ALLOWANCES[kind];
      const times = recent(`${kind} ${who}`, allowance);
      const [oldest] = times.slice(-allowance.times);
      if (oldest === undefined || times.length < allowance.times) return 0;
      return Math.ceil((oldest + allowance.withinMs - now()) / 1000);
    },
    note(kind, who) {
      const key = `${kind} ${who}`;
      const times = [...recent(key, ALLOWANCES[kind]), now()];
      seen.delete(key);
      seen.set(key, times);
      const first = seen.keys().next();
      if (seen.size > MOST_NAMES && !first.done) seen.delete(first.value);
    },
  };
}
