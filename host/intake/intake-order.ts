import type { RawMatter } from '#engine/intake/raw-matter.ts';
import type { AdOrder, AdReading } from '#engine/placed-ads/ad-reading.ts';
import type { AdPreview } from '#engine/placed-ads/preview-ad.ts';
import type { Failure } from '#host/contract.ts';
import type { PictureFile } from './gathered.ts';

/** A draft to read, where the store keeps it. */
export interface IntakeOrder {
  /** Name under which it came. */
  readonly name: string;
  readonly path: string;
}

/** An advertiser's file to judge or to show, by the demands of a press profile. */
export interface AdToRead {
  readonly kind: 'ad' | 'ad preview';
  readonly bytes: Uint8Array;
  readonly order: AdOrder;
}

/** What an intake room may be asked for. */
export type RoomOrder = IntakeOrder | AdToRead;

/** What an intake room tells: the pictures one by one, then what it read, or why it did not. */
export type IntakeNews =
  | { readonly kind: 'picture'; readonly file: PictureFile }
  | { readonly kind: 'read'; readonly matter: RawMatter; readonly notes: readonly Failure[] }
  | { readonly kind: 'ad'; readonly reading: AdReading }
  | { readonly kind: 'ad preview'; readonly preview: AdPreview | undefined }
  | { readonly kind: 'failed'; readonly failure: Failure };
