import type { PageFault } from './proof-mark.ts';
import type { ProofText } from './proof-text.ts';
import type { ProofRoom } from './text-rule.ts';

/** What a page gives to proofreading; plain values, so that they can be sent to a worker. */
export interface ProofPage {
  readonly texts: readonly ProofText[];
  /** Names of the texts at which paid matter without the word 广告 begins. */
  readonly unmarkedAds: readonly string[];
  /** Characters by the regulator's count; see `countedCharacters`. */
  readonly characters: number;
}

/** A rule that compares texts of a page; it runs anew each time. */
export type PageRule = (page: ProofPage, room: ProofRoom) => readonly PageFault[];
