import { assert } from '#engine/units/assert.ts';
import type { Repair, RepairKind } from './repair.ts';

/** A row of characters: as they came (`kind` undefined), or one place of one repair. */
interface Cell {
  readonly shown: string;
  readonly start: number;
  readonly end: number;
  readonly kind: RepairKind | undefined;
}

/** What a place is changed to. */
export type Wanted = string | ((found: string, at: number) => string);

/**
 * A stretch of the source with the repairs marked in it. Rules look at the words as they stand now;
 * each change remembers which characters of the source it stands for, so that any of them can be
 * taken back later. A change over an earlier one swallows it: repairs never overlap.
 */
export class MarkedCopy {
  readonly source: string;
  readonly #cells: readonly Cell[];
  #text: string | undefined;

  private constructor(source: string, cells: readonly Cell[]) {
    this.source = source;
    this.#cells = cells;
  }

  /** The characters of a source from `start` to before `end`, unchanged. */
  static of(source: string, start: number, end: number): MarkedCopy {
    const cell: Cell = { shown: source.slice(start, end), start, end, kind: undefined };
    return new MarkedCopy(source, start === end ? [] : [cell]);
  }

  /** The words as they stand now. */
  get text(): string {
    this.#text ??= this.#cells.map(({ shown }) => shown).join('');
    return this.#text;
  }

  /** The last character as it stands now; empty in an empty copy. */
  get lastCharacter(): string {
    return this.#cells.findLast(({ shown }) => shown !== '')?.shown.at(-1) ?? '';
  }

  /** First character in the source. */
  get start(): number {
    return this.#cells[0]?.start ?? 0;
  }

  /** Character behind the last one in the source. */
  get end(): number {
    return this.#cells.at(-1)?.end ?? 0;
  }

  /** Changes every place that the pattern finds; a place whose words stay is not marked. */
  replaced(pattern: RegExp, kind: RepairKind, wanted: Wanted): MarkedCopy {
    const found = [...this.text.matchAll(pattern)].map((match) => {
      const [words] = match;
      const by = typeof wanted === 'string' ? wanted : wanted(words, match.index);
      return { at: match.index, words, by };
    });
    const changes = found.filter(({ words, by }) => words !== by && words !== '');
    if (changes.length === 0) return this;
    return new MarkedCopy(this.source, changedCells(this.#cells, changes, kind));
  }

  /**
   * The part from one place of the shown text to another. What a repair took out between two parts
   * goes with the later one, what it put in with the earlier.
   */
  slice(from: number, to: number = this.text.length): MarkedCopy {
    const offsets = this.#offsets();
    const isWhole = to >= this.text.length;
    const cells = this.#cells.flatMap((cell, index): readonly Cell[] => {
      const at = offsets[index] ?? 0;
      if (cell.kind !== undefined) return at >= from && (at < to || isWhole) ? [cell] : [];
      const first = Math.max(0, from - at);
      const shown = cell.shown.slice(first, Math.max(0, to - at));
      const start = cell.start + first;
      return shown === '' ? [] : [{ shown, start, end: start + shown.length, kind: undefined }];
    });
    return new MarkedCopy(this.source, cells);
  }

  /** Where shown characters stand in the source, without what was taken out around them. */
  sourceOf(from: number, to: number): { readonly start: number; readonly end: number } {
    const shown = this.slice(from, to).#cells.filter((cell) => cell.shown !== '');
    return { start: shown[0]?.start ?? this.start, end: shown.at(-1)?.end ?? this.start };
  }

  /** True when nothing but blanks stands between this copy and a later one. */
  isNextTo(next: MarkedCopy): boolean {
    return next.start >= this.end && this.source.slice(this.end, next.start).trim() === '';
  }

  /** This copy and a later one of the same source; what lay between them reads `after`. */
  joinedTo(next: MarkedCopy, kind: RepairKind, after: string): MarkedCopy {
    assert(next.start >= this.end, 'a copy is joined to what stands behind it');
    const gap: readonly Cell[] =
      next.start === this.end ? [] : [{ shown: after, start: this.end, end: next.start, kind }];
    return new MarkedCopy(this.source, [...this.#cells, ...gap, ...next.#cells]);
  }

  /** The repairs in it, in order. */
  repairs(): readonly Repair[] {
    return this.#cells.flatMap(({ shown, start, end, kind }): readonly Repair[] => {
      const before = this.source.slice(start, end);
      if (kind === undefined || before === shown) return [];
      return [{ id: `${kind}-${start}`, kind, start, end, before, after: shown, isOffered: false }];
    });
  }

