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

/** What an issue gives to the names of its pages. */
export type IssueNames = Pick<PageNames, 'paper' | 'supplement' | 'date'>;

/** The edition of a page that has not been replaced during the night. */
const FIRST_EDITION = '第一版次';

/** The names of a page that is sent for the first time. */
export function firstNames(
  { paper, supplement, date }: IssueNames,
  { number, name }: { readonly number: string; readonly name: string },
  press: Pick<PageNames, 'plates' | 'time'>,
): PageNames {
  const { plates, time } = press;
  const sent = { edition: FIRST_EDITION, plates, time, version: 1 };
  return { paper, supplement, date, page: number, name, ...sent };
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

/**
 * File names by the pattern, one for each page in order, with what no file system takes replaced.
 * Pages of one number get names of their own, lest one becomes the other's file.
 */
export function pressFileNames(
  pattern: string,
  pages: readonly PageNames[],
): readonly string[] {
  const taken = new Set<string>();
  return pages.map((names) => {
    const wanted = fillPattern(pattern, names).replaceAll(/[\\/:*?"<>|]|\p{Cc}/gu, '-');
    let name = wanted;
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) {
      name = wanted.replace(/(\.\w+)?$/u, `-${copy}$1`);
    }
    // Windows and macOS take A06.pdf and a06.pdf for one file.
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Title of the page in the file's metadata. */
export function pageTitle(names: PageNames): string {
  return [names.paper, names.supplement, names.date, names.page].join(' ');
}
