import { checkAdInks } from './ads/check-ad-inks.ts';
import { checkAdOverBlocks } from './ads/check-ad-over-blocks.ts';
import { checkAdShape } from './ads/check-ad-shape.ts';
import { checkBookings } from './ads/check-bookings.ts';
import { checkFillers } from './ads/check-fillers.ts';
import { checkSlotMark } from './ads/check-slot-mark.ts';
import type { PageCheck } from './checked-page.ts';
import { checkFlagSize } from './form/check-flag-size.ts';
import { checkFolioLine } from './form/check-folio-line.ts';
import { checkFrontPage } from './form/check-front-page.ts';
import { checkImprintDate } from './form/check-imprint-date.ts';
import { checkImprintRoles } from './form/check-imprint-roles.ts';
import { checkNames } from './form/check-names.ts';
import { checkPageNumbers } from './form/check-page-numbers.ts';
import { checkTypedJumpLines } from './form/check-typed-jump-lines.ts';
import { checkBlockEnds } from './make-up/check-block-ends.ts';
import { checkHeadlineAlone } from './make-up/check-headline-alone.ts';
import { checkHeadlineRank } from './make-up/check-headline-rank.ts';
import { checkHeadlinesCollide } from './make-up/check-headlines-collide.ts';
import { checkHoles } from './make-up/check-holes.ts';
import { checkInsets } from './make-up/check-insets.ts';
import { checkOverlappingBlocks } from './make-up/check-overlapping-blocks.ts';
import { checkPageSplit } from './make-up/check-page-split.ts';
import { checkRunarounds } from './make-up/check-runarounds.ts';
import { checkInkSums } from './newsprint/check-ink-sums.ts';
import { checkLines } from './newsprint/check-lines.ts';
import { checkPageColours } from './newsprint/check-page-colours.ts';
import { checkTypeGrounds } from './newsprint/check-type-grounds.ts';
import { checkTypeInks } from './newsprint/check-type-inks.ts';
import { checkTypeSize } from './newsprint/check-type-size.ts';
import { checkAdMark } from './partners/check-ad-mark.ts';
import { checkContracts } from './partners/check-contracts.ts';
import { checkHotlineLabels } from './partners/check-hotline-labels.ts';
import { checkHotlineNumbers } from './partners/check-hotline-numbers.ts';
import { checkCredits } from './pictures/check-credits.ts';
import { checkPaperBeside } from './pictures/check-paper-beside.ts';
import { checkPicturesTwice } from './pictures/check-pictures-twice.ts';
import { checkRasterisedAds } from './pictures/check-rasterised-ads.ts';
import { checkResolution } from './pictures/check-resolution.ts';

/** A check in the table, with the codes that it may tell. */
export interface ListedCheck {
  readonly check: PageCheck;
  readonly codes: readonly string[];
}

/**
 * Every check that runs while a page is edited. Who asks for a code, its limit and where it is put
 * right stands in finding-rules.ts, how it is mended in mends/all-mends.ts.
 */
export const ALL_CHECKS: readonly ListedCheck[] = [
  // Newsprint (press.md 2.2, newsroom.md 2.12).
  listed(checkTypeInks, 'type-rich-black', 'type-in-several-inks'),
  listed(checkTypeSize, 'type-tinted-small', 'type-too-small'),
  listed(checkTypeGrounds, 'type-white-on-white', 'type-reversed-small', 'type-low-contrast'),
  listed(checkLines, 'line-too-fine', 'line-in-several-inks'),
  listed(checkInkSums, 'ink-over-limit'),
  listed(checkPageColours, 'colour-turned-grey'),
  listed(checkAdInks, 'ad-needs-four-inks'),
  // Pictures.
  listed(
    checkResolution,
    'picture-ppi-low',
    'picture-ppi-too-low',
    'line-art-ppi-low',
    'line-art-ppi-too-low',
  ),
  listed(checkRasterisedAds, 'ad-rasterised'),
  listed(checkCredits, 'credit-missing', 'credit-without-brackets'),
  listed(checkPicturesTwice, 'picture-twice'),
  listed(checkPaperBeside, 'picture-leaves-paper'),
  // Partners and ads.
  listed(
    checkHotlineNumbers,
    'hotline-marks',
    'hotline-too-short',
    'hotline-too-long',
    'hotline-beginning',
    'hotline-without-number',
    'hotline-no-area-code',
    'hotline-written-otherwise',
  ),
  listed(checkHotlineLabels, 'hotline-label-differs'),
  listed(checkContracts, 'ad-contract-ends-soon'),
  listed(checkAdMark, 'ad-mark-none'),
  listed(checkSlotMark, 'ad-unmarked'),
  listed(checkAdShape, 'ad-shape-differs', 'ad-stretched'),
  listed(checkAdOverBlocks, 'ad-over-block'),
  listed(
    checkBookings,
    'ad-booking-gone',
    'ad-booking-twice',
    'ad-booking-other-date',
    'ad-booking-other-page',
    'ad-booking-other-colour',
  ),
  listed(checkFillers, 'filler-ended', 'filler-ad-came', 'filler-gave-way'),
  // Form (报纸出版形式规范).
  listed(checkFolioLine, 'folio-line-missing', 'folio-line-elsewhere'),
  listed(
    checkPageNumbers,
    'page-number-missing',
    'page-number-twice',
    'page-number-gap',
    'page-number-order',
  ),
  listed(checkImprintRoles, 'imprint-without-role'),
  listed(checkImprintDate, 'imprint-date-differs'),
  listed(checkNames, 'name-missing'),
  listed(checkFrontPage, 'front-page-lacks'),
  listed(checkFlagSize, 'name-not-largest'),
  listed(checkTypedJumpLines, 'jump-line-doubled', 'jump-goes-nowhere', 'jump-page-missing'),
  // Make-up.
  listed(checkHeadlinesCollide, 'headlines-collide', 'headlines-alike'),
  listed(checkHeadlineRank, 'headline-over-lead'),
  listed(checkHeadlineAlone, 'headline-without-text'),
  listed(checkPageSplit, 'page-split-down', 'page-split-across'),
  listed(checkHoles, 'page-hole'),
  listed(checkBlockEnds, 'block-ends-uneven'),
  listed(checkOverlappingBlocks, 'blocks-overlap'),
  listed(checkRunarounds, 'runaround-narrow'),
  listed(checkInsets, 'picture-outside-block', 'pictures-overlap'),
];

function listed(check: PageCheck, ...codes: readonly string[]): ListedCheck {
  return { check, codes };
}
