import { filledPattern } from '#engine/units/filled-pattern.ts';
import type { PageColours } from '#engine/units/ink.ts';

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

/** What a page gives to its names. */
export interface NamedPage {
  readonly number: string;
  readonly name: string;
  readonly colours?: PageColours | undefined;
}

/** The plates of pages of fewer colours, as the names of files have them. */
const PLATES: Readonly<Record<PageColours, string>> = { red: 'M Y K', black: 'K' };

/** The names of a page that is sent for the first time. */
export function firstNames(
  { paper, supplement, date }: IssueNames,
  { number, name, colours }: NamedPage,
  press: Pick<PageNames, 'plates' | 'time'>,
): PageNames {
  const { time } = press;
  const plates = press.plates === '' ? '' : ((colours && PLATES[colours]) ?? press.plates);
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
  return filledPattern(pattern, words);
}

/** What files are pressed for: plates, or a proof that must not become one. */
export type PressPurpose = 'plates' | 'proof';

/** Ends the name of a proof, so that nobody takes it for the page that goes to the print shop. */
const PROOF_MARK = '_打样';

/**
 * File names by the pattern, one for each page in order, with what no file system takes replaced.
 * Pages of one number get names of their own, lest one becomes the other's file.
 */
export function pressFileNames(
  pattern: string,
  pages: readonly PageNames[],
  purpose: PressPurpose,
): readonly string[] {
  const taken = new Set<string>();
  return pages.map((names) => {
    const plain = fillPattern(pattern, names).replaceAll(/[\\/:*?"<>|]|\p{Cc}/gu, '-');
    const wanted = purpose === 'proof' ? lengthened(plain, PROOF_MARK) : plain;
    let name = wanted;
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) {
      name = lengthened(wanted, `-${copy}`);
    }
    // Windows and macOS take A06.pdf and a06.pdf for one file.
    taken.add(name.toLowerCase());
    return name;
  });
}

/** The name with more at its end, before the suffix. */
function lengthened(name: string, end: string): string {
  return name.replace(/(\.\w+)?$/u, (suffix) => `${end}${suffix}`);
}

/** Title of the page in the file's metadata. */
export function pageTitle(names: PageNames): string {
  return [names.paper, names.supplement, names.date, names.page].join(' ');
}
