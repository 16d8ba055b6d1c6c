import { assert } from '#engine/units/assert.ts';
import type { Repair, RepairKind } from './repair.ts';

/** A character of the source, or a row of them that a repair took together. */
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
  readonly text: string;

  private constructor(source: string, cells: readonly Cell[]) {
    this.source = source;
    this.#cells = cells;
    this.text = cells.map(({ shown }) => shown).join('');
  }

  /** The characters of a source from `start` to before `end`, unchanged. */
  static of(source: string, start: number, end: number): MarkedCopy {
    const cells = source
      .slice(start, end)
      .split('')
      .map((shown, index): Cell => {
        return { shown, start: start + index, end: start + index + 1, kind: undefined };
      });
    return new MarkedCopy(source, cells);
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
    const cells = [...this.#cells];
    const offsets = this.#offsets();
    // From the back, so that the offsets of the places still to come stay true.
    for (const { at, words, by } of changes.toReversed()) {
      const first = lastBefore(offsets, at);
      const last = lastBefore(offsets, at + words.length - 1);
      const head = (cells[first]?.shown ?? '').slice(0, at - (offsets[first] ?? 0));
      const tail = (cells[last]?.shown ?? '').slice(at + words.length - (offsets[last] ?? 0));
      const start = cells[first]?.start ?? 0;
      const end = cells[last]?.end ?? 0;
      cells.splice(first, last - first + 1, { shown: head + by + tail, start, end, kind });
      offsets.splice(first + 1, last - first);
    }
    return new MarkedCopy(this.source, cells);
  }

  /**
   * The part from one place of the shown text to another. What a repair took out between two parts
   * goes with the later one.
   */
  slice(from: number, to: number = this.text.length): MarkedCopy {
    const offsets = this.#offsets();
    const isWhole = to >= this.text.length;
    const cells = this.#cells.filter((_, index) => {
      const at = offsets[index] ?? 0;
      return at >= from && (at < to || isWhole);
    });
    return new MarkedCopy(this.source, cells);
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
    let at = 0;
    return this.#cells.map(({ shown }) => {
      const here = at;
      at += shown.length;
      return here;
    });
  }
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
