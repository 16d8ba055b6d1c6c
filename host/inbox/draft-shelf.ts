import type {
  DraftCaption,
  DraftLikeness,
  DraftMark,
  DraftState,
} from '#engine/intake/inbox-draft.ts';
import { createKnownTexts, type TextPrint, textPrint } from '#engine/intake/text-likeness.ts';
import { folded, isFound, letterCount, subjectOf, wordsOf } from './draft-search.ts';
import type { KeptReading } from './inbox-folder.ts';
import type { InboxRecord, MarkedRecord, ReceivedRecord } from './inbox-log.ts';

/** What is asked of the list. */
export interface DraftQuestion {
  readonly search?: string | undefined;
  readonly state?: DraftState | undefined;
}

/** An issue that was printed. */
export interface PastIssue {
  readonly name: string;
  /** ISO calendar date. */
  readonly date: string;
  /** The words of all its stories. */
  readonly text: string;
}

/** A draft in memory: its records, and what the list and the search need of its words. */
export interface ShelvedDraft {
  readonly received: ReceivedRecord;
  readonly marks: DraftMark[];
  words: DraftWords | undefined;
}

interface DraftWords {
  readonly reading: KeptReading;
  readonly subject: string;
  readonly letters: number;
  readonly folded: string;
  readonly print: TextPrint;
}

/**
 * All drafts of an inbox in memory, made from the log and the readings. Search goes through all the
 * words of all drafts: ten thousand of them take it 30 ms, and it finds words of two characters,
 * which an index of three-letter pieces does not (decision 0018).
 */
export interface DraftShelf {
  get(receipt: string): ShelvedDraft | undefined;
  /** The receipt that a key was given. */
  receiptOf(key: string): string | undefined;
  add(record: InboxRecord): void;
  putReading(receipt: string, reading: KeptReading): void;
  /** Drafts that come in after its date are compared with it. */
  putIssue(issue: PastIssue): void;
  caption(draft: ShelvedDraft): DraftCaption;
  /** The latest first. */
  list(question: DraftQuestion): readonly DraftCaption[];
  all(): Iterable<ShelvedDraft>;
}

/** Half of the shorter text in the longer one: a draft that was shortened, or sent with another. */
const LEAST_SHARE = 0.5;

/** More than a few repeats are one repeat, told often enough. */
const MOST_LIKE = 5;

const ISSUE_MARK = 'issue ';

/** An empty shelf. */
export function createDraftShelf(): DraftShelf {
  const drafts = new Map<string, ShelvedDraft>();
  const keys = new Map<string, string>();
  const known = createKnownTexts();
  const issueDates = new Map<string, string>();
  function likenesses({ received, words }: ShelvedDraft): readonly DraftLikeness[] {
    if (words === undefined) return [];
    const like = known.like(words.print, LEAST_SHARE);
    // The issue in work may hold this very draft already.
    const isEarlier = (name: string) => (issueDates.get(name) ?? '') < received.at.slice(0, 10);
    const others = like
      .filter(({ name }) => name !== received.receipt && isEarlier(name))
      .slice(0, MOST_LIKE);
    return others.map(({ name, share }) =>
      name.startsWith(ISSUE_MARK)
        ? { kind: 'issue', name: name.slice(ISSUE_MARK.length), share }
        : { kind: 'draft', name, share },
    );
  }
  const shelf: DraftShelf = {
    get: (receipt) => drafts.get(receipt),
    receiptOf: (key) => keys.get(key),
    add(record) {
      if (record.kind === 'received') {
        drafts.set(record.receipt, { received: record, marks: [], words: undefined });
        if (record.key !== '') keys.set(record.key, record.receipt);
      } else if (record.kind === 'marked') drafts.get(record.receipt)?.marks.push(markOf(record));
    },
    putReading(receipt, reading) {
      const draft = drafts.get(receipt);
      if (draft === undefined) return;
      draft.words = draftWords(reading, draft.received);
      known.put(receipt, draft.words.print);
    },
    putIssue({ name, date, text }) {
      issueDates.set(`${ISSUE_MARK}${name}`, date);
      known.put(`${ISSUE_MARK}${name}`, textPrint(text));
    },
    caption: (draft) => captionOf(draft, likenesses(draft)),
    list({ search = '', state }) {
      const asked = [...drafts.values()].filter((draft) => isAskedFor(draft, search, state));
      return asked.reverse().map(shelf.caption);
    },
    all: () => drafts.values(),
  };
  return shelf;
}

function markOf({ state, reason, by, at }: MarkedRecord): DraftMark {
  return { state, reason, by, at };
}

function draftWords(reading: KeptReading, received: ReceivedRecord): DraftWords {
  const text = reading.matter === undefined ? '' : wordsOf(reading.matter);
  const { sender, receipt, name } = received;
  const outside = reading.matter?.envelope;
  const about = [name, receipt, sender.name, sender.unit, outside?.subject, outside?.sender];
  return {
    reading,
    subject: reading.matter === undefined ? name : subjectOf(reading.matter) || name,
    letters: letterCount(text),
    folded: folded(`${about.join('\n')}\n${text}`),
    print: textPrint(text),
  };
}

function isAskedFor(draft: ShelvedDraft, search: string, state: DraftState | undefined): boolean {
  if (state !== undefined && (draft.marks.at(-1)?.state ?? 'new') !== state) return false;
  const { received, words } = draft;
  return isFound(search, words?.folded ?? folded(`${received.name}\n${received.receipt}`));
}

function captionOf(draft: ShelvedDraft, like: readonly DraftLikeness[]): DraftCaption {
  const { received, words, marks } = draft;
  const { receipt, name, origin, at, bytes, sender } = received;
  const { why, matter, notes = [] } = words?.reading ?? {};
  return {
    receipt,
    name,
    origin,
    receivedAt: at,
    bytes,
    sender: { ...sender, name: sender.name || (matter?.envelope.sender ?? '') },
    mark: marks.at(-1),
    reading: readingState(words, why),
    subject: words?.subject ?? name,
    letters: words?.letters ?? 0,
    pictures: matter?.pictures.length ?? 0,
    notes,
    like,
  };
}

function readingState(
  words: DraftWords | undefined,
  why: KeptReading['why'],
): DraftCaption['reading'] {
  if (words === undefined) return { kind: 'waiting' };
  return why === undefined ? { kind: 'read' } : { kind: 'refused', why };
}
