/** The value asked for, or why there is none. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

/** Why something could not be had; the sentence is made from the code by renderer/strings. */
export interface Failure {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** In which form a request and its answer pass the door. */
export interface CallForm {
  /** `bytes`: the request has a field `bytes`, which travels beside the other fields. */
  readonly request: 'values' | 'bytes';
  readonly answer: 'values' | 'bytes';
}

/** Values there and back. */
export const VALUES: CallForm = { request: 'values', answer: 'values' };
/** Bytes come back. */
export const BYTES_BACK: CallForm = { request: 'values', answer: 'bytes' };
/** Bytes go along. */
export const BYTES_OUT: CallForm = { request: 'bytes', answer: 'values' };
