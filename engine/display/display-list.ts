import type { FaceId } from '#engine/fonts/typeface.ts';
import type { AdPage } from '#engine/units/ad-page.ts';
import type { Ink, PageColours } from '#engine/units/ink.ts';
import type { Rect } from '#engine/units/rect.ts';

/**
 * What is painted on the screen and pressed on the plate: one page, in paint order, which is also
 * reading order. All lengths are points; the origin is the top left corner of the trimmed page and
 * y grows downwards. Values are immutable, and unchanged parts keep their identity from one
 * composition to the next, so that painter and press can cache by identity.
 */
export interface DisplayList {
  /** What the plates print where they are fewer than four; the items keep to it. */
  readonly colours?: PageColours | undefined;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly items: readonly DisplayItem[];
}

/** One thing on the page; a group holds others. */
export type DisplayItem = TextItem | ShapeItem | PictureItem | GroupItem;

/** Items moved together; `id` names the block, article part or cell they belong to. */
export interface GroupItem {
  readonly kind: 'group';
  readonly id: string;
  /** Translation of the members, in points. */
  readonly x: number;
  readonly y: number;
  readonly items: readonly DisplayItem[];
}

/** A glyph run with its baseline origin. */
export interface TextItem {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly run: GlyphRun;
}

/** Where text came from: a story, or a named field such as `headline`, and the offset in it. */
export interface TextSource {
  /**
   * `article:ID/story:PARAGRAPH`, `article:ID/headline`, `picture:ID/caption`,
   * `adGrid:ID/cell:3/name`.
   */
  readonly text: string;
  /** UTF-16 offset of the run's first character in that text (within the paragraph for stories). */
  readonly start: number;
}

/** Positioned glyphs of one face, size and ink. */
export interface GlyphRun {
  readonly face: FaceId;
  readonly sizePt: number;
  /** Runs down the column: `boxStart` and `advance` of the glyphs count along y. */
  readonly vertical: boolean;
  /** Scale along x of the page (长扁), turned glyphs too: 1 is the drawn width of the face. */
  readonly horizontalScale: number;
  readonly ink: Ink;
  /** The characters of the source that this run stands for, exactly as in the source. */
  readonly text: string;
  /** Undefined for generated text such as folio lines and jump lines. */
  readonly source: TextSource | undefined;
  readonly glyphs: readonly PlacedGlyph[];
}

/** One glyph; positions in points relative to the run's origin, y downwards. */
export interface PlacedGlyph {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  /**
   * Start of its box along the line (x, or y in vertical runs), relative to the run's origin, for
   * caret and selection. The drawing origin may lie elsewhere: a full-square opening bracket is
   * drawn from half an em before its half-square box.
   */
  readonly boxStart: number;
  /** Length of its box along the line; 0 for a later glyph of one cluster. */
  readonly advance: number;
  /** Range in `run.text` that the glyph stands for; empty for a later glyph of one cluster. */
  readonly start: number;
  readonly end: number;
  /** Clockwise turn in degrees about (x, y): 90 for Western words in vertical text. */
  readonly turn: 0 | 90;
}

/** A filled or stroked outline. Strokes are centred on the path. */
export interface ShapeItem {
  readonly kind: 'shape';
  readonly outline: Outline;
  readonly fill: Ink | undefined;
  readonly stroke: Stroke | undefined;
}

/** The line of a shape, in points. */
export type Outline =
  | { readonly kind: 'rect'; readonly rect: Rect }
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
    }
  | { readonly kind: 'path'; readonly segments: readonly PathSegment[] };

/** One step of a path; `curve` is a cubic Bézier to (x, y). */
export type PathSegment =
  | { readonly kind: 'move' | 'line'; readonly x: number; readonly y: number }
  | {
      readonly kind: 'curve';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly x: number;
      readonly y: number;
    }
  | { readonly kind: 'close' };

/** How an outline is drawn. */
export interface Stroke {
  readonly ink: Ink;
  readonly widthPt: number;
  /** On and off lengths in points; empty for a solid line. */
  readonly dash: readonly number[];
}

/** A picture in its frame. The crop says which part of the picture fills the frame. */
export interface PictureItem {
  readonly kind: 'picture';
  /** Picture id in the issue. */
  readonly picture: string;
  /** Asset name in the issue folder (sha-256 and suffix); undefined while the slot is empty. */
  readonly asset: string | undefined;
  readonly frame: Rect;
  /** Part of the upright picture that fills the frame, as fractions 0 to 1 of its sides. */
  readonly crop: Rect;
  /** Print on the black plate alone. */
  readonly greyscale: boolean;
  /** Made of an advertiser's page: its neutral greys are black ink alone, as its type was. */
  readonly isRasterisedAd?: true;
  /** For an advertiser's PDF file: it fills the frame as vectors and type, never cropped. */
  readonly adPage?: PlacedAdPage;
  /** For black and white and nothing between: its edges are as sharp in print as its pixels. */
  readonly isLineArt?: boolean;
}

/** The page of an advertiser's file that fills a frame. */
export type PlacedAdPage = Pick<AdPage, 'page' | 'widthPt' | 'heightPt' | 'mends'>;
