import type { ProofPage } from '#engine/proofreading/page-rule.ts';
import type { NewsroomLists } from '#engine/proofreading/proof-book.ts';
import type { ProofMark } from '#engine/proofreading/proof-mark.ts';

/** What the window asks of the proofreading worker. */
export type ToProofWorker =
  | { readonly kind: 'lists'; readonly lists: NewsroomLists }
  /** templates/lexicon/words.bin. */
  | { readonly kind: 'lexicon'; readonly lexicon: Uint8Array }
  | {
      readonly kind: 'proofread';
      /** Counts up; an answer to an older question is stale. */
      readonly round: number;
      readonly page: ProofPage;
      readonly issueDate: string;
    };

/** What the worker answers. */
export interface ProofAnswer {
  readonly round: number;
  readonly marks: readonly ProofMark[];
  /** Time it took, for the bench. */
  readonly proofMs: number;
}
