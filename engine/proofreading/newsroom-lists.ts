import type { NewsroomWord, ValidTitle } from './proof-book.ts';

/** A line that could not be read, counted from 1. */
export interface ListProblem {
  readonly line: number;
  readonly code: 'one field' | 'same word' | 'empty field' | 'not a date' | 'dates reversed';
  readonly text: string;
}

/** What a list holds, and which lines were passed over. */
export interface ReadList<Entry> {
  readonly entries: readonly Entry[];
  readonly problems: readonly ListProblem[];
}

/**
 * Reads a word list: one entry a line, fields parted by a tab or a comma: wrong word, right word,
 * and a note if there is one. Lines that begin with # are notes to the reader. A line that is
 * wrong is passed over and reported; the others hold.
 */
export function readWordList(text: string): ReadList<NewsroomWord> {
  return readLines(text, ([wrong = '', right, note = '']) => {
    if (right === undefined) return 'one field';
    if (wrong === '') return 'empty field';
    return wrong === right ? 'same word' : { wrong, right, note };
  });
}

/**
 * Reads a list of titles: name, title, first and last day (2013-03-15); a day may be left empty
 * when the title holds from ever or until further notice.
 */
export function readTitleList(text: string): ReadList<ValidTitle> {
  return readLines(text, ([person = '', title, from = '', until = '']) => {
    if (title === undefined) return 'one field';
    if (person === '' || title === '') return 'empty field';
    if (![from, until].every(isDateOrEmpty)) return 'not a date';
    if (from !== '' && until !== '' && from > until) return 'dates reversed';
    return { person, title, from, until };
  });
}

function readLines<Entry extends object>(
  text: string,
  read: (fields: readonly string[]) => Entry | ListProblem['code'],
): ReadList<Entry> {
  const entries: Entry[] = [];
  const problems: ListProblem[] = [];
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\r|\n/u);
  lines.forEach((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return;
    const outcome = read(line.split(/[\t,，]/u).map((part) => part.trim()));
    if (typeof outcome !== 'string') entries.push(outcome);
    else problems.push({ line: index + 1, code: outcome, text: line });
  });
  return { entries, problems };
}

function isDateOrEmpty(text: string): boolean {
  return text === '' || /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u.test(text);
}
