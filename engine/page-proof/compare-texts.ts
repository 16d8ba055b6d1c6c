import { diffChars } from 'diff';

/** A stretch of a text that has become another one; offsets are UTF-16. */
export interface TextChange {
  /** Where the new words stand in the new text; empty where words were only taken out. */
  readonly start: number;
  readonly end: number;
  /** Where the words that went stood in the old text. */
  readonly startBefore: number;
  readonly removed: string;
  readonly inserted: string;
}

/**
 * Words that stay between two changes and are no longer than this are taken into one change: a
 * reader sees one correction, not a sieve of single characters.
 */
const SHORTEST_KEPT = 2;

/** What has changed between two states of a text, in the order of the new one. */
export function compareTexts(before: string, after: string): readonly TextChange[] {
  if (before === after) return [];
  const changes: TextChange[] = [];
  let at = 0;
  let atBefore = 0;
  let kept = '';
  let open: TextChange | undefined;
  for (const { added, removed, value } of diffChars(before, after)) {
    if (!added && !removed) {
      kept = value;
      at += value.length;
      atBefore += value.length;
      continue;
    }
    if (open !== undefined && kept.length > SHORTEST_KEPT) {
      changes.push(open);
      open = undefined;
    }
    open = extended(open, { at, atBefore, kept, value, isNew: added });
    kept = '';
    if (added) at += value.length;
    else atBefore += value.length;
  }
  const all = open === undefined ? changes : [...changes, open];
  return all.map((change) => withWholeBrackets(change, after));
}

const OPENING = /^[（“‘《「『【〔(]/u;

/**
 * Words that only came in or only went may be cut in several ways: 甲（改）（乙） has “改）（” or
 * “（改）” as its new words. The one that begins with an opening mark is the one that was meant.
 */
function withWholeBrackets(change: TextChange, after: string): TextChange {
  const { start, removed, inserted } = change;
  if (removed !== '' && inserted !== '') return change;
  let words = removed + inserted;
  for (let back = 1; after[start - back] === words.at(-1); back += 1) {
    words = words.slice(-1) + words.slice(0, -1);
    if (!OPENING.test(words)) continue;
    const startBefore = change.startBefore - back;
    const moved = { start: start - back, end: change.end - back, startBefore };
    return inserted === ''
      ? { ...moved, removed: words, inserted }
      : { ...moved, removed, inserted: words };
  }
  return change;
}

interface Piece {
  readonly at: number;
  readonly atBefore: number;
  readonly kept: string;
  readonly value: string;
  readonly isNew: boolean;
}

function extended(open: TextChange | undefined, piece: Piece): TextChange {
  const { at, atBefore, kept, value, isNew } = piece;
  const start = open?.start ?? at;
  const between = open === undefined ? '' : kept;
  return {
    start,
    end: isNew ? at + value.length : at,
    startBefore: open?.startBefore ?? atBefore,
    removed: (open?.removed ?? '') + between + (isNew ? '' : value),
    inserted: (open?.inserted ?? '') + between + (isNew ? value : ''),
  };
}
