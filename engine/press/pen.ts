import type { PlacedGlyph } from '#engine/display/display-list.ts';
import { hexWord, pdfNumber } from './pdf-syntax.ts';

/** How a viewer's text position moves along one stroke of glyphs. */
export interface PenTravel {
  /** Place of the first glyph along the line, in points, as the text matrix states it. */
  readonly startPt: number;
  /** A thousandth of an em along the line, in points. */
  readonly unitPt: number;
  /**
   * An adjustment in TJ is subtracted from the position. Along x that is backwards; down a vertical
   * line, where y falls, it is forwards (ISO 32000-1, 9.4.4).
   */
  readonly adjustment: 'backwards' | 'forwards';
  cidOf(glyphId: number): number;
  /** Step of a glyph in thousandths of an em. */
  stepOf(glyphId: number): number;
  /** Where the glyph is to stand along the line, in points. */
  placeOf(glyph: PlacedGlyph): number;
}

/** Follows the viewer's text position along a stroke and corrects it before each glyph. */
export interface Pen {
  put(glyph: PlacedGlyph): void;
  /** The operator that shows the glyphs put since the last call; undefined when there are none. */
  take(): string | undefined;
}

/**
 * Greatest distance, in points, between where the display list puts a glyph and where the page puts
 * it. Each adjustment is measured from the viewer's true position, so errors never add up.
 */
const PLACE_TOLERANCE_PT = 0.008;

/** A pen at the start of a stroke. */
export function createPen(travel: PenTravel): Pen {
  const { adjustment, unitPt } = travel;
  const decimals = adjustmentDecimals(unitPt);
  const sign = adjustment === 'backwards' ? -1 : 1;
  let place = travel.startPt;
  let parts = '';
  let hex = '';

  return {
    put(glyph) {
      const move = roundTo((travel.placeOf(glyph) - place) / unitPt, decimals);
      if (move !== 0) {
        if (hex !== '') parts += `<${hex}>`;
        parts += pdfNumber(sign * move, decimals);
        hex = '';
        place += move * unitPt;
      }
      hex += hexWord(travel.cidOf(glyph.id));
      place += travel.stepOf(glyph.id) * unitPt;
    },
    take() {
      if (hex === '') return undefined;
      const operator = parts === '' ? `<${hex}>Tj` : `[${parts}<${hex}>]TJ`;
      parts = '';
      hex = '';
      return operator;
    },
  };
}

/** As many decimals as keep half a unit of the last one within the tolerance. */
function adjustmentDecimals(unitPt: number): number {
  let decimals = 0;
  while (0.5 * unitPt * 10 ** -decimals > PLACE_TOLERANCE_PT) decimals += 1;
  return decimals;
}

function roundTo(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
}
