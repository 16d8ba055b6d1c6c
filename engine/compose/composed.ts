import type { DisplayList, GroupItem } from '#engine/display/display-list.ts';
import type { Block, Issue, Page } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { Rect } from '#engine/units/rect.ts';
import type { SetStory } from './story-lines.ts';
import type { Typesetter } from './typesetter.ts';

/** One composed page: what is painted and pressed, and what there is to say about it. */
export interface ComposedPage {
  readonly list: DisplayList;
  readonly findings: readonly Finding[];
  /** How full each text block is, by block id. */
  readonly fits: Readonly<Record<string, BlockFit>>;
  /**
   * Where the lines of each story with text on the page begin, those on other pages and the overset
   * ones included; by article.
   */
  readonly stories: Readonly<Record<string, SetStory>>;
}

/** How much text a block holds. A thread reports what is left over on its last block. */
export interface BlockFit {
  /** Body lines taken in this block, headlines in its columns included. */
  readonly setLines: number;
  /** Body lines that have no place, and the characters in them. */
  readonly oversetLines: number;
  readonly oversetCharacters: number;
  /** Free body lines, summed over the columns. */
  readonly freeLines: number;
  /** Characters that the free lines would hold. */
  readonly freeCharacters: number;
  /** Loosest line: widening of every gap, in em. */
  readonly loosestEm: number;
}

/** One composed block. */
export interface ComposedBlock {
  readonly group: GroupItem;
  readonly findings: readonly Finding[];
  readonly fit: BlockFit | undefined;
  /** As in `ComposedPage`; undefined for a block without running text. */
  readonly stories?: Readonly<Record<string, SetStory>>;
}

/** What a block composer works with. */
export interface BlockContext {
  readonly typesetter: Typesetter;
  readonly issue: Issue;
  readonly page: Page;
}

/** A block with its rectangle on the page, in points. */
export interface PlacedBlock<B extends Block> {
  readonly block: B;
  readonly rect: Rect;
}
