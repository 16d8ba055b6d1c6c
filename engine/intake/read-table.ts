/** A row of a table that is not blank. */
export interface TableRow {
  /** The line of the file on which it begins, from 1. */
  readonly line: number;
  /** Without blanks around them. */
  readonly fields: readonly string[];
  /** A quote in it is never closed: it holds all that follows. */
  readonly isOpen: boolean;
}

const SEPARATORS = [',', ';', '\t', '，'];

/**
 * Reads a table as spreadsheets save it (RFC 4180): fields parted by comma, semicolon or tab,
 * whichever the first line has most of; a field in quotes may hold separators, line ends and
 * doubled quotes. A quote within a field that does not begin with one is a character like others.
 */
export function readTable(text: string): readonly TableRow[] {
  const table = new Table(text.replace(/^\uFEFF/u, ''));
  return table.rows().filter(({ fields }) => fields.some((field) => field !== ''));
}

class Table {
  readonly #text: string;
  readonly #separator: string;
  #at = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
    const [first = ''] = text.trimStart().split(/[\r\n]/u, 1);
    const count = (separator: string) => first.split(separator).length;
    this.#separator = SEPARATORS.toSorted((a, b) => count(b) - count(a))[0] ?? ',';
  }

  rows(): readonly TableRow[] {
    const rows: TableRow[] = [];
    while (this.#at < this.#text.length) rows.push(this.#row());
    return rows;
  }

  #row(): TableRow {
    const line = this.#line;
    const fields: string[] = [];
    for (;;) {
      const { field, isOpen } = this.#field();
      fields.push(field.trim());
      if (isOpen) return { line, fields, isOpen };
      if (this.#text[this.#at] === this.#separator) this.#at += 1;
      else break;
    }
    this.#endLine();
    return { line, fields, isOpen: false };
  }

  #field(): { readonly field: string; readonly isOpen: boolean } {
    const start = this.#at;
    while (this.#text[this.#at] === ' ') this.#at += 1;
    if (this.#text[this.#at] === '"') return this.#quoted();
    this.#at = start;
    return { field: this.#plain(), isOpen: false };
  }

  #plain(): string {
    const start = this.#at;
    while (this.#at < this.#text.length && !this.#endsField()) this.#at += 1;
    return this.#text.slice(start, this.#at);
  }

  #endsField(): boolean {
    const character = this.#text[this.#at];
    return character === this.#separator || character === '\n' || character === '\r';
  }

  /** What stands between a closing quote and the separator belongs to the field as well. */
  #quoted(): { readonly field: string; readonly isOpen: boolean } {
    const start = this.#at + 1;
    let close = this.#text.indexOf('"', start);
    while (close !== -1 && this.#text[close + 1] === '"') {
      close = this.#text.indexOf('"', close + 2);
    }
    const end = close === -1 ? this.#text.length : close;
    const inside = this.#text.slice(start, end);
    this.#line += inside.split(/\r\n|\r|\n/u).length - 1;
    this.#at = Math.min(end + 1, this.#text.length);
    const field = inside.replaceAll('""', '"');
    return close === -1 ? { field, isOpen: true } : { field: field + this.#plain(), isOpen: false };
  }

  #endLine(): void {
    if (this.#text[this.#at] === '\r' && this.#text[this.#at + 1] === '\n') this.#at += 1;
    this.#at += 1;
    this.#line += 1;
  }
}
