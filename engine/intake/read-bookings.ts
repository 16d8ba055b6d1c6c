import type { Booking } from '#engine/model/issue.ts';
import { readTable, type TableRow } from './read-table.ts';

/** What a list of bookings holds, and what of it could not be read. */
export interface ReadBookings {
  readonly bookings: readonly Booking[];
  readonly problems: readonly BookingProblem[];
  /** Headings of columns that mean nothing to us; their fields are in no booking. */
  readonly unknownColumns: readonly string[];
}

/** A row that is no booking, with the line of the file on which it begins, from 1. */
export interface BookingProblem {
  readonly line: number;
  readonly code:
    | 'no heading'
    | 'column twice'
    | 'no number'
    | 'number twice'
    | 'not a date'
    | 'not a colour'
    | 'too many fields'
    | 'quote not closed';
  /** What stands there. */
  readonly text: string;
}

type Column = keyof Booking;

/** How lists head their columns, in small letters and without spaces. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  number: ['编号', '订单号', '广告编号', '序号', 'id', 'no', 'no.', 'number', 'booking'],
  advertiser: ['广告主', '客户', '客户名称', '广告客户', 'advertiser', 'client', 'customer'],
  size: ['尺寸', '规格', '尺寸/规格', '广告规格', 'size', 'format'],
  page: ['版面', '版次', '版位', '版序', 'page'],
  date: ['日期', '刊登日期', '见报日期', '刊期', 'date', 'issue'],
  colour: ['色彩', '颜色', '彩色', 'colour', 'color'],
  file: ['文件名', '文件', '稿件', 'file', 'filename'],
  note: ['备注', '说明', 'note', 'notes', 'remark', 'remarks'],
};

/** Without these nothing can be placed. */
const NEEDED: readonly Column[] = ['number', 'size', 'date'];

/**
 * Reads the ad office's list of bookings: a table with a heading, fields parted by commas,
 * semicolons or tabs. Every row that is not blank becomes a booking or a problem.
 */
export function readBookings(text: string): ReadBookings {
  const [heading, ...rows] = readTable(text);
  if (heading === undefined) {
    return refused({ line: 1, code: 'no heading', text: '' });
  }
  const columns = heading.fields.map(columnOf);
  const isWhole = NEEDED.every((name) => columns.includes(name));
  const said = heading.fields.join(' ');
  if (!isWhole) return refused({ line: heading.line, code: 'no heading', text: said });
  const known = columns.filter((name) => name !== undefined);
  if (new Set(known).size < known.length) {
    return refused({ line: heading.line, code: 'column twice', text: said });
  }
  const unknownColumns = heading.fields.filter((field, at) => columns[at] === undefined && field);
  return { ...readRows(columns, rows), unknownColumns };
}

function refused(problem: BookingProblem): ReadBookings {
  return { bookings: [], problems: [problem], unknownColumns: [] };
}

function columnOf(heading: string): Column | undefined {
  const plain = heading.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();
  const names = Object.keys(HEADINGS) as readonly Column[];
  return names.find((name) => HEADINGS[name].includes(plain));
}

function readRows(
  columns: readonly (Column | undefined)[],
  rows: readonly TableRow[],
): Pick<ReadBookings, 'bookings' | 'problems'> {
  const bookings = new Map<string, Booking>();
  const problems: BookingProblem[] = [];
  for (const row of rows) {
    const read = readRow(columns, row);
    const isTwice = typeof read === 'object' && bookings.has(read.number);
    const code = isTwice ? 'number twice' : read;
    if (typeof code === 'object') bookings.set(code.number, code);
    else problems.push({ line: row.line, code, text: row.fields.join(' ').trim() });
  }
  return { bookings: [...bookings.values()], problems };
}

function readRow(
  columns: readonly (Column | undefined)[],
  { fields, isOpen }: TableRow,
): Booking | BookingProblem['code'] {
  if (isOpen) return 'quote not closed';
  if (fields.slice(columns.length).some((field) => field !== '')) return 'too many fields';
  const field = (name: Column) => fields[columns.indexOf(name)] ?? '';
  const date = isoDate(field('date'));
  const colour = colourNamed(field('colour'));
  if (field('number') === '') return 'no number';
  if (date === undefined) return 'not a date';
  if (colour === undefined) return 'not a colour';
  return {
    number: field('number'),
    advertiser: field('advertiser'),
    size: field('size'),
    page: field('page').replace(/版$/u, '').toUpperCase(),
    date,
    colour,
    file: field('file'),
    note: field('note'),
  };
}

/** 2021-06-18, 2021/6/18, 2021.6.18, 20210618 and 2021年6月18日. */
const DATE = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/u;

function isoDate(text: string): string | undefined {
  const [, year = '', ...parts] = DATE.exec(text.normalize('NFKC').replaceAll(/\s/gu, '')) ?? [];
  const [month = 0, day = 0] = parts.filter((part) => part !== undefined).map(Number);
  // The first of the month after has day 0 as the last of this one.
  const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > last) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const COLOURS: Readonly<Record<Booking['colour'], readonly string[]>> = {
  colour: ['彩色', '彩', '四色', '全彩', '套色', 'colour', 'color', 'cmyk', '4c'],
  black: ['黑白', '黑', '单色', '单黑', 'black', 'b/w', 'bw', 'mono', 'k', '1c'],
  unsaid: ['', '-', '—', '不限'],
};

function colourNamed(text: string): Booking['colour'] | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const names = Object.keys(COLOURS) as readonly Booking['colour'][];
  return names.find((name) => COLOURS[name].includes(plain));
}
