/** What the exit code of the command line says; documented by `banxin help`. */
export const EXIT = {
  done: 0,
  /** A fault of our own. */
  bug: 1,
  /** The command line itself: unknown command or option, missing value. */
  usage: 2,
  /** The issue cannot be read: no such folder, damaged JSON, unknown schema version. */
  issue: 3,
  /** Material is missing or unreadable: picture, font, template, press profile. */
  material: 4,
  /** No such page in the issue. */
  page: 5,
  /** The output cannot be written: disk full, no permission, no such folder. */
  output: 6,
  /** Something was found that holds the page back, such as overset text; `--anyway` presses it. */
  held: 7,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
