import type { Issue } from '#engine/model/issue.ts';
import type { ProofPaper } from '#engine/page-proof/proof-paper.ts';
import { type Answer, type CallForm, VALUES } from './answer.ts';

/** The calls of the contract that have to do with earlier states; they are part of `Host`. */
export interface VersionHost {
  /** The states of the open issue that were kept, the latest first. */
  keptVersions(request: { readonly session: string }): Promise<Answer<KeptVersions>>;
  /** Keeps the open issue as it is now, unless the latest version is the same. */
  keepVersion(request: KeepVersionRequest): Promise<Answer<KeptVersions>>;
  /** The issue as it was, or another one. */
  earlierIssue(request: EarlierIssueRequest): Promise<Answer<EarlierIssue>>;
  /** Begins to press page proofs of the open issue; goes on as a press job does. */
  startProof(request: ProofRequest): Promise<Answer<{ readonly job: string }>>;
}

/** Why a state of the issue was kept. */
export type KeepingReason = 'pressed' | 'delivered' | 'signed' | 'by hand';

/** A state of the issue that was kept. */
export interface KeptVersion {
  /** Names it in its issue. */
  readonly name: string;
  /** ISO time. */
  readonly at: string;
  readonly reason: KeepingReason;
  /** What the newsroom wrote to it; empty for nothing. */
  readonly note: string;
}

/** The states of an issue that were kept. */
export interface KeptVersions {
  readonly versions: readonly KeptVersion[];
}

/** A state to be kept. */
export interface KeepVersionRequest {
  readonly session: string;
  readonly note: string;
}

/** A version of the open issue, or another issue folder. */
export type EarlierState =
  | { readonly kind: 'version'; readonly name: string }
  | { readonly kind: 'folder'; readonly folder: string };

/** Which state is wanted. */
export interface EarlierIssueRequest {
  readonly session: string;
  readonly state: EarlierState;
}

/** A state of an issue. */
export interface EarlierIssue {
  readonly issue: Issue;
}

/** Page proofs for the office printer. */
export interface ProofRequest {
  readonly session: string;
  /** By place in the issue, from 0. */
  readonly pages: readonly number[];
  readonly profile: string;
  /** Folder for the PDF files; made when it is not there. */
  readonly folder: string;
  readonly paper: ProofPaper;
  readonly hasLineNumbers: boolean;
  readonly language: 'zh' | 'en';
  /** What has changed since then is marked. */
  readonly against?: EarlierState | undefined;
}

/** The form of each of these calls. */
export const VERSION_CALLS: Readonly<Record<keyof VersionHost, CallForm>> = {
  keptVersions: VALUES,
  keepVersion: VALUES,
  earlierIssue: VALUES,
  startProof: VALUES,
};
