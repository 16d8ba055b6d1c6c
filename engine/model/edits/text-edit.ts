import type { Article, Paragraph, StoryTracking } from '#engine/model/issue.ts';

/**
 * Puts content in place of a range of a story. The content is open at both ends: its first piece
 * joins the paragraph in which the range begins and leaves its kind and looseness alone; when
 * there are several pieces, the last takes over what follows the range and gives it its kind and
 * looseness. One piece without runs deletes the range; two make a new paragraph.
 */
export interface ReplacedText {
  readonly kind: 'replacedText';
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly content: readonly Paragraph[];
}

/** Makes two paragraphs of one at an offset; the second gets this kind and looseness. */
export interface SplitParagraph {
  readonly kind: 'splitParagraph';
  readonly article: string;
  readonly at: number;
  readonly second: Pick<Paragraph, 'kind' | 'looseness'>;
}

/** Joins the paragraph that ends at this offset with the next one. */
export interface JoinedParagraphs {
  readonly kind: 'joinedParagraphs';
  readonly article: string;
  readonly at: number;
}

/** Makes a paragraph a crosshead or body text. */
export interface SetParagraphKind {
  readonly kind: 'setParagraphKind';
  readonly article: string;
  /** Number of the paragraph in the story, from 0. */
  readonly paragraph: number;
  readonly paragraphKind: Paragraph['kind'];
}

/** Lets a paragraph gain or save a line by spacing alone. */
export interface SetLooseness {
  readonly kind: 'setLooseness';
  readonly article: string;
  readonly paragraph: number;
  readonly looseness: Paragraph['looseness'];
}

/** Writes the kicker, headline or deck; an empty kicker or deck is none. */
export interface SetHeadlinePart {
  readonly kind: 'setHeadlinePart';
  readonly article: string;
  readonly part: 'kicker' | 'headline' | 'deck';
  readonly text: string;
}

/** Gives an article another working name. */
export interface SetSlugline {
  readonly kind: 'setSlugline';
  readonly article: string;
  readonly slugline: string;
}

/** Tracks the story of an article; 0 sets it as the styles have it. */
export interface SetTracking {
  readonly kind: 'setTracking';
  readonly article: string;
  readonly tracking: StoryTracking;
}

/** Adds an article; no block shows it yet. */
export interface AddedArticle {
  readonly kind: 'addedArticle';
  readonly article: Article;
}

/** Takes an article out of the issue; impossible while a block shows it. */
export interface RemovedArticle {
  readonly kind: 'removedArticle';
  readonly article: string;
}
