import type { ShapeItem } from '#engine/display/display-list.ts';
import { INKED_LINE_LEAST_PT, LINE_LEAST_PT } from '#engine/preflight/finding-limits.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { Ink } from '#engine/units/ink.ts';
import { inkCount } from './ink-amounts.ts';
import { lookThrough } from './look-through.ts';

/**
 * Lines that newsprint cannot hold: too fine to be printed, left white in a ground too finely, or
 * fine and of several inks, so that they show a seam of colour.
 */
export const checkLines = lookThrough({ shape: lineFindings });

const WIDTH_TOLERANCE_PT = 0.002;

/** A line, or a bar that stands for one. */
interface PrintedLine {
  readonly ink: Ink;
  readonly widthPt: number;
}

function lineFindings(item: ShapeItem): readonly Finding[] {
  const lines = linesOf(item);
  const thinnest = lines.toSorted((one, other) => one.widthPt - other.widthPt)[0];
  if (thinnest !== undefined && isThinner(thinnest, LINE_LEAST_PT)) {
    return [told('line-too-fine', 'blocks press', thinnest, LINE_LEAST_PT)];
  }
  const inked = lines.find((line) => {
    return inkCount(line.ink) > 1 && isThinner(line, INKED_LINE_LEAST_PT);
  });
  return inked === undefined
    ? []
    : [told('line-in-several-inks', 'warns', inked, INKED_LINE_LEAST_PT)];
}

function linesOf({ fill, outline, stroke }: ShapeItem): readonly PrintedLine[] {
  const isBar = fill !== undefined && outline.kind === 'rect';
  return [
    ...(stroke ? [stroke] : []),
    ...(isBar ? [{ ink: fill, widthPt: Math.min(outline.rect.width, outline.rect.height) }] : []),
  ];
}

function isThinner({ widthPt }: PrintedLine, limitPt: number): boolean {
  return widthPt < limitPt - WIDTH_TOLERANCE_PT;
}

function told(
  code: string,
  severity: Finding['severity'],
  { ink, widthPt }: PrintedLine,
  limit: number,
): Finding {
  const inks = inkCount(ink);
  const rule = inks === 0 ? 'R0018' : inks > 1 ? 'R0019' : 'H-HAIRLINE';
  const width = Math.round(widthPt * 100) / 100;
  const isFine = code === 'line-too-fine';
  const values = { width, limit, ...(isFine ? { rule } : { inks }) };
  return { code, severity, where: {}, values };
}
