import type { WrittenParagraph } from '#engine/page-proof/written-sheets.ts';
import type { Finding } from '#engine/units/finding.ts';
import { type Answer, type CallForm, type Failure, VALUES } from './answer.ts';

/** The calls of the contract that have to do with delivery (传版); they are part of `Host`. */
export interface DeliveryHost {
  /** Targets, deliveries and what is being sent; asked again to see how far it is. */
  readDeliveries(request: Readonly<Record<string, never>>): Promise<Answer<DeliveryDesk>>;
  /** Keeps a target, new or changed; a password is kept in memory only. */
  keepTarget(request: KeepTargetRequest): Promise<Answer<KeptTarget>>;
  /** Forgets a target; what was ordered for it waits until it is kept again. */
  removeTarget(request: TargetRequest): Promise<Answer<TargetRequest>>;
  /** Opens the target and closes it again; the failure says what is in the way. */
  tryTarget(request: KeepTargetRequest): Promise<Answer<TargetRequest>>;
  /** Begins to press pages of the open issue and to order their delivery. */
  startDelivery(request: StartDeliveryRequest): Promise<Answer<DeliveryJob>>;
  /** How far the job is; ask again until it is over. Sending goes on after it. */
  deliveryProgress(request: DeliveryJob): Promise<Answer<DeliveryProgress>>;
  /** Tries a held delivery again, and at once one that waits for its line. */
  takeUpDelivery(request: DeliveryRequest): Promise<Answer<DeliveryRequest>>;
  /** Gives up a delivery that is not done; what lies at the print shop stays there. */
  withdrawDelivery(request: DeliveryRequest): Promise<Answer<DeliveryRequest>>;
  /** Keeps the open issue as it is being signed, so that changes can be told later. */
  keepSignedState(request: { readonly session: string }): Promise<Answer<SignedState>>;
  /** What has changed on a page since it was last signed, sentence by sentence. */
  changesSinceSigned(request: SignedPageRequest): Promise<Answer<SignedChanges>>;
  /** What the receipt of a delivery says. */
  readReceipt(request: ReceiptRequest): Promise<Answer<DeliveryReceipt>>;
  /** Writes the receipt as a PDF into the folder of the open issue. */
  writeReceipt(
    request: ReceiptRequest & { readonly session: string },
  ): Promise<Answer<{ readonly path: string }>>;
}

/** A place that pages are delivered to, as this machine keeps it; it is no part of an issue. */
export interface KeptTarget {
  readonly id: string;
  /** As the newsroom calls it, such as the print shop's name. */
  readonly name: string;
  readonly way: TargetWay;
  readonly along: AlongWithPages;
  /** As the delivery log names it: a folder, or sftp://user@host/folder. */
  readonly address: string;
  /** True while the program remembers a password for it. */
  readonly hasPassword: boolean;
}

/** What goes to a target beside the pages. */
export interface AlongWithPages {
  /** The sign-off sheet (签样单) of each page: text is what no hot folder makes a plate of. */
  readonly signOffSheet: 'none' | 'text' | 'pdf';
  readonly ready: ReadyFiles;
}

/** Files that say that others are there; they come when all files of the order have arrived. */
export interface ReadyFiles {
  readonly kind: 'none' | 'each page' | 'all pages';
  /** As names of pages, with `{file}`, the page's file, and `{count}`, how many pages. */
  readonly name: string;
  /** Nothing, or names, bytes and sha-256 as `sha256sum -c` reads them. */
  readonly content: 'empty' | 'manifest';
}

/** How a target is reached. */
export type TargetWay =
  | { readonly kind: 'hot folder'; readonly folder: string }
  | {
      readonly kind: 'sftp';
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly folder: string;
      /** The server's key as it was confirmed, such as `SHA256:x3f…`. */
      readonly hostKey?: string | undefined;
      /** File of the newsroom's private key; a password otherwise. */
      readonly keyFile?: string | undefined;
    };

/** A target to keep or to try. */
export interface KeepTargetRequest {
  readonly id: string;
  readonly name: string;
  readonly way: TargetWay;
  readonly along: AlongWithPages;
  readonly password?: string | undefined;
}

