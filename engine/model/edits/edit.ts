import type {
  AdCell,
  AdGrid,
  Block,
  Booking,
  GridArea,
  Issue,
  Page,
  Picture,
} from '#engine/model/issue.ts';
import type { PageColours } from '#engine/units/ink.ts';
import type {
  DismissedMark,
  RestoredMark,
  SignedPage,
  UnsignedPage,
  WaivedFinding,
  WithdrawnWaiver,
} from './answer-edit.ts';
import type {
  AddedArticle,
  JoinedParagraphs,
  RemovedArticle,
  ReplacedText,
  SetHeadlinePart,
  SetLooseness,
  SetParagraphKind,
  SetSlugline,
  SetTracking,
  SplitParagraph,
} from './text-edit.ts';

/**
 * A change of the issue as a thing: plain values, so that an edit can be kept, sent and repeated.
 * `applyEdit` carries it out and gives back the edit that undoes it.
 *
 * Offsets in a story are UTF-16 offsets in its text with one `\n` between two paragraphs, as in
 * the display list.
 */
export type Edit =
  | ReplacedText
  | SplitParagraph
  | JoinedParagraphs
  | SetParagraphKind
  | SetLooseness
  | SetHeadlinePart
  | SetSlugline
  | SetTracking
  | AddedArticle
  | RemovedArticle
  | MovedBlock
  | ResizedBlock
  | AddedBlock
  | RemovedBlock
  | ReorderedBlocks
  | SetBlockProperty
  | PlacedPicture
  | SetPicture
  | AddedPicture
  | RemovedPicture
  | AddedAdGrid
  | RemovedAdGrid
  | ResizedAdGrid
  | SetAdGrid
  | FilledAdCell
  | ReorderedAdCells
  | SetIssue
  | AddedPage
  | RemovedPage
  | ReorderedPages
  | SetPage
  | RelaidPages
  | DismissedMark
  | SignedPage
  | UnsignedPage
  | RestoredMark
  | WaivedFinding
  | WithdrawnWaiver
  | SetBooking
  | EditsTogether;

/** Moves a block, its cutouts and inset pictures on the page grid. */
export interface MovedBlock {
  readonly kind: 'movedBlock';
  readonly block: string;
  readonly column: number;
  readonly line: number;
}

/** Gives a block another area and shape; nothing in it moves along. */
export interface ResizedBlock {
  readonly kind: 'resizedBlock';
  readonly block: string;
  readonly area: GridArea;
  readonly cutouts: readonly GridArea[];
}

/**
 * Puts a block on a page. A block moves to another page as `removedBlock` and `addedBlock`
 * together; a copy takes a fresh id.
 */
export interface AddedBlock {
  readonly kind: 'addedBlock';
  readonly page: string;
  /** Place in the reading order of the page, from 0. */
  readonly index: number;
  readonly block: Block;
}

/** Takes a block off its page; what it showed stays in the issue. */
export interface RemovedBlock {
  readonly kind: 'removedBlock';
  readonly block: string;
}

/** Puts the blocks of a page in another reading order; all of them must be named. */
export interface ReorderedBlocks {
  readonly kind: 'reorderedBlocks';
  readonly page: string;
  readonly order: readonly string[];
}

/** Names of block fields that `setBlockProperty` may write; areas have edits of their own. */
export type BlockProperty =
  | 'border'
  | 'tint'
  | 'locked'
  | 'columns'
  | 'headline'
  | 'part'
  | 'pictures'
  | 'standingHead'
  | 'headPlacement'
  | 'arrangement'
  | 'extent'
  | 'members'
  | 'article'
  | 'picture'
  | 'adGrid'
  | 'captionLines'
  | 'ad'
  | 'filler'
  | 'text';

/**
 * Sets one field of a block; `undefined` takes an optional field away. Two stories change places
 * by the `article` of their blocks, in edits together.
 */
export interface SetBlockProperty {
  readonly kind: 'setBlockProperty';
  readonly block: string;
  readonly property: BlockProperty;
  /** As in issue.json; checked against the kind of block. */
  readonly value?: unknown;
}

/** Puts a photograph from the assets into a picture slot, or empties the slot. */
export interface PlacedPicture {
  readonly kind: 'placedPicture';
  readonly picture: string;
  readonly photograph: Photograph | undefined;
}

/** The file that fills a picture slot. */
export interface Photograph
  extends Pick<Picture, 'widthPx' | 'heightPx' | 'adPage' | 'lineArt' | 'rasterised'> {
  /** File name in the assets folder. */
  readonly asset: string;
}

/** Changes words, crop or colour of a picture; fields left out stay. */
export interface SetPicture {
  readonly kind: 'setPicture';
  readonly picture: string;
  readonly changes: PictureChanges;
}

/** What may change about a picture besides its file. */
export type PictureChanges = Partial<
  Pick<Picture, 'caption' | 'credit' | 'focus' | 'zoom' | 'whole' | 'greyscale' | 'adPage'>
>;

