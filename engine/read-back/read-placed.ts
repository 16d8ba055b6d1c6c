import type { Finding } from '#engine/units/finding.ts';
import { checkColours } from './check-colours.ts';
import { checkFonts } from './check-fonts.ts';
import { checkInk, inkFigures } from './check-ink.ts';
import { checkLines } from './check-lines.ts';
import { checkObjects, checkTransparency } from './check-objects.ts';
import { checkPictures } from './check-pictures.ts';
import { checkType } from './check-type.ts';
import { fault } from './fault.ts';
import { printedArea, type ReadBackDemands, readPage } from './finished-page.ts';
import { CELL_PT, type InkRaster } from './ink-raster.ts';
import { layInk } from './lay-ink.ts';
import { openDocument } from './open-document.ts';
import { UnreadablePdf } from './pdf-values.ts';
import { pictureReader } from './picture-reader.ts';

/**
 * Judges what an ad draws, alone on a page, by the same rules as the page that it will stand on.
 * What belongs to a whole page, such as its output intent, is not asked for.
 */
export function readPlaced(
  bytes: Uint8Array,
  asked: Pick<ReadBackDemands, 'standard' | 'inkLimitPercent'>,
): readonly Finding[] {
  const demands: ReadBackDemands = {
    ...asked,
    trim: { widthMm: 0, heightMm: 0 },
    bleedMm: 0,
    outputCondition: '',
  };
  try {
    const page = readPage(openDocument(bytes));
    const picture = pictureReader(page);
    const laid = layInk(page.content.marks, { area: printedArea(page), picture });
    return [
      ...page.content.faults,
      ...checkFonts(page, demands),
      ...checkType(page, laid),
      ...checkLines(page),
      ...checkColours(page),
      ...checkPictures(page, picture),
      ...checkObjects(page, demands),
      ...checkTransparency(page, demands),
      ...checkInk(inkFigures(page, laid.raster), demands),
    ];
  } catch (trouble) {
    if (!(trouble instanceof UnreadablePdf) && !(trouble instanceof RangeError)) throw trouble;
    return [fault('X-XREF', 'pdf-unreadable', { reason: trouble.message })];
  }
}

/**
 * The ink of an ad that is alone on a page; `pageOf` writes that page, given how many points of it
 * are one cell of the raster. Undefined when it cannot be read.
 */
export function readPlacedInk(pageOf: (cellPt: number) => Uint8Array): InkRaster | undefined {
  try {
    const page = readPage(openDocument(pageOf(CELL_PT)));
    const picture = pictureReader(page);
    return layInk(page.content.marks, { area: printedArea(page), picture }).raster;
  } catch (trouble) {
    if (!(trouble instanceof UnreadablePdf) && !(trouble instanceof RangeError)) throw trouble;
    return undefined;
  }
}
