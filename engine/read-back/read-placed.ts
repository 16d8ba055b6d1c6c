import type { Finding } from '#engine/units/finding.ts';
import { checkInk, inkFigures } from './check-ink.ts';
import { checkTransparency } from './check-objects.ts';
import { fault } from './fault.ts';
import type { ReadBackDemands } from './finished-page.ts';
import { CELL_PT, type InkRaster } from './ink-raster.ts';
import { judgeContent, orUnreadable, readLaidPage } from './judge-content.ts';

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
  return orUnreadable<readonly Finding[]>(
    () => {
      const read = readLaidPage(bytes);
      const { page, laid } = read;
      return [
        ...page.content.faults,
        ...judgeContent(read, demands),
        ...checkTransparency(page, demands),
        ...checkInk(inkFigures(page, laid.raster), demands),
      ];
    },
    (reason) => [fault('X-XREF', 'pdf-unreadable', { reason })],
  );
}

/**
 * The ink of an ad that is alone on a page; `pageOf` writes that page, given how many points of it
 * are one cell of the raster. Undefined when it cannot be read.
 */
export function readPlacedInk(pageOf: (cellPt: number) => Uint8Array): InkRaster | undefined {
  return orUnreadable<InkRaster | undefined>(
    () => readLaidPage(pageOf(CELL_PT)).laid.raster,
    () => undefined,
  );
}
