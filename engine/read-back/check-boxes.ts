import type { Finding } from '#engine/units/finding.ts';
import { fault } from './fault.ts';
import type { FinishedPage, ReadBackDemands } from './finished-page.ts';
import { type Box, holdsBox } from './matrix.ts';
import { numberOf } from './pdf-values.ts';

/** Boxes are written to a thousandth of a point. */
const BOX_TOLERANCE_PT = 0.01;
/** What a shop takes for the same size. */
const SIZE_TOLERANCE_MM = 0.1;

/** Size and place of the page on its sheet. */
export function checkBoxes(page: FinishedPage, demands: ReadBackDemands): readonly Finding[] {
  const { document, boxes, turn } = page;
  const { art, bleed, crop, media, trim } = boxes;
  const findings: Finding[] = [];
  const scale = numberOf(document.get(page.page.entries.get('UserUnit')));
  if (scale !== undefined && scale !== 1) findings.push(fault('R0002', 'pdf-user-unit', { scale }));
  if (turn !== 0) findings.push(fault('R0004', 'pdf-page-turned', { turn }));
  if (media === undefined)
    return [...findings, fault('X-BOX', 'pdf-box-missing', { box: 'MediaBox' })];
  if (
    crop &&
    !(holdsBox(crop, media, BOX_TOLERANCE_PT) && holdsBox(media, crop, BOX_TOLERANCE_PT))
  ) {
    findings.push(fault('R0003', 'pdf-crop-box'));
  }
  if (trim && art) findings.push(fault('X-BOX', 'pdf-art-and-trim'));
  if (trim === undefined)
    return [...findings, fault('X-BOX', 'pdf-box-missing', { box: 'TrimBox' })];
  const outer = bleed ?? media;
  if (!holdsBox(media, outer, BOX_TOLERANCE_PT)) {
    findings.push(fault('X-BOX', 'pdf-box-order', { inner: 'BleedBox', outer: 'MediaBox' }));
  }
  if (!holdsBox(outer, trim, BOX_TOLERANCE_PT)) {
    const name = bleed ? 'BleedBox' : 'MediaBox';
    findings.push(fault('X-BOX', 'pdf-box-order', { inner: 'TrimBox', outer: name }));
  }
  return [...findings, ...checkSizes(trim, bleed, demands)];
}

function checkSizes(
  trim: Box,
  bleed: Box | undefined,
  demands: ReadBackDemands,
): readonly Finding[] {
  const findings: Finding[] = [];
  const [width, height] = [inMm(trim.right - trim.left), inMm(trim.top - trim.bottom)];
  const { heightMm, widthMm } = demands.trim;
  const isOfSize =
    Math.abs(width - widthMm) <= SIZE_TOLERANCE_MM &&
    Math.abs(height - heightMm) <= SIZE_TOLERANCE_MM;
  if (!isOfSize) {
    const values = { width: rounded(width), height: rounded(height), widthMm, heightMm };
    findings.push(fault('H-TRIM', 'pdf-trim-size', values));
  }
  const around = bleed ?? trim;
  const excess = [
    trim.left - around.left,
    trim.bottom - around.bottom,
    around.right - trim.right,
    around.top - trim.top,
  ].map(inMm);
  const least = Math.min(...excess);
  if (least < demands.bleedMm - SIZE_TOLERANCE_MM) {
    const values = { bleed: rounded(least), limit: demands.bleedMm };
    findings.push(fault('H-BLEED', 'pdf-bleed-short', values));
  }
  return findings;
}

function inMm(lengthPt: number): number {
  return (lengthPt / 72) * 25.4;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