  #offsets(): number[] {
    return offsetsOf(this.#cells, 0);
  }
}

function offsetsOf(cells: readonly Cell[], first: number): number[] {
  let at = first;
  return cells.map(({ shown }) => {
    const here = at;
    at += shown.length;
    return here;
  });
}

/** A place of the shown text, and what it is changed to. */
interface Change {
  readonly at: number;
  readonly words: string;
  readonly by: string;
}

/** Changes that touch one repair, and the cells from the first to the last they touch. */
interface ChangeGroup {
  readonly first: number;
  readonly last: number;
  readonly changes: readonly Change[];
}

function changedCells(
  cells: readonly Cell[],
  changes: readonly Change[],
  kind: RepairKind,
): readonly Cell[] {
  const offsets = offsetsOf(cells, 0);
  const changed: Cell[] = [];
  let index = 0;
  let shownTo = 0;
  const keepUntil = (cellIndex: number) => {
    for (; index < cellIndex; index += 1) keep(Number.POSITIVE_INFINITY);
  };
  const keep = (to: number) => {
    const cell = cells[index];
    const at = offsets[index] ?? 0;
    if (cell) changed.push(...partOf(cell, Math.max(0, shownTo - at), to - at));
  };
  for (const group of grouped(cells, offsets, changes)) {
    keepUntil(group.first);
    const { from, to, cell } = wholeChange(cells, offsets, group);
    keep(from);
    changed.push({ ...cell, kind });
    index = cells[group.last]?.kind === undefined ? group.last : group.last + 1;
    shownTo = to;
  }
  keepUntil(cells.length);
  return changed;
}

/** A part of the characters as they came; of a repair all or, from its end on, nothing. */
function partOf(cell: Cell, from: number, to: number): readonly Cell[] {
  if (cell.kind !== undefined) return to > 0 || cell.shown === '' ? [cell] : [];
  const shown = cell.shown.slice(from, Math.max(0, to));
  const start = cell.start + from;
  return shown === '' ? [] : [{ shown, start, end: start + shown.length, kind: undefined }];
}

function grouped(
  cells: readonly Cell[],
  offsets: readonly number[],
  changes: readonly Change[],
): readonly ChangeGroup[] {
  const groups: { first: number; last: number; changes: Change[] }[] = [];
  for (const change of changes) {
    const first = lastBefore(offsets, change.at);
    const last = lastBefore(offsets, change.at + change.words.length - 1);
    const before = groups.at(-1);
    if (before && before.last === first && cells[first]?.kind !== undefined) {
      before.last = last;
      before.changes.push(change);
    } else groups.push({ first, last, changes: [change] });
  }
  return groups;
}

/** The one cell that a group of changes becomes, and the shown text it replaces. */
function wholeChange(
  cells: readonly Cell[],
  offsets: readonly number[],
  { first, last, changes }: ChangeGroup,
): { readonly from: number; readonly to: number; readonly cell: Omit<Cell, 'kind'> } {
  const [head, tail] = [cells[first], cells[last]];
  const [firstChange, lastChange] = [changes[0], changes.at(-1)];
  assert(head && tail && firstChange && lastChange, 'a change is within the copy');
  const [headAt, tailAt] = [offsets[first] ?? 0, offsets[last] ?? 0];
  const end = lastChange.at + lastChange.words.length;
  const from = head.kind === undefined ? firstChange.at : headAt;
  const to = tail.kind === undefined ? end : tailAt + tail.shown.length;
  const shown = cells
    .slice(first, last + 1)
    .map((cell) => cell.shown)
    .join('');
  const words: string[] = [];
  let at = from;
  for (const change of changes) {
    words.push(shown.slice(at - headAt, change.at - headAt), change.by);
    at = change.at + change.words.length;
  }
  words.push(shown.slice(at - headAt, to - headAt));
  const start = head.kind === undefined ? head.start + from - headAt : head.start;
  const sourceEnd = tail.kind === undefined ? tail.start + to - tailAt : tail.end;
  return { from, to, cell: { shown: words.join(''), start, end: sourceEnd } };
}

/** The last of the ascending offsets that is not beyond the place: the cell that shows it. */
function lastBefore(offsets: readonly number[], at: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((offsets[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
