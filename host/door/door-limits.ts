const MEGABYTE = 1024 * 1024;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What the door takes, and how fast. */
export interface DoorLimits {
  /** The story as a file. */
  readonly fileBytes: number;
  readonly pictureBytes: number;
  /** Everything of one sending; intake takes 64 MB. */
  readonly sendingBytes: number;
  /** Letters of the story in the form. */
  readonly storyLetters: number;
  readonly sendingsPerAddress: { readonly most: number; readonly withinMs: number };
  readonly sendingsPerUnitADay: number;
  readonly bytesPerUnitADay: number;
  /** Wrong codes and wrong receipt numbers of one address. */
  readonly wrongGuesses: { readonly most: number; readonly withinMs: number };
  /** Sendings that come in at the same time, of all addresses. */
  readonly atOnce: number;
  /** A connection that says nothing for so long is ended. */
  readonly silenceMs: number;
  /** A sending that takes longer is ended: 60 MB by a slow telephone take eight minutes. */
  readonly sendingMs: number;
}

/** A correspondent sends one draft a day, a busy unit ten; the rest is room for retries. */
export const USUAL_LIMITS: DoorLimits = {
  fileBytes: 20 * MEGABYTE,
  pictureBytes: 20 * MEGABYTE,
  sendingBytes: 60 * MEGABYTE,
  storyLetters: 50_000,
  sendingsPerAddress: { most: 20, withinMs: 10 * MINUTE },
  sendingsPerUnitADay: 60,
  bytesPerUnitADay: 600 * MEGABYTE,
  wrongGuesses: { most: 10, withinMs: 10 * MINUTE },
  atOnce: 40,
  silenceMs: 20_000,
  sendingMs: 10 * MINUTE,
};

/** Pictures of one sending: more are sent as an archive. */
export const MOST_PICTURES = 9;

/** How much of each name was used up lately. */
export interface Tally {
  /** What the name has used up within the time. */
  used(name: string): number;
  add(name: string, amount: number): void;
}

/** A tally in memory; it forgets what is older than the time it is kept for. */
function createTally(withinMs: number, now: () => number): Tally {
  let entries: { readonly name: string; readonly amount: number; readonly at: number }[] = [];
  function forget() {
    const since = now() - withinMs;
    entries = entries.filter(({ at }) => at > since);
  }
  return {
    used(name) {
      forget();
      return entries.reduce((sum, entry) => sum + (entry.name === name ? entry.amount : 0), 0);
    },
    add(name, amount) {
      entries.push({ name, amount, at: now() });
    },
  };
}

/** Everything that the door counts. */
export interface DoorTallies {
  readonly sendings: Tally;
  readonly unitSendings: Tally;
  readonly unitBytes: Tally;
  readonly guesses: Tally;
}

/** Tallies for these limits, all empty. */
export function createTallies(limits: DoorLimits, now: () => number): DoorTallies {
  return {
    sendings: createTally(limits.sendingsPerAddress.withinMs, now),
    unitSendings: createTally(DAY, now),
    unitBytes: createTally(DAY, now),
    guesses: createTally(limits.wrongGuesses.withinMs, now),
  };
}
