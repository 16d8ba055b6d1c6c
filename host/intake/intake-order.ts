import type { RawMatter } from '#engine/intake/raw-matter.ts';
import type { Failure } from '#host/contract.ts';
import type { PictureFile } from './gathered.ts';

/** A draft to read, where the store keeps it. */
export interface IntakeOrder {
  /** Name under which it came. */
  readonly name: string;
  readonly path: string;
}

/** What an intake room tells: the pictures one by one, then what it read, or why it did not. */
export type IntakeNews =
  | { readonly kind: 'picture'; readonly file: PictureFile }
  | { readonly kind: 'read'; readonly matter: RawMatter; readonly notes: readonly Failure[] }
  | { readonly kind: 'failed'; readonly failure: Failure };
