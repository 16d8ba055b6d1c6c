import type { AdPage, RasterisedAd } from '#engine/units/ad-page.ts';
import type { PageColours } from '#engine/units/ink.ts';
import type { Filler } from './filler.ts';
import type { Dismissal, SignOff, Waiver } from './issue-answers.ts';

/** The schema version written by this release; older files pass engine/model/migrations/. */
export const SCHEMA_VERSION = 1;

/** One dated edition of the supplement (期). An Issue is a value: nobody mutates one. */
export interface Issue {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly id: string;
  /** Name of the paper, such as 湘潭日报. */
  readonly paper: string;
  /** Name of the supplement, such as 园区周刊. */
  readonly supplement: string;
  /** ISO calendar date, such as 2021-06-18. */
  readonly date: string;
  readonly pages: readonly Page[];
  readonly articles: Readonly<Record<string, Article>>;
  readonly pictures: Readonly<Record<string, Picture>>;
  readonly adGrids: Readonly<Record<string, AdGrid>>;
  /** Findings of proofreading that an editor has let stand, by id. */
  readonly dismissals: Readonly<Record<string, Dismissal>>;
  /** Findings of preflight that somebody answers for, by id. */
  readonly waivers: Readonly<Record<string, Waiver>>;
  /** Ads that are booked (广告登记), by their number; those of other days wait here too. */
  readonly bookings: Readonly<Record<string, Booking>>;
  /** Signatures under pages (签样), by id. */
  readonly signOffs: Readonly<Record<string, SignOff>>;
}

/** An ad that an advertiser has booked, as the ad office lists it. */
export interface Booking {
  /** Number in the list of the ad office (编号); another list with it changes this booking. */
  readonly number: string;
  readonly advertiser: string;
  /** Name of a size of the rate card, as the list writes it. */
  readonly size: string;
  /** Printed number of the page, such as A06; empty when any page will do. */
  readonly page: string;
  /** ISO calendar date. */
  readonly date: string;
  readonly colour: 'colour' | 'black' | 'unsaid';
  /** Name of the file that the advertiser sends; empty when not known. */
  readonly file: string;
  readonly note: string;
}

/** One printed page (版). */
export interface Page {
  readonly id: string;
  /** Page number as printed, with its section letter: A06. */
  readonly number: string;
  /** Page name in the folio line (版名). */
  readonly name: string;
  /** Id of the page template that gives paper, grid and styles. */
  readonly template: string;
  /** What the page prints in, by the colour map of the issue (色彩图); four colours when absent. */
  readonly colours?: PageColours | undefined;
  /** In reading order, which is also paint order. */
  readonly blocks: readonly Block[];
}

/** Area in cells of the page's character grid: whole or half characters, whole lines. */
export interface GridArea {
  /** Characters from the left edge of the type area. */
  readonly column: number;
  /** Body lines from the top edge of the type area. */
  readonly line: number;
  /** Width in characters. */
  readonly columns: number;
  /** Height in body lines. */
  readonly lines: number;
}

/** What fills a page. */
export type Block =
  | ArticleBlock
  | ArticleGroup
  | PictureBlock
  | AdGridBlock
  | SectionFlag
  | FolioLine
  | Imprint
  | RuleBlock;

/** What every block on the page has. */
export interface BlockFrame {
  readonly id: string;
  /** The bounding area; L and U shapes leave out the `cutouts`. */
  readonly area: GridArea;
  /** Areas, in page cells, that are not part of the block (L and U shapes). */
  readonly cutouts: readonly GridArea[];
  /** Name of a border in the template (花线); undefined for none. */
  readonly border: string | undefined;
  /** Name of a swatch of the template laid under the block; undefined for none. */
  readonly tint: string | undefined;
  readonly locked: boolean;
}

/**
 * The four column modes of Chinese page make-up; they differ in which of equal columns, whole
 * characters and exact gutter gives way. 20 characters in 2 columns with gutter 1:
 * absolute 9+(2)+9, relative 9|10+(1), free 9.5+(1)+9.5, automatic = the page's base columns.
 */
export type ColumnMode = 'absolute' | 'relative' | 'free' | 'automatic';

/** Columns inside a block. */
export interface InnerColumns {
  readonly count: number;
  readonly mode: ColumnMode;
  /** Gutter in characters of body size. */
  readonly gutter: number;
  /** Draw a column rule (栏线) in each gutter. */
  readonly rule: boolean;
  /** Level the column ends (拉平): every column ceil(L/N) lines, only the last one short. */
  readonly balance: boolean;
}

