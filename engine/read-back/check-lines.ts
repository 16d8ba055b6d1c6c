import type { Finding } from '#engine/units/finding.ts';
import { fault } from './fault.ts';
import { type FinishedPage, isOutsideTrim, placeOf } from './finished-page.ts';
import type { Paint, PathMark } from './marks.ts';
import { asPlaced } from './placed-marks.ts';
import { inkCount, isPaper, isSolidBlack } from './read-paint.ts';

/** A black line thinner than this has to overprint, points (GWG 2022 R0010, R0012). */
const THIN_LINE_PT = 2;
/** White lines and lines of several inks have at least this width (R0018, R0019). */
const COLOUR_LINE_LEAST_PT = 0.25;
/** No line is thinner: 0.1 mm less what a RIP rounds; the desk's finest rule has 0.25 pt. */
const LINE_LEAST_PT = 0.25;
const WIDTH_TOLERANCE_PT = 0.002;

/** A line on the page: a stroke, or a bar filled that is as thin. */
interface Line {
  readonly mark: PathMark;
  readonly paint: Paint;
  readonly widthPt: number;
  readonly overprints: boolean;
}

/** Width, ink and overprint of all lines and areas. */
export function checkLines(page: FinishedPage): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const mark of page.content.marks) {
    if (mark.kind !== 'path' || isOutsideTrim(page, mark.box)) continue;
    for (const strict of linesOf(mark).flatMap(lineFindings)) {
      const finding = asPlaced(strict, mark.isPlaced);
      const key = `${finding.code} ${finding.values.width} ${mark.isPlaced}`;
      if (found.has(key)) continue;
      found.set(key, { ...finding, values: { ...finding.values, ...placeOf(page, mark.box) } });
    }
  }
  return [...found.values()];
}

function linesOf(mark: PathMark): readonly Line[] {
  const { box, fill, stroke, widthPt } = mark;
  const lines: Line[] = [];
  if (stroke) lines.push({ mark, paint: stroke, widthPt, overprints: mark.strokeOverprints });
  if (fill) {
    const thickness = Math.min(box.right - box.left, box.top - box.bottom);
    lines.push({ mark, paint: fill, widthPt: thickness, overprints: mark.fillOverprints });
  }
  return lines;
}

function lineFindings({ mark, overprints, paint, widthPt }: Line): readonly Finding[] {
  const width = Math.round(widthPt * 100) / 100;
  const isBelow = (limitPt: number) => widthPt < limitPt - WIDTH_TOLERANCE_PT;
  const findings: Finding[] = [];
  const note = (rule: string, code: string, limit?: number) => {
    findings.push(fault(rule, code, limit === undefined ? { width } : { width, limit }));
  };
  if (isPaper(paint) && overprints) note('R0008', 'pdf-white-line-overprints');
  if (paint.space === 'gray' && overprints) note('R0013', 'pdf-gray-overprints');
  if (isSolidBlack(paint) && isBelow(THIN_LINE_PT)) {
    if (paint.space === 'gray') note('R0012', 'pdf-line-gray', THIN_LINE_PT);
    else if (!overprints) note('R0010', 'pdf-black-line-knocks-out', THIN_LINE_PT);
    else if (mark.overprintMode !== 1) note('R0010', 'pdf-overprint-mode', THIN_LINE_PT);
  }
  if (isPaper(paint) && isBelow(COLOUR_LINE_LEAST_PT)) {
    note('R0018', 'pdf-white-line-thin', COLOUR_LINE_LEAST_PT);
  } else if (inkCount(paint) > 1 && isBelow(COLOUR_LINE_LEAST_PT)) {
    note('R0019', 'pdf-line-several-inks', COLOUR_LINE_LEAST_PT);
  } else if (isBelow(LINE_LEAST_PT)) note('H-HAIRLINE', 'pdf-hairline', LINE_LEAST_PT);
  return findings;
}
