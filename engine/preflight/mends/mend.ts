import type { Edit } from '#engine/model/edits/edit.ts';
import type { AdPartner, Issue } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';

/** How a finding can be mended. */
export interface Mend {
  /** Names the sentence that says what will be done, with these values. */
  readonly code: string;
  readonly values: Finding['values'];
  /** Safe: nothing is said that was not said before, so nobody need look at it first. */
  readonly isSafe: boolean;
  readonly change: MendChange;
}

/** Makes the mend of a finding; undefined when only an editor can tell. */
export type MendMaker = (issue: Issue, finding: Finding) => Mend | undefined;

/**
 * What is changed. Changes of one cell, story, imprint or headline are put together with others of
 * it; whatever stands by itself is an edit.
 */
export type MendChange =
  | {
      readonly kind: 'hotline';
      readonly adGrid: string;
      readonly cell: number;
      readonly hotline: Partial<NonNullable<AdPartner['hotline']>>;
    }
  | {
      readonly kind: 'words cut';
      readonly article: string;
      /** Range of the story, with one line feed between two paragraphs. */
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'imprint';
      readonly block: string;
      /** Words to be replaced; undefined: written behind what is there. */
      readonly from: string | undefined;
      readonly to: string;
    }
  | {
      readonly kind: 'headline';
      readonly block: string;
      readonly article: string;
      readonly set: HeadlineChange;
    }
  | { readonly kind: 'edit'; readonly edit: Edit };

/** What a mend changes of a headline: size of a part, or its room in lines. */
export type HeadlineChange =
  | { readonly part: 'kicker' | 'headline' | 'deck'; readonly sizePt: number }
  | { readonly extent: number };
