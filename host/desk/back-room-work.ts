import type { Issue } from '#engine/model/issue.ts';
import type { ProofPaper } from '#engine/page-proof/proof-paper.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { Failure, PressedPage } from '#host/contract.ts';
import type { DeliveryOverride } from '#host/delivery/delivery-entry.ts';
import type { Delivery } from '#host/delivery/delivery-log.ts';
import type { FileInHand } from '#host/delivery/delivery-queue.ts';
import type { AlongWithPages } from '#host/delivery-contract.ts';

/** Work for the back room: pages to press. */
export interface PressWork {
  readonly kind: 'press';
  readonly folder: string;
  /** The document as it stood when the work was ordered, as one update. */
  readonly document: Uint8Array;
  readonly templatesFolder: string;
  readonly profilePath: string;
  /** By place in the issue, from 0. */
  readonly pages: readonly number[];
  readonly targetFolder: string;
  readonly inSpiteOfFindings: boolean;
  readonly hasReport: boolean;
  /** Name and version of the program. */
  readonly producer: string;
  /** ISO time with offset. */
  readonly time: string;
}

/** Work for the back room: page proofs for the office printer. */
export interface ProofWork {
  readonly kind: 'proof';
  /** Where the pictures lie. */
  readonly folder: string;
  readonly issue: Issue;
  /** The state that changes are marked against. */
  readonly before: Issue | undefined;
  readonly templatesFolder: string;
  readonly profilePath: string;
  /** By place in the issue, from 0. */
  readonly pages: readonly number[];
  readonly targetFolder: string;
  readonly paper: ProofPaper;
  readonly hasLineNumbers: boolean;
  readonly language: 'zh' | 'en';
  /** Name and version of the program. */
  readonly producer: string;
  /** ISO time with offset. */
  readonly time: string;
}

/** Work for the back room: a picture of a page. */
export interface PictureWork {
  readonly kind: 'picture';
  readonly folder: string;
  readonly templatesFolder: string;
  /** Id of a template on whose plan the issue is laid; its own templates otherwise. */
  readonly template: string | undefined;
  readonly page: number;
  readonly profilePath: string;
  readonly heightPx: number;
}

/** Work for the back room: the ink table of an .icc file. */
export interface ProfileWork {
  readonly kind: 'profile';
  readonly icc: Uint8Array;
}

/** Work for the back room: pages to press for delivery. */
export interface DeliveryWork {
  readonly kind: 'delivery';
  readonly folder: string;
  readonly document: Uint8Array;
  readonly templatesFolder: string;
  readonly profilePath: string;
  readonly pages: readonly number[];
  /** Address of the target, and what was delivered before, there and elsewhere. */
  readonly target: string;
  readonly deliveries: readonly Delivery[];
  readonly again: boolean;
  /** Why pages go out that are not signed; undefined sends none. */
  readonly unsignedReason: string | undefined;
  readonly by: string;
  readonly along: AlongWithPages;
  readonly producer: string;
  readonly time: string;
}

/** What is ordered from the back room. */
export type BackRoomWork = PressWork | ProofWork | PictureWork | ProfileWork | DeliveryWork;

/** Leave to give the pressed files their names; without it a cancelled job delivers nothing. */
export interface DeliverOrder {
  readonly kind: 'deliver';
}

/** Pages pressed for delivery, or what holds them. */
export interface DeliveryNews {
  readonly kind: 'pressed for delivery';
  readonly state: 'pressed' | 'unchanged' | 'blocked' | 'unsigned';
  /** Numbers of the pages that go, or that are held. */
  readonly pages: readonly string[];
  /** Why pages go that are not signed as they are; undefined when all are. */
  readonly override: DeliveryOverride | undefined;
  readonly files: readonly FileInHand[];
  readonly findings: readonly Finding[];
}

/** What the back room tells of its work; all but the first three end it. */
export type BackRoomNews =
  /** The files that are going to be written, before the first is. */
  | { readonly kind: 'planned'; readonly paths: readonly string[] }
  | { readonly kind: 'page begun' }
  /** All pages are pressed and wait for leave to take their names. */
  | { readonly kind: 'ready to deliver' }
  | {
      readonly kind: 'pressed';
      readonly files: readonly PressedPage[];
      readonly findings: readonly Finding[];
      readonly isHeld: boolean;
    }
  | { readonly kind: 'painted'; readonly png: Uint8Array }
  /** What the .icc file calls itself, and its table as inkTableBytes has it. */
  | { readonly kind: 'profiled'; readonly name: string; readonly table: Uint8Array }
  | DeliveryNews
  | {
      readonly kind: 'failed';
      readonly failure: Failure;
      readonly findings: readonly Finding[];
    };
