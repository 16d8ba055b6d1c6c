import type { BlockFit } from '#engine/compose/composed.ts';
import type { SetStory } from '#engine/compose/story-lines.ts';
import type { FaceId } from '#engine/fonts/typeface.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import type { Block, Picture } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { CompositionParts } from '#host/contract.ts';
import type { SentMember } from './sent-page.ts';

/** What the window tells the composing worker. Messages are handled in order. */
export type ToWorker =
  | {
      readonly kind: 'open';
      readonly parts: CompositionParts;
      readonly lexicon: Uint8Array;
      /** The document of the issue as one update. */
      readonly document: Uint8Array;
    }
  | { readonly kind: 'face'; readonly face: FaceId; readonly bytes: Uint8Array }
  | { readonly kind: 'face missing'; readonly face: FaceId }
  /** `round` counts up with every update; the page that answers it carries the number. */
  | { readonly kind: 'update'; readonly update: Uint8Array; readonly round: number }
  /** Which page shows: it is composed first. */
  | { readonly kind: 'show'; readonly page: string }
  /** Blocks and pictures as they are being dragged, instead of those in the issue. */
  | {
      readonly kind: 'preview';
      readonly page: string;
      readonly blocks: readonly Block[] | undefined;
      readonly pictures: readonly Picture[];
      readonly round: number;
    }
  /** A page as an edit would leave it; undefined: as it is again. */
  | {
      readonly kind: 'preview edit';
      readonly page: string;
      readonly edit: Edit | undefined;
    }
  | { readonly kind: 'ask'; readonly id: number; readonly question: Question };

/** What the worker tells the window. */
export type FromWorker =
  /** Its modules are loaded; messages before this one would be lost. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'face wanted'; readonly face: FaceId }
  | PageMessage
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  /** A bug of ours while composing; the page keeps its last state. */
  | { readonly kind: 'broken'; readonly page: string; readonly reason: string };

/** A page as it was composed; groups and runs that did not change are named, not repeated. */
export interface PageMessage {
  readonly kind: 'page';
  readonly page: string;
  readonly round: number;
  readonly isPreview: boolean;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly items: readonly SentMember[];
  readonly findings: readonly Finding[];
  readonly fits: Readonly<Record<string, BlockFit>>;
  readonly stories: Readonly<Record<string, SetStory>>;
  /** Time the composition took, for the bench. */
  readonly composeMs: number;
}

/** A question that takes the composer to answer, by name; see worker-questions.ts. */
export interface Question {
  readonly name: string;
  readonly values: unknown;
}
