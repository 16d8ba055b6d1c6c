import type { Finding } from '#engine/units/finding.ts';
import { doubt, fault } from './fault.ts';
import { type FinishedPage, placeOf } from './finished-page.ts';
import type { PictureMark } from './marks.ts';
import type { PdfStream } from './pdf-values.ts';
import type { PictureFacts } from './read-picture.ts';

/** Pixels an inch: below `stop` the page is held, below `warn` it is looked at (R0031, R0032). */
const TONES = { rule: 'R0031', stop: 99, warn: 149 };
const LINE_ART = { rule: 'R0032', stop: 549, warn: 799 };
/** Smaller pictures are ornaments, whose pixels nobody sees (R0031). */
const SMALLEST_PX = 16;

/** Pixels, resolution and packing of the pictures that are drawn. */
export function checkPictures(
  page: FinishedPage,
  picture: (stream: PdfStream) => PictureFacts,
): readonly Finding[] {
  return page.content.marks.flatMap((mark) => {
    if (mark.kind !== 'picture') return [];
    const facts = picture(mark.stream);
    const place = placeOf(page, mark.box);
    const findings = [...checkResolution(mark, facts), ...checkPixels(facts)];
    return findings.map((one) => ({ ...one, values: { ...one.values, ...place } }));
  });
}

function checkResolution({ matrix }: PictureMark, facts: PictureFacts): readonly Finding[] {
  const { bits, heightPx, widthPx } = facts;
  if (widthPx <= SMALLEST_PX && heightPx <= SMALLEST_PX) return [];
  const [a, b, c, d] = matrix;
  const [widthPt, heightPt] = [Math.hypot(a, b), Math.hypot(c, d)];
  if (widthPt === 0 || heightPt === 0) return [fault('R0031', 'pdf-picture-flat')];
  const ppi = Math.min((widthPx * 72) / widthPt, (heightPx * 72) / heightPt);
  const limits = bits === 1 ? LINE_ART : TONES;
  const values = { ppi: Math.floor(ppi), limit: limits.warn };
  if (ppi < limits.stop) {
    return [fault(limits.rule, 'pdf-picture-coarse', { ...values, limit: limits.stop })];
  }
  return ppi < limits.warn ? [doubt(limits.rule, 'pdf-picture-rather-coarse', values)] : [];
}

/** Reasons that other checks report: another depth is legal, another space is R0027. */
const TOLD_ELSEWHERE = ['bits', 'space'];

function checkPixels(facts: PictureFacts): readonly Finding[] {
  if (facts.isMisstated) return [fault('X-FILTER', 'pdf-picture-misstated')];
  const { reason } = facts;
  if (reason === undefined || TOLD_ELSEWHERE.includes(reason)) return [];
  return [fault('X-FILTER', 'pdf-picture-unreadable', { reason })];
}
