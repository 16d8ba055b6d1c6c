import type { CellShares } from './area-scanner.ts';
import { CELL_PT, createInkRaster, type InkRaster } from './ink-raster.ts';
import type { Inks, Mark, Mixing, Tone } from './marks.ts';
import { type Box, sharedBox } from './matrix.ts';
import { type PdfStream, UnreadablePdf } from './pdf-values.ts';
import type { PictureFacts } from './read-picture.ts';

/** What laying ink takes besides the marks. */
export interface InkSetting {
  readonly area: Box;
  readonly picture: (stream: PdfStream) => PictureFacts;
}

/** Lays marks on a sheet in paint order. */
export type LayMarks = (sheet: Sheet, marks: readonly Mark[]) => void;

/** Inks at a place of the page, with how far they cover it; undefined where nothing is painted. */
export type ToneInks = (
  x: number,
  y: number,
) => { readonly inks: Inks; readonly alpha: number } | undefined;

/** A raster that ink is being laid on. */
export interface Sheet {
  readonly raster: InkRaster;
  readonly setting: InkSetting;
  readonly lay: LayMarks;
  /** Cells that may still be laid, over all sheets of a page. */
  readonly allowance: { cells: number };
  /** The mask that was made last: runs of marks share theirs. */
  lastMask: { readonly mixing: Mixing; readonly mask: CellShares | undefined } | undefined;
  /** Tiles that were drawn, and runs of colours. */
  readonly tones: Map<Tone, ToneInks>;
}

/**
 * Some thousand areas as large as a page. What asks for more is made to hold us up, and takes
 * longer than anybody waits.
 */
const MOST_CELLS = 1_000_000_000;

/** A bare sheet. */
export function createSheet(setting: InkSetting, lay: LayMarks): Sheet {
  const raster = createInkRaster(setting.area);
  const allowance = { cells: MOST_CELLS };
  return { raster, setting, lay, allowance, lastMask: undefined, tones: new Map() };
}

/** A sheet for what is mixed by itself, on cells of the sheet that it will be laid on. */
export function createInnerSheet(sheet: Sheet, box: Box): Sheet | undefined {
  const { area } = sheet.raster;
  const within = sharedBox(box, area);
  if (within === undefined) return undefined;
  const down = (length: number) => Math.floor(length / CELL_PT) * CELL_PT;
  const inner = {
    left: area.left + down(within.left - area.left),
    bottom: area.bottom + down(within.bottom - area.bottom),
    right: within.right,
    top: within.top,
  };
  return createSideSheet(sheet, inner);
}

/** A sheet of its own measure, such as for a tile. */
export function createSideSheet(sheet: Sheet, area: Box): Sheet {
  const raster = createInkRaster(area, 'group');
  takeCells(sheet, raster.columns * raster.rows);
  return { ...sheet, raster, lastMask: undefined };
}

/** Counts cells that are laid; throws when they are more than any page has. */
export function takeCells({ allowance }: Sheet, cells: number): void {
  allowance.cells -= cells;
  if (allowance.cells < 0) throw new UnreadablePdf('more areas than a page can have');
}
