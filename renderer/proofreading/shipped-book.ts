import {
  type NewsroomLists,
  openProofBook,
  type ProofBook,
} from '#engine/proofreading/proof-book.ts';
import confusions from '#templates/proofreading/confusions.json' with { type: 'json' };
import lookAlikes from '#templates/proofreading/look-alikes.json' with { type: 'json' };
import rules from '#templates/proofreading/rules.json' with { type: 'json' };

/** The shipped rules and words with the newsroom's own lists. */
export function bookWith(lists: NewsroomLists): ProofBook {
  return openProofBook({ rules, confusions, lookAlikes }, lists);
}

/** The shipped rules alone, for the score. */
export const SHIPPED_BOOK: ProofBook = bookWith({ words: [], titles: [] });
