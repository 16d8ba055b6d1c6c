import {
  type NewsroomLists,
  openProofBook,
  type ProofBook,
} from '#engine/proofreading/proof-book.ts';
import { openWordSense, type WordSense } from '#engine/proofreading/word-sense.ts';
import confusions from '#templates/proofreading/confusions.json' with { type: 'json' };
import lookAlikes from '#templates/proofreading/look-alikes.json' with { type: 'json' };
import newerWords from '#templates/proofreading/newer-words.json' with { type: 'json' };
import rules from '#templates/proofreading/rules.json' with { type: 'json' };
import shapes from '#templates/proofreading/shapes.json' with { type: 'json' };
import sounds from '#templates/proofreading/sounds.json' with { type: 'json' };

/** The shipped rules and words with the newsroom's own lists. */
export function bookWith(lists: NewsroomLists): ProofBook {
  return openProofBook({ rules, confusions, lookAlikes }, lists);
}

/** The sense of words, once their file has come from the host. */
export function senseOf(lexicon: Uint8Array): WordSense {
  return openWordSense({ lexicon, ...newerWords, ...sounds, ...shapes });
}

/** The shipped rules alone, for the score. */
export const SHIPPED_BOOK: ProofBook = bookWith({ words: [], titles: [] });
