import type { RawMatter } from './raw-matter.ts';

/** What became of a draft. */
export type DraftState = 'new' | 'taken' | 'returned' | 'spiked';

/** Which way a draft came in. */
export type DraftOrigin = 'dropped' | 'pasted' | 'watched folder' | 'door';

/** A remark of intake as a code with its values; the sentence is made at the edge. */
export interface IntakeNote {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Who sent a draft, as they say themselves; empty strings where they do not. */
export interface DraftSender {
  readonly name: string;
  readonly unit: string;
  readonly phone: string;
}

/** What somebody decided about a draft. */
export interface DraftMark {
  readonly state: DraftState;
  /** Why; never empty for a draft that was returned or spiked. */
  readonly reason: string;
  /** Who decided. */
  readonly by: string;
  /** ISO date and time. */
  readonly at: string;
}

/** A draft as the list of the inbox shows it. */
export interface DraftCaption {
  /** Number that the sender was given; names the draft. */
  readonly receipt: string;
  /** Name of the file as it came. */
  readonly name: string;
  readonly origin: DraftOrigin;
  /** ISO date and time. */
  readonly receivedAt: string;
  /** Size as received. */
  readonly bytes: number;
  readonly sender: DraftSender;
  /** The latest mark; a new draft has none yet. */
  readonly mark: DraftMark | undefined;
  readonly reading: ReadingState;
  /** Subject of the mail, title of the file, or else the first words. */
  readonly subject: string;
  /** Letters without blanks (字). */
  readonly letters: number;
  readonly pictures: number;
  /** Remarks of intake, such as a file that was left out. */
  readonly notes: readonly IntakeNote[];
  /** Drafts and earlier issues that it repeats, the most alike first. */
  readonly like: readonly DraftLikeness[];
}

/** How far intake is with a draft. */
export type ReadingState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'read' }
  /** The bytes are kept all the same. */
  | { readonly kind: 'refused'; readonly why: IntakeNote };

/** Another text that a draft repeats. */
export interface DraftLikeness {
  readonly kind: 'draft' | 'issue';
  /** Receipt number of the draft, or what the issue is called. */
  readonly name: string;
  /** Which part of the shorter text is in the other, 0 to 1. */
  readonly share: number;
}

/** A draft with what it holds. */
export interface OpenedDraft {
  readonly caption: DraftCaption;
  /** Undefined until it has been read, and when it was refused. */
  readonly matter: RawMatter | undefined;
  /** Everything that was decided about it, the earliest first. */
  readonly history: readonly DraftMark[];
}

/** The newsroom's folder from which drafts are taken. */
export interface WatchedFolder {
  /** Undefined when no folder is watched. */
  readonly folder: string | undefined;
  /** Why it cannot be read at present. */
  readonly trouble: IntakeNote | undefined;
}
