import { cutShares } from './cut-shares.ts';
import { areaShares, boxShares, coverCell, type InkRaster, meanInks } from './ink-raster.ts';
import { layPaint } from './lay-paint.ts';
import { layPicture } from './lay-picture.ts';
import { layType } from './lay-type.ts';
import type { Group, Inks, Mark, PathMark, ShadingMark, TextMark } from './marks.ts';
import { type Box, sharedBox } from './matrix.ts';
import { boxOfPieces } from './path-pieces.ts';
import { isPaper } from './read-paint.ts';
import { createInnerSheet, createSheet, type InkSetting, type Sheet, takeCells } from './sheet.ts';
import { strokeAreas } from './stroke-areas.ts';

/** A page with its ink laid on. */
export interface LaidInk {
  readonly raster: InkRaster;
  /** What lies beneath each run of white type. */
  readonly beneathWhite: ReadonlyMap<TextMark, Inks>;
}

/** Lays the ink of all marks in paint order, on cells of 0.75 mm. */
export function layInk(marks: readonly Mark[], setting: InkSetting): LaidInk {
  const beneathWhite = new Map<TextMark, Inks>();
  const sheet = createSheet(setting, (on, some) => layMarks(on, some, beneathWhite));
  sheet.lay(sheet, marks);
  return { raster: sheet.raster, beneathWhite };
}

/** A group that is being laid, innermost last; without a sheet it lies outside the page. */
interface OpenGroup {
  readonly group: Group;
  readonly sheet: Sheet | undefined;
}

function layMarks(page: Sheet, marks: readonly Mark[], beneathWhite: Map<TextMark, Inks>): void {
  const open: OpenGroup[] = [];
  const top = () => (open.length === 0 ? page : open.at(-1)?.sheet);
  const close = () => {
    const closed = open.pop();
    const onto = top();
    if (closed?.sheet && onto) layGroup(onto, closed.sheet, closed.group);
  };
  for (const mark of marks) {
    const path = groupsOf(mark);
    while (open.length > 0 && path[open.length - 1] !== open.at(-1)?.group) close();
    for (const group of path.slice(open.length)) {
      const onto = top();
      open.push({ group, sheet: onto && createInnerSheet(onto, group.box) });
    }
    const sheet = top();
    if (sheet && sharedBox(reachOf(mark), sheet.raster.area)) layMark(sheet, mark, beneathWhite);
  }
  while (open.length > 0) close();
}

/** Groups that a mark belongs to, outermost first. */
function groupsOf({ mixing }: Mark): readonly Group[] {
  const path: Group[] = [];
  for (let { group } = mixing; group !== undefined; group = group.mixing.group) path.unshift(group);
  return path;
}

/** How far a mark may reach at most. */
function reachOf(mark: Mark): Box {
  return mark.kind === 'text' || mark.kind === 'path' ? mark.clip : mark.box;
}

function layMark(sheet: Sheet, mark: Mark, beneathWhite: Map<TextMark, Inks>): void {
  if (mark.kind === 'text') {
    if (isPaper(mark.paint)) beneathWhite.set(mark, meanInks(sheet.raster, mark.box));
    layType(sheet, mark);
  } else if (mark.kind === 'path') layPath(sheet, mark);
  else if (mark.kind === 'picture') layPicture(sheet, mark);
  else layRun(sheet, mark);
}

function layPath(sheet: Sheet, mark: PathMark): void {
  const { box, fill, line, mixing, overprintMode, pieces, rule, stroke } = mark;
  const area = fill && areaShares(sheet.raster, pieces, { clip: box, rule });
  if (area) {
    const { fillOverprints: overprints } = mark;
    layPaint(sheet, area, {
      paint: fill,
      mixing,
      overprints,
      overprintMode,
      alpha: mixing.fillAlpha,
    });
  }
  if (stroke === undefined) return;
  const bars = strokeAreas(pieces, line);
  const extent = boxOfPieces(bars);
  const clip = extent && sharedBox(extent, mark.clip);
  const drawn = clip && areaShares(sheet.raster, bars, { clip, rule: 'nonzero' });
  if (!drawn) return;
  const { strokeOverprints: overprints } = mark;
  layPaint(sheet, drawn, {
    paint: stroke,
    mixing,
    overprints,
    overprintMode,
    alpha: mixing.strokeAlpha,
  });
}

function layRun(sheet: Sheet, { box, mixing, overprints, paint }: ShadingMark): void {
  const area = boxShares(sheet.raster, box);
  if (area)
    layPaint(sheet, area, { paint, mixing, overprints, overprintMode: 0, alpha: mixing.fillAlpha });
}

/** Lays what was mixed by itself on what it lies on. */
function layGroup(onto: Sheet, inner: Sheet, { box, mixing }: Group): void {
  const area = boxShares(onto.raster, box);
  if (area === undefined) return;
  takeCells(onto, area.columns * area.rows);
  cutShares(onto, area, mixing);
  const { blend, fillAlpha } = mixing;
  const { covered, means, peaks } = inner.raster;
  const across = Math.round((inner.raster.area.left - onto.raster.area.left) / onto.raster.cellPt);
  const up = Math.round((inner.raster.area.bottom - onto.raster.area.bottom) / onto.raster.cellPt);
  for (let at = 0; at < area.columns * area.rows; at += 1) {
    const column = area.firstColumn + (at % area.columns);
    const row = area.firstRow + Math.floor(at / area.columns);
    const from = (row - up) * inner.raster.columns + column - across;
    const share = area.shares[at] ?? 0;
    const alpha = (covered?.[from] ?? 0) * fillAlpha;
    if (share === 0 || alpha === 0) continue;
    const ink = (index: number) => means[from * 4 + index] ?? 0;
    const inks: Inks = [ink(0), ink(1), ink(2), ink(3)];
    const cell = row * onto.raster.columns + column;
    coverCell(onto.raster, cell, share, { inks, isOver: false, alpha, blend });
    const peak = (peaks[from] ?? 0) * fillAlpha;
    onto.raster.peaks[cell] = Math.max(onto.raster.peaks[cell] ?? 0, peak);
  }
}
