/** A list in a text, such as A、B、C or “A”“B”“C”, that ends where something sums it up. */
export interface WrittenList {
  readonly items: readonly ListedWords[];
  /** The last item may itself be two, joined by 和, 与, 及. */
  readonly mostItems: number;
}

/** One member of a list and where it stands. */
export interface ListedWords {
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** The list that ends before `end`; undefined when fewer than two members stand there. */
export function listBefore(words: string, end: number): WrittenList | undefined {
  const start = clauseStart(words, end);
  const items = splitList(words.slice(start, end)).map((item) => ({
    words: item.words,
    start: item.start + start,
    end: item.end + start,
  }));
  const last = items.at(-1);
  if (items.length < 2 || last === undefined || last.words === '') return undefined;
  const joined = last.words.split(/[和与及]/u).filter((part) => part.length > 1).length;
  return { items, mostItems: items.length - 1 + Math.max(1, joined) };
}

/** No list that somebody counts is longer, in characters. */
const LONGEST_LIST = 400;

/** Where the clause begins in which `end` stands; marks within quotes and brackets do not count. */
function clauseStart(words: string, end: number): number {
  let depth = 0;
  const first = Math.max(0, end - LONGEST_LIST);
  for (let at = end - 1; at >= first; at -= 1) {
    const mark = words[at] ?? '';
    if ('”）》'.includes(mark)) depth += 1;
    else if ('“（《'.includes(mark)) {
      if (depth === 0) return at + 1;
      depth -= 1;
    } else if (depth === 0 && '。！？；：，\n'.includes(mark)) return at + 1;
  }
  return first;
}

/** The members of a clause, parted by 、 or by quotes that touch. */
export function splitList(clause: string): readonly ListedWords[] {
  const items: ListedWords[] = [];
  let depth = 0;
  let start = 0;
  const take = (end: number, next: number) => {
    items.push({ words: clause.slice(start, end), start, end });
    start = next;
  };
  for (let at = 0; at < clause.length; at += 1) {
    const mark = clause[at] ?? '';
    if ('“（《'.includes(mark)) depth += 1;
    else if ('”）》'.includes(mark)) {
      depth = Math.max(0, depth - 1);
      if (depth === 0 && '“《'.includes(clause[at + 1] ?? ' ')) take(at + 1, at + 1);
    } else if (mark === '、' && depth === 0) take(at, at + 1);
  }
  take(clause.length, clause.length);
  return items;
}