/** Opening or continuation of an article on a page. Blocks of one article form its thread. */
export interface ArticleBlock extends BlockFrame {
  readonly kind: 'article';
  readonly article: string;
  /** Position in the thread: 0 opens with the headline, later ones continue (续排). */
  readonly part: number;
  readonly columns: InnerColumns;
  /** Undefined on a continuation without a jump head. */
  readonly headline: HeadlineLayout | undefined;
  readonly pictures: readonly InsetPicture[];
  /** Makes the article matter to fill a hole (补白); absent for what the reader came for. */
  readonly filler?: Filler;
}

/** How the headline parts of an article are set in its block. */
export interface HeadlineLayout {
  /** `above` spans the block; `left` and `right` are vertical headlines (竖题) beside the text. */
  readonly placement: 'above' | 'left' | 'right';
  /** Space it takes (占行): body lines when above; characters of width when beside the text. */
  readonly extent: number;
  /** Template style of each part; a part without a style is not shown. */
  readonly kicker: HeadlinePartLayout | undefined;
  readonly headline: HeadlinePartLayout;
  readonly deck: HeadlinePartLayout | undefined;
}

/** How kicker, headline or deck is set. */
export interface HeadlinePartLayout {
  /** Name of a text style of the template. */
  readonly style: string;
  /** Size in points that replaces the style's own. */
  readonly sizePt: number | undefined;
  /** Number of lines to break it into; undefined lets the width decide. */
  readonly lines: number | undefined;
  /** Fit each line to the full width (撑满): size step, then tracking, then horizontal scale. */
  readonly fit: boolean;
  readonly align: 'left' | 'centre' | 'right';
}

/** A picture inside an article block; the story runs around it (串文). */
export interface InsetPicture {
  readonly picture: string;
  /** In page cells; it holds the picture and, below it, `captionLines` of caption. */
  readonly area: GridArea;
  readonly captionLines: number;
  /** Clear space around it, in characters. */
  readonly gap: number;
}

/** Fixed label over a group of articles, and the group (栏目). Its members run on in order. */
export interface ArticleGroup extends BlockFrame {
  readonly kind: 'group';
  readonly standingHead: string;
  /** `above`: a band across the top; `left`, `right`: vertical, `extent` characters wide. */
  readonly headPlacement: 'above' | 'left' | 'right';
  /** Body lines when above, characters of width when beside. */
  readonly extent: number;
  readonly members: readonly GroupMember[];
  /** `run`: one after the other through the columns; `columns`: each member has its own. */
  readonly arrangement: 'run' | 'columns';
  readonly columns: InnerColumns;
}

/** An article in a group, with its own headline. */
export interface GroupMember {
  readonly article: string;
  /** Headline inside the column; its extent is in body lines. */
  readonly headline: HeadlineLayout;
}

/** A picture with its caption as a block of its own. */
export interface PictureBlock extends BlockFrame {
  readonly kind: 'picture';
  readonly picture: string;
  /** Body lines at the foot of the block kept for caption and credit. */
  readonly captionLines: number;
  /** Makes the block an ad slot; absent for a photograph. */
  readonly ad?: AdPlace;
  /** What stands here until an ad or a picture comes (补白). */
  readonly filler?: Filler;
}

/** What makes a picture block an ad slot (广告位). */
export interface AdPlace {
  /** Name of its size in the rate card, such as 半版. */
  readonly size: string;
  /** What the advertiser pays for; the ad is printed at this size in the middle of the block. */
  readonly widthMm: number;
  readonly heightMm: number;
  /** Where 广告 stands. */
  readonly mark: AdMark;
  /** Number of the booking that it is kept for. */
  readonly booking?: string;
}

/** The partner-park grid on the page. */
export interface AdGridBlock extends BlockFrame {
  readonly kind: 'adGrid';
  readonly adGrid: string;
}

/** Title of the supplement (刊头); the words come from the issue. */
export interface SectionFlag extends BlockFrame {
  readonly kind: 'sectionFlag';
}

/** Page number, page name, paper, date and weekday (报眉); the words come from the issue. */
export interface FolioLine extends BlockFrame {
  readonly kind: 'folioLine';
}

/** Publisher's line at the foot (报尾). */
export interface Imprint extends BlockFrame {
  readonly kind: 'imprint';
  readonly text: string;
}

/** A ruled line between blocks, centred in its area along the longer side. */
export interface RuleBlock extends BlockFrame {
  readonly kind: 'rule';
}

