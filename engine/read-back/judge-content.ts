import type { Finding } from '#engine/units/finding.ts';
import { checkColours } from './check-colours.ts';
import { checkFonts } from './check-fonts.ts';
import { checkLines } from './check-lines.ts';
import { checkObjects } from './check-objects.ts';
import { checkPictures } from './check-pictures.ts';
import { checkType } from './check-type.ts';
import { type FinishedPage, printedArea, type ReadBackDemands, readPage } from './finished-page.ts';
import { layInk } from './lay-ink.ts';
import { openDocument } from './open-document.ts';
import { UnreadablePdf } from './pdf-values.ts';
import { pictureReader } from './picture-reader.ts';

/** A page that was read, with its pictures and the ink that it lays. */
export interface LaidPage {
  readonly page: FinishedPage;
  readonly picture: ReturnType<typeof pictureReader>;
  readonly laid: ReturnType<typeof layInk>;
}

/** Reads a finished file and lays its ink. Throws what `orUnreadable` understands. */
export function readLaidPage(bytes: Uint8Array): LaidPage {
  const page = readPage(openDocument(bytes));
  const picture = pictureReader(page);
  const setting = { area: printedArea(page), picture };
  return { page, picture, laid: layInk(page.content.marks, setting) };
}

/** What is asked of all that is drawn, be it a page of ours or an ad on one. */
export function judgeContent(
  { page, picture, laid }: LaidPage,
  demands: ReadBackDemands,
): readonly Finding[] {
  return [
    ...checkFonts(page, demands),
    ...checkType(page, laid),
    ...checkLines(page),
    ...checkColours(page),
    ...checkPictures(page, picture),
    ...checkObjects(page, demands),
  ];
}

/** Reads; `otherwise` answers for a file that cannot be read, in whatever way the damage shows. */
export function orUnreadable<Value>(
  read: () => Value,
  otherwise: (reason: string) => Value,
): Value {
  try {
    return read();
  } catch (trouble) {
    if (!(trouble instanceof UnreadablePdf) && !(trouble instanceof RangeError)) throw trouble;
    return otherwise(trouble.message);
  }
}
