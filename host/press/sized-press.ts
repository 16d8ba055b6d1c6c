import type { Page } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { LoadedPressProfile } from './load-press-profile.ts';

const TRIM_TOLERANCE_MM = 0.1;

/** The profile with the trim of a page; the same profile for a page of the shop's own size. */
export function sizedPress(
  press: LoadedPressProfile,
  { widthMm, heightMm }: PageTemplate['paper'],
): LoadedPressProfile {
  const { trim } = press.profile;
  const isOfSize =
    Math.abs(widthMm - trim.widthMm) <= TRIM_TOLERANCE_MM &&
    Math.abs(heightMm - trim.heightMm) <= TRIM_TOLERANCE_MM;
  return isOfSize
    ? press
    : { ...press, profile: { ...press.profile, trim: { widthMm, heightMm } } };
}

/** What is said of a page that is not of the size that the shop expects. */
export function notOfTrim(
  { id, number }: Page,
  { widthMm, heightMm }: PageTemplate['paper'],
  { profile: { trim } }: LoadedPressProfile,
): Finding {
  return {
    code: 'page-not-of-trim',
    severity: 'warns',
    where: { page: id },
    values: {
      page: number,
      widthMm,
      heightMm,
      trimWidthMm: trim.widthMm,
      trimHeightMm: trim.heightMm,
    },
  };
}