/** Package on the page: headlines and story (稿件). Manual line breaks in heads are `\n`. */
export interface Article {
  readonly id: string;
  /** Working name of the article (稿件代号). */
  readonly slugline: string;
  readonly kicker: string | undefined;
  readonly headline: string;
  readonly deck: string | undefined;
  readonly story: Story;
  /** Tracking of the whole story, the editor's copyfit lever; absent as the styles have it. */
  readonly tracking?: StoryTracking;
}

/**
 * Tracking of a story (字距) in hundredths of an em. Beyond −2 and +3 body text looks cramped or
 * torn (newsroom.md 3, fit levers).
 */
export type StoryTracking = -2 | -1 | 0 | 1 | 2 | 3;

/** The running text of an article (正文). */
export interface Story {
  readonly paragraphs: readonly Paragraph[];
}

/** One paragraph of a story, or a crosshead between two. */
export interface Paragraph {
  readonly kind: 'body' | 'crosshead';
  readonly runs: readonly TextRun[];
  /** Lines to gain (+1) or save (-1) by spacing alone, the editor's copyfit lever. */
  readonly looseness: -1 | 0 | 1;
}

/** Text of one role: `leadIn` is 本报讯, `byline` is （通讯员 王墨）. */
export interface TextRun {
  readonly text: string;
  readonly role: 'plain' | 'leadIn' | 'byline' | 'strong';
}

/** A photograph with its words, or the open slot for one. */
export interface Picture {
  readonly id: string;
  /** File name in the issue's assets folder, sha-256 and suffix; undefined for an open slot. */
  readonly asset: string | undefined;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly caption: string;
  /** Photo credit as printed, such as （李灿晖 摄）. */
  readonly credit: string;
  /** Point that must stay in view when cropped, fractions 0 to 1 from the top left. */
  readonly focus: { readonly x: number; readonly y: number };
  /** How close the crop goes: 1 fills the frame with as much as it can show, 2 shows half of it. */
  readonly zoom: number;
  /** All of it shows, with paper beside it, such as a chart or a map; zoom and focus wait. */
  readonly whole: boolean;
  readonly greyscale: boolean;
  /** The page of an advertiser's PDF file; left out of photographs. Nothing of it is cut off. */
  readonly adPage?: AdPage;
  /** For a file of black and white and nothing between; left out of all others. */
  readonly lineArt?: LineArtKind;
  /** How it was made of an advertiser's file, of which nothing is cut off; else left out. */
  readonly rasterised?: RasterisedAd;
}

/**
 * What line art (线条稿) is made of: strokes, such as a seal or a signature, whose edges are stairs
 * when there are few pixels; or squares, such as a QR code, which are as sharp at any size.
 */
export type LineArtKind = 'strokes' | 'squares';

/** Partner-park grid (合作园区). Cells are listed row by row. */
export interface AdGrid {
  readonly id: string;
  readonly rows: number;
  readonly columns: number;
  /** Where the word 广告, which the law asks for, stands; `none` for a grid of no paid matter. */
  readonly mark: AdMark;
  /** Cells that are one larger cell; the first of them holds what it says, the others are empty. */
  readonly merged: readonly MergedCells[];
  readonly cells: readonly AdCell[];
}

/** Neighbouring cells of a grid that are one cell; rows and columns count from 0. */
export interface MergedCells {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The corner of the grid in which 广告 is set. */
export type AdMark = 'none' | 'topLeft' | 'topRight' | 'bottomLeft' | 'bottomRight';

/** One cell of the partner grid: its title, a partner park, or a picture such as a placed ad. */
export type AdCell = AdTitle | AdPartner | AdPicture;

/** The title of the grid, such as 合作园区. */
export interface AdTitle {
  readonly kind: 'title';
  readonly text: string;
}

/** A partner park. A cell whose words are all empty is still to be filled. */
export interface AdPartner {
  readonly kind: 'partner';
  /** Id of the picture of the issue that is its logo; undefined for none. */
  readonly logo: string | undefined;
  readonly name: string;
  readonly latinName: string | undefined;
  readonly slogan: string;
  /** Label and number as the advertiser wants them, such as 招商热线 and 0731-55556789. */
  readonly hotline: { readonly label: string; readonly number: string } | undefined;
  /** ISO calendar date of the last day of the contract; undefined when it does not end. */
  readonly expires: string | undefined;
}

/** A cell that a picture of the issue fills. */
export interface AdPicture {
  readonly kind: 'picture';
  readonly picture: string;
}
