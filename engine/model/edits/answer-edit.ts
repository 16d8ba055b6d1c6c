import type { Dismissal, SignOff, Waiver } from '#engine/model/issue-answers.ts';

/** Lets a finding of proofreading stand. */
export interface DismissedMark {
  readonly kind: 'dismissedMark';
  readonly id: string;
  readonly dismissal: Dismissal;
}

/** Takes that back. */
export type RestoredMark = { readonly kind: 'restoredMark'; readonly id: string };

/** Lets a finding of preflight pass. */
export interface WaivedFinding {
  readonly kind: 'waivedFinding';
  readonly id: string;
  readonly waiver: Waiver;
}

/** Takes that back. */
export type WithdrawnWaiver = { readonly kind: 'withdrawnWaiver'; readonly id: string };

/** Puts a signature under a page as it looks. */
export interface SignedPage {
  readonly kind: 'signedPage';
  readonly id: string;
  readonly signOff: SignOff;
}

/** Takes a signature back. */
export type UnsignedPage = { readonly kind: 'unsignedPage'; readonly id: string };
