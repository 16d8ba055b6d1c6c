/** Whose signature it is: 责编, 版式, 校对, 值班主任, 值班总编. */
export type SignOffRole = 'editor' | 'layout' | 'proofreader' | 'dutyChief' | 'dutyEditorInChief';

/** A signature under a page as it looked at a moment. */
export interface SignOff {
  /** Id of the page. */
  readonly page: string;
  readonly role: SignOffRole;
  /** Name, as typed. */
  readonly by: string;
  /** ISO time. */
  readonly at: string;
  /** What the page looked like: the sha-256 of its display list, as hexadecimal digits. */
  readonly look: string;
  /** Name of the state that was kept with it, in the folder of versions; undefined for none. */
  readonly version: string | undefined;
}

/**
 * A finding of preflight that somebody answers for with name and reason (放行). It is known again
 * by its code, its place, what stands there and the figures that matter: edits elsewhere leave it
 * in force, and it falls when the thing itself changes.
 */
export interface Waiver {
  /** Code of the finding. */
  readonly code: string;
  /** Page, block and text, without paragraph numbers and offsets. */
  readonly place: string;
  /** What stands there: the words, or the file of a picture; empty where nothing does. */
  readonly subject: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly reason: string;
  /** Name of who answers for it, as typed. */
  readonly by: string;
  /** ISO time. */
  readonly at: string;
}

/**
 * A finding of proofreading that an editor has looked at and let stand (忽略). It is known again by
 * its rule, its words and what stands beside them, not by its place: edits elsewhere move it.
 */
export interface Dismissal {
  /** Id of the rule in templates/proofreading. */
  readonly rule: string;
  readonly words: string;
  /** Up to six characters before and behind the words. */
  readonly before: string;
  readonly after: string;
  readonly reason: string;
  /** Name of the editor, as typed. */
  readonly by: string;
  /** ISO time. */
  readonly at: string;
}
