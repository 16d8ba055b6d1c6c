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

/** What a question finds. */
export interface FoundDrafts {
  /** The latest first; no more than anybody looks through. */
  readonly drafts: readonly DraftCaption[];
  /** How many there are in all. */
  readonly count: number;
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
  /** Found when so many texts were known; a new one may be like it too. */
  like: { readonly texts: number; readonly found: readonly DraftLikeness[] } | undefined;
}

interface DraftWords {
  readonly why: KeptReading['why'];
  readonly notes: KeptReading['notes'];
  readonly pictures: number;
  /** As the envelope says. */
  readonly sender: string;
  readonly subject: string;
  readonly letters: number;
  readonly folded: string;
  readonly print: TextPrint;
}

/**
 * All drafts of an inbox in memory, made from the log and the readings. Search goes through all the
 * words of all drafts: ten thousand of them take it 40 ms, and it finds words of two characters,
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
  list(question: DraftQuestion): FoundDrafts;
  all(): Iterable<ShelvedDraft>;
}

/** Half of the shorter text in the longer one: a draft that was shortened, or sent with another. */
const LEAST_SHARE = 0.5;

/** A year of a weekly page; older drafts are found by searching for them. */
const MOST_LISTED = 500;

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
        drafts.set(record.receipt, {
          received: record,
          marks: [],
          words: undefined,
          like: undefined,
        });
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
    caption(draft) {
      const texts = known.size();
      if (draft.like?.texts !== texts) draft.like = { texts, found: likenesses(draft) };
      return captionOf(draft, draft.like.found);
    },
    list({ search = '', state }) {
      const asked = [...drafts.values()].filter((draft) => isAskedFor(draft, search, state));
      const shown = asked.slice(-MOST_LISTED).reverse();
      return { drafts: shown.map(shelf.caption), count: asked.length };
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
    why: reading.why,
    notes: reading.notes,
    pictures: reading.pictures.length,
    sender: outside?.sender ?? '',
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
  return {
    receipt,
    name,
    origin,
    receivedAt: at,
    bytes,
    sender: { ...sender, name: sender.name || (words?.sender ?? '') },
    mark: marks.at(-1),
    reading: readingState(words),
    subject: words?.subject ?? name,
    letters: words?.letters ?? 0,
    pictures: words?.pictures ?? 0,
    notes: words?.notes ?? [],
    like,
  };
}

function readingState(words: DraftWords | undefined): DraftCaption['reading'] {
  if (words === undefined) return { kind: 'waiting' };
  return words.why === undefined ? { kind: 'read' } : { kind: 'refused', why: words.why };
}
