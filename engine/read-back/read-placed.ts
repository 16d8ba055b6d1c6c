import type { FinestOfAd } from '#engine/units/ad-page.ts';
import type { Finding } from '#engine/units/finding.ts';
import { checkInk, inkFigures } from './check-ink.ts';
import { checkTransparency } from './check-objects.ts';
import { fault } from './fault.ts';
import type { ReadBackDemands } from './finished-page.ts';
import { CELL_PT, type InkRaster } from './ink-raster.ts';
import { judgeContent, type LaidPage, orUnreadable, readLaidPage } from './judge-content.ts';

/** What there is to say of an ad, and the finest that it holds. */
export interface PlacedReading {
  readonly findings: readonly Finding[];
  readonly finest: FinestOfAd;
}

/**
 * Judges what an ad draws, alone on a page, by the same rules as the page that it will stand on.
 * What belongs to a whole page, such as its output intent, is not asked for.
 */
export function readPlaced(
  bytes: Uint8Array,
  asked: Pick<ReadBackDemands, 'standard' | 'inkLimitPercent'>,
): PlacedReading {
  const demands: ReadBackDemands = {
    ...asked,
    trim: { widthMm: 0, heightMm: 0 },
    bleedMm: 0,
    outputCondition: '',
  };
  return orUnreadable<PlacedReading>(
    () => {
      const read = readLaidPage(bytes);
      const { page, laid } = read;
      const findings = [
        ...page.content.faults,
        ...judgeContent(read, demands),
        ...checkTransparency(page, demands),
        ...checkInk(inkFigures(page, laid.raster), demands),
      ];
      return { findings, finest: finestOf(read) };
    },
    (reason) => ({ findings: [fault('X-XREF', 'pdf-unreadable', { reason })], finest: {} }),
  );
}

/** Ornaments of fewer pixels are nobody's resolution (R0031). */
const SMALLEST_PX = 16;

function finestOf({ page, picture }: LaidPage): FinestOfAd {
  const sizes: number[] = [];
  const resolutions: number[] = [];
  for (const mark of page.content.marks) {
    if (mark.kind === 'text' && !mark.isInvisible && mark.sizePt > 0) sizes.push(mark.sizePt);
    if (mark.kind !== 'picture') continue;
    const { heightPx, widthPx } = picture(mark.stream);
    const [a, b, c, d] = mark.matrix;
    const ppi = 72 * Math.min(widthPx / Math.hypot(a, b), heightPx / Math.hypot(c, d));
    const isSmall = widthPx <= SMALLEST_PX && heightPx <= SMALLEST_PX;
    if (!isSmall && Number.isFinite(ppi) && ppi > 0) resolutions.push(Math.floor(ppi));
  }
  const typePt = Math.round(Math.min(...sizes) * 100) / 100;
  const ppi = Math.min(...resolutions);
  return {
    ...(sizes.length > 0 && { typePt }),
    ...(resolutions.length > 0 && { ppi }),
  };
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
