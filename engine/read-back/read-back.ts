import type { Finding } from '#engine/units/finding.ts';
import { checkBoxes } from './check-boxes.ts';
import { checkColours } from './check-colours.ts';
import { checkFile } from './check-file.ts';
import { checkFonts } from './check-fonts.ts';
import { checkInk, type InkFigures, inkFigures } from './check-ink.ts';
import { checkLines } from './check-lines.ts';
import { checkMetadata } from './check-metadata.ts';
import { checkLayers, checkObjects, checkTransparency } from './check-objects.ts';
import { checkOutputIntent } from './check-output-intent.ts';
import { checkPictures } from './check-pictures.ts';
import { checkType } from './check-type.ts';
import { fault } from './fault.ts';
import { type FinishedPage, printedArea, type ReadBackDemands, readPage } from './finished-page.ts';
import { layInk } from './lay-ink.ts';
import { openDocument } from './open-document.ts';
import { type PageFacts, pageFacts } from './page-facts.ts';
import { UnreadablePdf } from './pdf-values.ts';
import { pictureReader } from './picture-reader.ts';

/** What reading a finished page back found. */
export interface ReadBack {
  readonly findings: readonly Finding[];
  /** Undefined when the file could not be read so far. */
  readonly ink: InkFigures | undefined;
  readonly facts: PageFacts | undefined;
}

/**
 * Reads a finished file back, independently of what wrote it, and judges it by the rules of
 * docs/press-rules.md. Every file gets an answer: one that cannot be read is a finding.
 */
export function readBack(bytes: Uint8Array, demands: ReadBackDemands): ReadBack {
  try {
    return judge(readPage(openDocument(bytes)), demands);
  } catch (trouble) {
    // Damage shows in many ways in reading; whatever it is, the page is not delivered.
    if (!(trouble instanceof UnreadablePdf) && !(trouble instanceof RangeError)) throw trouble;
    const finding = fault('X-XREF', 'pdf-unreadable', { reason: trouble.message });
    return { findings: [finding], ink: undefined, facts: undefined };
  }
}

function judge(page: FinishedPage, demands: ReadBackDemands): ReadBack {
  const picture = pictureReader(page);
  const laid = layInk(page.content.marks, { area: printedArea(page), picture });
  const ink = inkFigures(page, laid.raster);
  const findings = [
    ...checkFile(page, demands),
    ...checkMetadata(page, demands),
    ...checkOutputIntent(page, demands),
    ...checkBoxes(page, demands),
    ...checkFonts(page, demands),
    ...checkType(page, laid),
    ...checkLines(page),
    ...checkColours(page),
    ...checkPictures(page, picture),
    ...checkObjects(page, demands),
    ...checkLayers(page, demands),
    ...checkTransparency(page, demands),
    ...checkInk(ink, demands),
  ];
  return { findings, ink, facts: pageFacts(page, picture) };
}
