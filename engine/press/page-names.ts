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

/** Numbers of editions as the newsroom writes them; a night has no more. */
const EDITIONS = '一二三四五六七八九十';

/** The edition of the night that a version of a page belongs to. */
function editionOf(version: number): string {
  return `第${EDITIONS[version - 1] ?? version}版次`;
}

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
  const sent = { edition: editionOf(1), plates, time, version: 1 };
  return { paper, supplement, date, page: number, name, ...sent };
}

/** The names of a page as it is sent in a version; each version is an edition of its own. */
export function namesOfVersion(names: PageNames, version: number): PageNames {
  return { ...names, version, edition: editionOf(version) };
}

/** Marks a replacement page (换版) in the names of files, as print shops sort them by. */
const REPLACEMENT_MARK = 'x';

/**
 * Fills in `{paper}`, `{supplement}`, `{date}`, `{yyyymmdd}`, `{page}` (A06), `{section}` (A),
 * `{number}` (06), `{name}`, `{edition}`, `{plates}`, `{time}`, `{version}` and `{replacement}` (x
 * for a page that replaces one); other words in braces stay as they are.
 */
export function fillPattern(pattern: string, names: PageNames): string {
  const [section = ''] = /^\D*/u.exec(names.page) ?? [];
  const words: Readonly<Record<string, string>> = {
    ...names,
    section,
    number: names.page.slice(section.length),
    replacement: names.version > 1 ? REPLACEMENT_MARK : '',
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
  return namesApart(
    pages.map((names) => {
      const plain = fileNameOf(pattern, names);
      return purpose === 'proof' ? lengthened(plain, PROOF_MARK) : plain;
    }),
  );
}

/** A file name by the pattern, with what no file system takes replaced. */
export function fileNameOf(pattern: string, names: PageNames): string {
  // Names of files have no blanks between the plates.
  const plates = names.plates.replaceAll(' ', '');
  return fillPattern(pattern, { ...names, plates }).replaceAll(/[\\/:*?"<>|]|\p{Cc}/gu, '-');
}

/** The names, each given a number where an earlier one is the same. */
export function namesApart(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((own) => {
    let name = own;
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) {
      name = lengthened(own, `-${copy}`);
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
