import type { GridArea } from '#engine/model/issue.ts';
import type { BodyGrid, PageTemplate } from '#engine/model/template.ts';
import type { Rect } from '#engine/units/rect.ts';
import { mmToPt } from '#engine/units/units.ts';

/** The character grid of a page in points; origin top left of the trimmed page. */
export interface PageGrid {
  readonly originX: number;
  readonly originY: number;
  /** Width of a cell: the body size. */
  readonly cellPt: number;
  /** Height of a cell: the leading of body text. */
  readonly leadingPt: number;
  readonly columns: number;
  readonly lines: number;
}

/** Height of the em box above the baseline, as Noto, Founder and the other Han faces draw it. */
export const EM_BOX_ASCENT = 0.88;

/** The grid of a template. */
export function pageGrid(template: PageTemplate): PageGrid {
  const { sizePt, leadingPt, columns, lines } = template.body;
  return {
    originX: mmToPt(template.typeArea.leftMm),
    originY: mmToPt(template.typeArea.topMm),
    cellPt: sizePt,
    leadingPt,
    columns,
    lines,
  };
}

/** A grid area as a rectangle on the page, in points. */
export function areaRect(grid: PageGrid, area: GridArea): Rect {
  return {
    x: grid.originX + area.column * grid.cellPt,
    y: grid.originY + area.line * grid.leadingPt,
    width: area.columns * grid.cellPt,
    height: area.lines * grid.leadingPt,
  };
}

/** Baseline of a body line, measured from the top of its cell: the em box stands centred. */
export function bodyBaseline(body: BodyGrid): number {
  return (body.leadingPt - body.sizePt) / 2 + EM_BOX_ASCENT * body.sizePt;
}
