import { type ColumnSpan, innerColumns } from '#engine/compose/inner-columns.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import { sharedArea } from '#engine/model/grid-areas.ts';
import type { ArticleBlock, ArticleGroup, GridArea } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import { baseColumns } from './base-columns.ts';

/** A way to take lines from the foot of a short article or group. */
export interface FootPlace {
  readonly columns: number;
  /** Free column lines that one line of the filler takes up. */
  readonly columnsAcross: number;
  /** Body lines between host and filler, which the host gives up too. */
  readonly clearLines: number;
  /** Where the filler stands when it has so many lines. */
  readonly areaOf: (lines: number) => GridArea;
  /** What the host gives up for it. */
  readonly hostEdit: (lines: number) => Edit;
}

type TextBlock = ArticleBlock | ArticleGroup;

/**
 * The foot of the last column, which makes the host an L, and the foot of the whole block. A block
 * with a border keeps its rectangle: only its whole foot is given up, a line below the border.
 */
export function footPlaces(template: PageTemplate, block: TextBlock): readonly FootPlace[] {
  const { area, border, columns, cutouts } = block;
  const spans = columnSpans(template, block);
  const isPlain = border === undefined && block.tint === undefined;
  const isBeside = block.kind === 'article' && block.headline?.placement === 'right';
  const last = spans.at(-1);
  const places: FootPlace[] = [];
  if (spans.length > 1 && last !== undefined && isPlain && !isBeside) {
    places.push(columnFoot(block, area.columns - last.x));
  }
  const isWhole = cutouts.every((cutout) => cutout.line + cutout.lines < area.line + area.lines);
  if (isWhole) places.push(wholeFoot(block, { across: columns.count, clear: isPlain ? 0 : 1 }));
  return places;
}

function columnSpans(template: PageTemplate, { area, columns }: TextBlock): readonly ColumnSpan[] {
  const base = baseColumns(template).map(({ from, to }) => {
    return { x: from - area.column, width: to - from };
  });
  const { count, gutter, mode } = columns;
  return innerColumns({ widthChars: area.columns, count, mode, gutter, baseColumns: base });
}

function columnFoot({ area, cutouts, id }: TextBlock, width: number): FootPlace {
  // Blocks begin and end on half characters.
  const columns = Math.round(width * 2) / 2;
  const areaOf = (lines: number): GridArea => ({
    column: area.column + area.columns - columns,
    line: area.line + area.lines - lines,
    columns,
    lines,
  });
  const hostEdit = (lines: number): Edit => {
    return { kind: 'resizedBlock', block: id, area, cutouts: [...cutouts, areaOf(lines)] };
  };
  return { columns, columnsAcross: 1, clearLines: 0, areaOf, hostEdit };
}

function wholeFoot(
  { area, cutouts, id }: TextBlock,
  { across, clear }: { readonly across: number; readonly clear: number },
): FootPlace {
  const foot = area.line + area.lines;
  return {
    columns: area.columns,
    columnsAcross: across,
    clearLines: clear,
    areaOf: (lines) => ({ ...area, line: foot - lines, lines }),
    hostEdit: (lines) => ({
      kind: 'resizedBlock',
      block: id,
      area: { ...area, lines: Math.max(1, area.lines - lines - clear) },
      cutouts,
    }),
  };
}

/** The host with the cells back that it gave to a filler; undefined where it gave none. */
export function hostTakingBack(host: TextBlock, filler: GridArea): Edit | undefined {
  const { area, cutouts, id } = host;
  const kept = cutouts.filter((cutout) => !isSame(cutout, filler));
  if (kept.length < cutouts.length) {
    return { kind: 'resizedBlock', block: id, area, cutouts: kept };
  }
  const clear = filler.line - area.line - area.lines;
  const isBelow = clear === 0 || clear === 1;
  if (!isBelow || filler.column !== area.column || filler.columns !== area.columns)
    return undefined;
  const lines = area.lines + clear + filler.lines;
  return { kind: 'resizedBlock', block: id, area: { ...area, lines }, cutouts };
}

function isSame(a: GridArea, b: GridArea): boolean {
  const shared = sharedArea(a, b);
  return (
    shared !== undefined &&
    [a, b].every((one) => {
      return one.columns === shared.columns && one.lines === shared.lines;
    })
  );
}
