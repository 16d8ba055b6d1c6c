import type { RawPart } from '#engine/intake/raw-matter.ts';
import { walkXml } from './walk-xml.ts';
import type { ZipEntry } from './zip-entries.ts';

/** A list of partners has a dozen columns at most; a sheet may claim sixteen thousand. */
const MOST_COLUMNS = 64;
const MOST_ROWS = 5000;

/** True for an archive that is a sheet of Excel or WPS. */
export function isXlsx(entries: readonly ZipEntry[]): boolean {
  return entries.some(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/u.test(name));
}

/** Reads the sheets of a workbook as tables; of a formula, what it came to. */
export async function readXlsx(entries: readonly ZipEntry[]): Promise<readonly RawPart[]> {
  const shared = entries.find(({ name }) => name === 'xl/sharedStrings.xml');
  const strings = shared === undefined ? [] : sharedStrings(await shared.read());
  const sheets = entries
    .filter(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/u.test(name))
    .toSorted((a, b) => numberOf(a.name) - numberOf(b.name));
  const parts: RawPart[] = [];
  for (const sheet of sheets) {
    const rows = rowsOf(await sheet.read(), strings);
    if (rows.length > 0) parts.push({ kind: 'table', rows });
  }
  return parts;
}

function numberOf(name: string): number {
  return Number(/\d+/u.exec(name)?.[0] ?? 0);
}

/** Words that cells refer to by number; how they are read (`rPh`) is no part of them. */
function sharedStrings(bytes: Uint8Array): readonly string[] {
  const strings: string[] = [];
  let words = '';
  let isText = false;
  let reading = 0;
  walkXml(bytes, {
    open(name) {
      if (name === 'si') words = '';
      if (name === 'rPh') reading += 1;
      isText = name === 't';
    },
    close(name) {
      if (name === 'si') strings.push(words);
      if (name === 'rPh') reading -= 1;
      isText = false;
    },
    text(text) {
      if (isText && reading === 0) words += text;
    },
  });
  return strings;
}

function rowsOf(bytes: Uint8Array, strings: readonly string[]): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = { column: 0, type: '' };
  let words = '';
  let isValue = false;
  walkXml(bytes, {
    open(name, attributes) {
      if (name === 'row') row = [];
      if (name === 'c') {
        cell = { column: columnOf(attributes.r, row.length), type: attributes.t ?? '' };
        words = '';
      }
      isValue = name === 'v' || name === 't';
    },
    close(name) {
      isValue = false;
      if (name === 'c' && cell.column < MOST_COLUMNS) {
        while (row.length < cell.column) row.push('');
        row[cell.column] = cell.type === 's' ? (strings[Number(words)] ?? '') : words;
      }
      if (name === 'row' && row.some((one) => one.trim() !== '') && rows.length < MOST_ROWS) {
        rows.push(row);
      }
    },
    text(text) {
      if (isValue) words += text;
    },
  });
  const width = Math.max(0, ...rows.map((one) => one.findLastIndex((word) => word !== '') + 1));
  return rows.map((one) => Array.from({ length: width }, (_, at) => (one[at] ?? '').trim()));
}

/** B7 stands in the second column; a cell without a name stands behind the last. */
function columnOf(reference: string | undefined, next: number): number {
  const [letters = ''] = /^[A-Z]{1,3}/u.exec(reference ?? '') ?? [];
  if (letters === '') return next;
  return [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;
}
