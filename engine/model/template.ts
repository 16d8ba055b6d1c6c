import type { Ink } from '#engine/units/ink.ts';
import type { Block } from './issue.ts';
import type { SignOffRole } from './issue-answers.ts';

/** A page plan with styles and empty frames (模板), read from templates/pages/. */
export interface PageTemplate {
  readonly schemaVersion: 1;
  readonly id: string;
  /** Name in the newsroom's language, such as 对开大报. */
  readonly name: string;
  readonly paper: { readonly widthMm: number; readonly heightMm: number };
  /**
   * Upper left corner of the type area (版心) on the paper. Its size follows from the grid:
   * columns × body size wide, lines × leading high.
   */
  readonly typeArea: { readonly leftMm: number; readonly topMm: number };
  readonly body: BodyGrid;
  readonly baseColumns: { readonly count: number; readonly gutter: number };
  readonly composition: CompositionStyle;
  /** By name; those that the composer takes for granted are listed in template-schema.ts. */
  readonly styles: Readonly<Record<string, TextStyle>>;
  /** By name; as the styles. */
  readonly swatches: Readonly<Record<string, Ink>>;
  readonly borders: Readonly<Record<string, BorderStyle>>;
  /** Pages to make for a new issue, with the blocks that the articles fill. */
  readonly plan: readonly PlannedPage[];
  /** Of each group of roles one signs a page before it is sent; the usual ones where not given. */
  readonly neededSignatures?: readonly (readonly SignOffRole[])[] | undefined;
}

/** Character grid: all body lines of a page stand on it. */
export interface BodyGrid {
  readonly sizePt: number;
  /** Baseline to baseline, in points. */
  readonly leadingPt: number;
  /** Cells across and down the type area. */
  readonly columns: number;
  readonly lines: number;
}

/** Choices for the whole page that the composition rules leave open. Lengths in em. */
export interface CompositionStyle {
  readonly firstLineIndentEm: number;
  /** Natural space between Han and Latin letters or digits, 0 to 0.25. */
  readonly hanLatinEm: number;
  /** Least blank after ，、；： when a line is shrunk, 0 to 0.5. */
  readonly commaMinEm: number;
  /** May the blank after 。？！ be shrunk, as the last stage. */
  readonly periodMayShrink: boolean;
  /** A mark that opens a paragraph: trimmed to half an em, or kept full. */
  readonly paragraphOpening: 'trim' | 'full';
}

/** How the text of one role looks. */
export interface TextStyle {
  readonly face: FaceName;
  readonly sizePt: number;
  /** Name of a swatch. */
  readonly ink: string;
  readonly trackingEm: number;
  readonly horizontalScale: number;
}

/** Id of a face in the font catalogue, such as `song-400`. */
export type FaceName = string;

/** A ruled border (花线). */
export interface BorderStyle {
  readonly widthPt: number;
  readonly ink: string;
  /** Space between border and text, in characters. */
  readonly padding: number;
  /** Second, inner line of a 文武线: its width, and its distance from the outer line. */
  readonly inner: { readonly widthPt: number; readonly distancePt: number } | undefined;
}

/** A page of the plan, with its empty blocks. */
export interface PlannedPage {
  readonly number: string;
  readonly name: string;
  readonly blocks: readonly Block[];
}
