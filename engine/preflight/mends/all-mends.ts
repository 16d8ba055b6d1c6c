import type { MendMaker } from './mend.ts';
import { fittingPlace, greyPicture, markedAd, markedGrid } from './mend-ads.ts';
import {
  closeFrame,
  creditInBrackets,
  evenEnd,
  movedInset,
  movedInside,
  roomForCaption,
  withoutTint,
} from './mend-blocks.ts';
import { addedFolioLine, movedFolioLine } from './mend-folio-line.ts';
import { largeEnough, moreRoom } from './mend-headlines.ts';
import { alikeLabel, alikeNumber, numberWithArea, numberWithoutMarks } from './mend-hotlines.ts';
import { namedRole, rightDate } from './mend-imprint.ts';
import { closedGap, followingNumber, nextFreeNumber, orderedPages } from './mend-page-numbers.ts';
import { withoutBlankLine, withoutDoubledJump, withoutIdleJump } from './mend-words.ts';

/** How each finding is mended that the desk can mend; the others have a place of repair alone. */
export const ALL_MENDS: Readonly<Record<string, MendMaker>> = {
  'type-in-several-inks': largeEnough,
  'type-tinted-small': largeEnough,
  'type-too-small': largeEnough,
  'type-reversed-small': largeEnough,
  'type-low-contrast': withoutTint,
  'ink-over-limit': withoutTint,
  'credit-without-brackets': creditInBrackets,
  'picture-leaves-paper': closeFrame,
  'caption-overset': roomForCaption,
  'hotline-marks': numberWithoutMarks,
  'hotline-no-area-code': numberWithArea,
  'hotline-written-otherwise': alikeNumber,
  'hotline-label-differs': alikeLabel,
  'ad-mark-none': markedGrid,
  'ad-unmarked': markedAd,
  'ad-booking-other-colour': greyPicture,
  'ad-needs-four-inks': greyPicture,
  'ad-shape-differs': fittingPlace,
  'folio-line-missing': addedFolioLine,
  'folio-line-elsewhere': movedFolioLine,
  'page-number-missing': followingNumber,
  'page-number-twice': nextFreeNumber,
  'page-number-gap': closedGap,
  'page-number-order': orderedPages,
  'imprint-without-role': namedRole,
  'imprint-date-differs': rightDate,
  'jump-line-doubled': withoutDoubledJump,
  'jump-goes-nowhere': withoutIdleJump,
  'jump-page-missing': withoutIdleJump,
  'headline-overset': moreRoom,
  'block-outside-type-area': movedInside,
  'block-ends-uneven': evenEnd,
  'picture-outside-block': movedInset,
  'paragraph-empty': withoutBlankLine,
};