/** Adds a picture or an open slot; no block shows it yet. */
export interface AddedPicture {
  readonly kind: 'addedPicture';
  readonly picture: Picture;
}

/** Takes a picture out of the issue; impossible while a block or an ad cell shows it. */
export interface RemovedPicture {
  readonly kind: 'removedPicture';
  readonly picture: string;
}

/** Adds an ad grid; no block shows it yet. */
export interface AddedAdGrid {
  readonly kind: 'addedAdGrid';
  readonly adGrid: AdGrid;
}

/** Takes an ad grid out of the issue; impossible while a block shows it. */
export interface RemovedAdGrid {
  readonly kind: 'removedAdGrid';
  readonly adGrid: string;
}

/**
 * Gives an ad grid other rows and columns. The cells keep their order and fill the new grid row by
 * row; new ones are empty. Impossible when a cell that is not empty would fall off the end, with
 * other columns while cells are merged, and with fewer rows than merged cells reach down to.
 */
export interface ResizedAdGrid {
  readonly kind: 'resizedAdGrid';
  readonly adGrid: string;
  readonly rows: number;
  readonly columns: number;
}

/** Changes what an ad grid has beside its cells; fields left out stay. */
export interface SetAdGrid {
  readonly kind: 'setAdGrid';
  readonly adGrid: string;
  readonly changes: AdGridChanges;
}

/** What may change about an ad grid besides its size and cells. */
export interface AdGridChanges {
  readonly mark?: AdGrid['mark'];
  /** Impossible when a cell that is not empty would be hidden by another one. */
  readonly merged?: AdGrid['merged'];
}

/** Fills a cell of an ad grid; cells are numbered row by row from 0. */
export interface FilledAdCell {
  readonly kind: 'filledAdCell';
  readonly adGrid: string;
  readonly cell: number;
  readonly content: AdCell;
}

/** Puts the cells of an ad grid in another order. */
export interface ReorderedAdCells {
  readonly kind: 'reorderedAdCells';
  readonly adGrid: string;
  /** For each place the number of the cell that goes there; every cell once. */
  readonly order: readonly number[];
}

/** Changes names and date of the issue; fields left out stay. */
export interface SetIssue {
  readonly kind: 'setIssue';
  readonly changes: IssueChanges;
}

/** What may change about the issue itself. */
export type IssueChanges = {
  readonly [Field in 'paper' | 'supplement' | 'date']?: Issue[Field];
};

/** Adds a page with its blocks, which show what is in the issue. */
export interface AddedPage {
  readonly kind: 'addedPage';
  /** Place among the pages, from 0. */
  readonly index: number;
  readonly page: Page;
}

/** Takes a page and its blocks out of the issue; what they showed stays in the issue. */
export interface RemovedPage {
  readonly kind: 'removedPage';
  readonly page: string;
}

/** Puts the pages in another order; all of them must be named. Printed numbers stay. */
export interface ReorderedPages {
  readonly kind: 'reorderedPages';
  readonly order: readonly string[];
}

/** Changes printed number, name or colours of a page; fields left out stay. */
export interface SetPage {
  readonly kind: 'setPage';
  readonly page: string;
  readonly changes: PageChanges;
}

/** What may change about a page besides its blocks. */
export interface PageChanges {
  readonly number?: string;
  readonly name?: string;
  readonly colours?: PageColours | 'four';
}

/** Lays the articles of the issue on other pages, such as those of another template's plan. */
export interface RelaidPages {
  readonly kind: 'relaidPages';
  readonly pages: readonly Page[];
}

/** Enters a booking under its number, in place of the one there; without one, strikes it out. */
export interface SetBooking {
  readonly kind: 'setBooking';
  readonly number: string;
  readonly booking: Booking | undefined;
}

/** Several edits as one step; none is carried out when one of them is impossible. */
export interface EditsTogether {
  readonly kind: 'editsTogether';
  readonly edits: readonly Edit[];
}

/** Why an edit cannot be carried out on the issue as it is. */
export type EditFailure =
  | 'no such article'
  | 'no such paragraph'
  | 'no such picture'
  | 'no such page'
  | 'no such block'
  | 'no such ad grid'
  | 'no such ad cell'
  | 'no such dismissal'
  | 'no such waiver'
  | 'no such booking'
  | 'another booking number'
  | 'no such signature'
  | 'id is taken'
  | 'still on a page'
  | 'still in an ad cell'
  | 'not a placed page'
  | 'outside the text'
  | 'inside a character'
  | 'not a paragraph end'
  | 'line feed in a paragraph'
  | 'outside the page'
  | 'not an order of these blocks'
  | 'not an order of these pages'
  | 'not an order of these cells'
  | 'not a size of a grid'
  | 'cells are merged'
  | 'content would be lost'
  | 'not a date'
  | 'property does not fit the block'
  | 'names nothing in the issue'
  | 'read-only';

/** The edit that undoes what was done, or why nothing was done. */
export type EditResult =
  | { readonly ok: true; readonly inverse: Edit }
  | { readonly ok: false; readonly failure: EditFailure };
