import { pdfNumber } from '#engine/press/pdf-syntax.ts';
import type { Inks } from '#engine/read-back/marks.ts';
import { blackOfInk } from '#engine/units/ink.ts';
import type { AdSpace } from './ad-spaces.ts';
import { caution, note, refusal } from './ad-trouble.ts';
import { withinLimit } from './mix-inks.ts';
import {
  type AdPaint,
  type Drawing,
  paintOfInks,
  printedScale,
  type Redrawing,
  tell,
  write,
} from './redrawing.ts';

/** What is about to be painted. */
export interface Painting {
  readonly fills: boolean;
  readonly strokes: boolean;
  /** Black that has to overprint: small type, thin bars, thin lines. */
  readonly isFineFill: boolean;
  readonly isFineStroke: boolean;
  /** Type of less than the size at which several inks register. */
  readonly isSmallType?: boolean;
}

/**
 * Sets colours, overprint and line width before something is painted. Black fine work overprints
 * and white never does, whatever the ad says (GWG 2022 R0007 to R0010).
 */
export function readyInks(drawing: Drawing, painting: Painting): void {
  const { redrawing } = drawing;
  const { fill, stroke } = drawing.state;
  redrawing.hasMarks = true;
  const filled = painting.fills ? inkedPaint(redrawing, fill, painting) : undefined;
  const stroked = painting.strokes ? inkedPaint(redrawing, stroke, painting) : undefined;
  if (filled) write(drawing, 'fill', filled.fillWords);
  if (stroked) write(drawing, 'stroke', stroked.strokeWords);
  const { fillOverprints, overprintMode, strokeOverprints } = drawing.state;
  const asked = overprintMode === 1;
  writeOverprint(drawing, {
    fill: overprints(filled, painting.isFineFill, asked && fillOverprints),
    stroke: overprints(stroked, painting.isFineStroke, asked && strokeOverprints),
  });
  if (painting.strokes) writeWidth(drawing);
}

/** Black so deep that it counts as black type, though other inks lie beneath (R0015). */
const RICH_BLACK = 0.85;

function inkedPaint(redrawing: Redrawing, paint: AdPaint, { isSmallType }: Painting): AdPaint {
  // Slug lines beside the ad are set for all plates; how far type reaches is not known here.
  if (paint.space.kind !== 'all' || isSmallType === undefined) tellSpace(redrawing, paint.space);
  const { mends } = redrawing.order;
  const { inks, space } = paint;
  if (inks === undefined) return paint;
  const [c, m, y, k] = inks;
  const isRich = k >= RICH_BLACK && c + m + y > 0;
  if (isSmallType === true && isRich && mends.includes('colours')) {
    tell(redrawing, note('ad-type-made-black'));
    return paintOfInks(space, [0, 0, 0, 1]);
  }
  return changesInks(redrawing) ? paintOfInks(space, mendedInks(redrawing, inks)) : paint;
}

/** True when a mend changes amounts of ink, whatever colour they are of. */
export function changesInks({ order: { mends } }: Redrawing): boolean {
  return mends.includes('ink') || mends.includes('grey');
}

/** Inks on the black plate alone, and within what the paper bears, where that is wanted. */
export function mendedInks({ order }: Redrawing, inks: Inks): Inks {
  const [c, m, y, k] = inks;
  const { mends } = order;
  if (mends.includes('grey')) return [0, 0, 0, blackOfInk({ c, m, y, k })];
  if (!mends.includes('ink')) return inks;
  return withinLimit(inks, (order.inkLimitPercent - INK_RESERVE_PERCENT) / 100);
}

/** What rounding to 255 steps on four plates may add. */
const INK_RESERVE_PERCENT = 1;

/** Says what the shop has to know of a colour space that is used. */
export function tellSpace(redrawing: Redrawing, { hasProfile, kind, name }: AdSpace): void {
  const { mends } = redrawing.order;
  const mended = (mend: 'colours' | 'spots', done: string, open: string) =>
    tell(redrawing, mends.includes(mend) ? note(done, { name }) : refusal(open, { name }));
  if (kind === 'light') mended('colours', 'ad-colours-turned', 'ad-colours-light');
  if (kind === 'spot') mended('spots', 'ad-spots-mixed', 'ad-spot-colour');
  if (kind === 'all') tell(redrawing, refusal('ad-all-plates'));
  if (hasProfile) tell(redrawing, caution('ad-ink-profile'));
}

function overprints(paint: AdPaint | undefined, isFine: boolean, isAsked: boolean): boolean {
  const inks = paint?.inks;
  if (paint === undefined || inks === undefined) return false;
  const [c, m, y, k] = inks;
  if (c + m + y + k < 0.005) return false;
  if (isFine && k >= 0.99 && c + m + y < 0.005) return true;
  return isAsked && (paint.space.kind === 'cmyk' || paint.space.kind === 'plates');
}

function writeOverprint(drawing: Drawing, wanted: { fill: boolean; stroke: boolean }): void {
  const mode = wanted.fill || wanted.stroke ? 1 : 0;
  const body = `<</Type/ExtGState/OP ${wanted.stroke}/op ${wanted.fill}/OPM ${mode}>>`;
  write(drawing, 'overprint', `${stateName(drawing, body)} gs`);
}

/** Name of a graphics state without references, the same for the same text. */
export function stateName({ redrawing, resources }: Drawing, body: string): string {
  const place = redrawing.states.get(body) ?? redrawing.shelf.add([body]);
  redrawing.states.set(body, place);
  return resources.name('ExtGState', place);
}

/** The finest line that a plate holds, points (docs/press-rules.md, H-HAIRLINE). */
const FINEST_LINE_PT = 0.25;
const WIDTH_DECIMALS = 5;

function writeWidth(drawing: Drawing): void {
  const { widthPt } = drawing.state;
  const scale = printedScale(drawing);
  const printedPt = widthPt * scale;
  if (printedPt >= FINEST_LINE_PT || scale === 0) {
    write(drawing, 'width', `${pdfNumber(widthPt, WIDTH_DECIMALS)} w`);
    return;
  }
  const width = Math.round(printedPt * 100) / 100;
  tell(drawing.redrawing, caution('ad-hairline-thickened', { width, limit: FINEST_LINE_PT }));
  write(drawing, 'width', `${pdfNumber((FINEST_LINE_PT / scale) * 1.0005, WIDTH_DECIMALS)} w`);
}
