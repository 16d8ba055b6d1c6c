import type { ProfileFault } from '#engine/press/output-intent.ts';

/** Why a page could not be pressed or proofed; the sentence is made where it is shown. */
export interface PressFailure {
  readonly code: PressFailureCode | AdRefusal;
  /** Figures and names that the sentence needs. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** Everything that can be wrong with the material, the profile or the place to write to. */
export type PressFailureCode =
  | 'picture-missing'
  | 'picture-damaged'
  | 'picture-too-large'
  | 'picture-format'
  | 'face-not-embeddable'
  | 'pdf-unsound'
  | 'pdf-held'
  | 'press-profile-missing'
  | 'press-profile-damaged'
  | 'press-profile-ink'
  | 'icc-missing'
  | ProfileFault
  | 'icc-broken'
  | 'icc-tints-paper'
  | 'control-strip-damaged'
  | 'output-folder-missing'
  | 'output-not-allowed'
  | 'output-disk-full'
  | 'output-failed';

/** Why a placed ad is held; engine/placed-ads has the codes. */
export type AdRefusal = `ad-${string}`;

/** The value, or why there is none. */
export type PressAttempt<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: PressFailure };

/** An attempt that worked. */
export function pressed<Value>(value: Value): PressAttempt<Value> {
  return { ok: true, value };
}

/** An attempt that did not. */
export function pressFailed(
  code: PressFailure['code'],
  values: PressFailure['values'],
): { readonly ok: false; readonly failure: PressFailure } {
  return { ok: false, failure: { code, values } };
}
