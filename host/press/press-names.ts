import { createHash } from 'node:crypto';

/** What file names and slug lines are filled in with. */
export interface PageNames {
  readonly paper: string;
  readonly supplement: string;
  /** ISO calendar date of the issue. */
  readonly date: string;
  /** Page number as printed, such as A06. */
  readonly page: string;
  /** Page name, such as 园区周刊. */
  readonly name: string;
  /** Edition of the night, such as 第一版次. */
  readonly edition: string;
  readonly plates: string;
  /** ISO time of pressing. */
  readonly time: string;
  /** 1 for the first file sent, counted up for each one that replaces it. */
  readonly version: number;
}

/**
 * Fills in `{paper}`, `{supplement}`, `{date}`, `{yyyymmdd}`, `{page}`, `{name}`, `{edition}`,
 * `{plates}`, `{time}` and `{version}`; other words in braces stay as they are.
 */
export function fillPattern(pattern: string, names: PageNames): string {
  const words: Readonly<Record<string, string>> = {
    ...names,
    version: String(names.version),
    yyyymmdd: names.date.replaceAll('-', ''),
    // To the minute; seconds tell a printer nothing.
    time: names.time.replace('T', ' ').slice(0, 16),
  };
  return pattern.replaceAll(/\{(\w+)\}/gu, (whole, word: string) => words[word] ?? whole);
}

/** A file name by the pattern, with what no file system takes replaced. */
export function pressFileName(pattern: string, names: PageNames): string {
  return fillPattern(pattern, names).replaceAll(/[\\/:*?"<>|]|\p{Cc}/gu, '-');
}

/** Title of the page in the file's metadata. */
export function pageTitle(names: PageNames): string {
  return [names.paper, names.supplement, names.date, names.page].join(' ');
}

/** 32 hexadecimal digits that follow from the parts alone: equal pages get equal ids. */
export function derivedId(parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