/** Names a kept target. */
export interface TargetRequest {
  readonly id: string;
}

/** Targets and deliveries as they stand. */
export interface DeliveryDesk {
  readonly targets: readonly KeptTarget[];
  /** The latest first; two hundred at most. */
  readonly deliveries: readonly DeliveryCaption[];
}

/** A delivery as the desk shows it. */
export interface DeliveryCaption {
  readonly id: string;
  /** ISO time of the order. */
  readonly at: string;
  readonly by: string;
  /** Address and name of the target. */
  readonly target: string;
  readonly targetName: string;
  readonly subject: string;
  readonly state: 'waiting' | 'held' | 'done' | 'withdrawn';
  readonly doneAt: string | undefined;
  /** Why it is held, or why the last attempt came to nothing. */
  readonly trouble: Failure | undefined;
  readonly files: readonly DeliveryFile[];
  /** Why unsigned pages went out; undefined when all were signed. */
  readonly override: string | undefined;
}

/** A file of a delivery. */
export interface DeliveryFile {
  readonly name: string;
  readonly bytes: number;
  readonly bytesSent: number;
  readonly sha256: string;
  /** When it was read back whole; undefined until then. */
  readonly sentAt: string | undefined;
  readonly page: DeliveredPage | undefined;
}

/** The page that a file is. */
export interface DeliveredPage {
  /** Id of the issue. */
  readonly issue: string;
  readonly number: string;
  readonly version: number;
  /** As `SignOff.look`. */
  readonly look: string;
}

/** Which pages to deliver, and where to. */
export interface StartDeliveryRequest {
  readonly session: string;
  /** By place in the issue, from 0. */
  readonly pages: readonly number[];
  readonly profile: string;
  /** Id of a kept target. */
  readonly target: string;
  readonly by: string;
  /** Why pages are sent that are not signed; undefined sends none. */
  readonly unsignedReason?: string | undefined;
  /** Send pages that have not changed once more. */
  readonly again: boolean;
}

/** Names a job that presses pages for delivery. */
export interface DeliveryJob {
  readonly job: string;
}

/** How far such a job is. */
export interface DeliveryProgress {
  readonly state: 'running' | 'ordered' | 'unchanged' | 'blocked' | 'unsigned' | 'failed';
  /** Numbers of the pages that are ordered, or that are held. */
  readonly pages: readonly string[];
  /** What holds the pages when they are `blocked`. */
  readonly findings: readonly Finding[];
  readonly failure: Failure | undefined;
}

/** Names a delivery; a password for its target may come with it. */
export interface DeliveryRequest {
  readonly delivery: string;
  readonly password?: string | undefined;
}

/** The state that was kept with a signature. */
export interface SignedState {
  /** As `SignOff.version`. */
  readonly version: string;
  /** ISO time with the offset of this place. */
  readonly at: string;
}

/** Names a page of the open issue. */
export interface SignedPageRequest {
  readonly session: string;
  /** Id of the page. */
  readonly page: string;
  /** As the page looks now. */
  readonly look: string;
  readonly language: 'zh' | 'en';
}

/** Changes in words; undefined when the state that was signed is not kept. */
export interface SignedChanges {
  readonly changes: readonly string[] | undefined;
}

/** Names a delivery and the language of its receipt. */
export interface ReceiptRequest {
  readonly delivery: string;
  readonly language: 'zh' | 'en';
}

/** The receipt, paragraph by paragraph. */
export interface DeliveryReceipt {
  readonly paragraphs: readonly WrittenParagraph[];
}

/** The form of each of these calls. */
export const DELIVERY_CALLS: Readonly<Record<keyof DeliveryHost, CallForm>> = {
  readDeliveries: VALUES,
  keepTarget: VALUES,
  removeTarget: VALUES,
  tryTarget: VALUES,
  startDelivery: VALUES,
  deliveryProgress: VALUES,
  takeUpDelivery: VALUES,
  withdrawDelivery: VALUES,
  keepSignedState: VALUES,
  changesSinceSigned: VALUES,
  readReceipt: VALUES,
  writeReceipt: VALUES,
};
