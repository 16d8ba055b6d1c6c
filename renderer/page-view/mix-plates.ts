import { type ProofColours, packedInks } from '#engine/press/proof-table.ts';
import type { Plate } from '#renderer/desk-state/desk-state.ts';
import type { PlateLook } from '#renderer/painter/surface.ts';

/** How amounts of ink become colours of the screen. */
export interface MixWish {
  /** The colours of the inks on newsprint. */
  readonly proof: ProofColours;
  readonly plates: readonly Plate[];
  /** A plate that shows alone is grey: black where it prints in full, white where it does not. */
  readonly isGrey: boolean;
  /** Places with more ink than so many percent are marked; undefined marks none. */
  readonly inkLimitPercent: number | undefined;
}

/** Sixteen thousand mixes are remembered: text has few, and a photograph repeats its own. */
const KNOWN_BITS = 14;
/** Spreads numbers that differ in few bits (2³² divided by the golden section). */
const SPREAD = 0x9e3779b1;
const NEVER = -1;
/** Amounts are rounded to a 255th, each of four by half of one. */
const ROUNDING_BYTES = 2;
/** No print is as bright, and no mix of inks is like it. */
const OVER_LIMIT = 0xff2a00;

const PLACES: Readonly<Record<Plate, number>> = { c: 24, m: 16, y: 8, k: 0 };

/** Mixes plates to colours, pixel by pixel. */
export function mixPlates(wish: MixWish): PlateLook['mix'] {
  const colourOf = mixedColour(wish);
  const knownMixes = new Float64Array(2 ** KNOWN_BITS).fill(NEVER);
  const knownColours = new Uint32Array(2 ** KNOWN_BITS);
  return ({ colours, black }) => {
    let last = NEVER;
    let colour = 0;
    for (let at = 0; at < colours.length; at += 4) {
      const inks = inksAt(colours, black, at);
      if (inks !== last) {
        last = inks;
        const place = Math.imul(inks, SPREAD) >>> (32 - KNOWN_BITS);
        if (knownMixes[place] !== inks) {
          knownMixes[place] = inks;
          knownColours[place] = colourOf(inks);
        }
        colour = knownColours[place] ?? 0;
      }
      colours[at] = colour >> 16;
      colours[at + 1] = (colour >> 8) & 255;
      colours[at + 2] = colour & 255;
    }
  };
}

/** The colour of bare paper, for canvas styles. */
export function paperColour(wish: MixWish): string {
  return `#${mixedColour(wish)(0).toString(16).padStart(6, '0')}`;
}

/** Plates are painted as light: what is missing to white is ink. */
function inksAt(colours: Uint8ClampedArray, black: Uint8ClampedArray, at: number): number {
  return (
    (((255 - (colours[at] ?? 0)) << 24) |
      ((255 - (colours[at + 1] ?? 0)) << 16) |
      ((255 - (colours[at + 2] ?? 0)) << 8) |
      (255 - (black[at] ?? 0))) >>>
    0
  );
}

function mixedColour(wish: MixWish): (inks: number) => number {
  const { proof, plates, isGrey, inkLimitPercent = Number.POSITIVE_INFINITY } = wish;
  const shown = packedInks(PLATES.map((plate) => (plates.includes(plate) ? 255 : 0)));
  const mostBytes = inkLimitPercent * 2.55 + ROUNDING_BYTES;
  const [only] = plates;
  const isAlone = isGrey && plates.length === 1 && only !== undefined;
  return (inks) => {
    if (sumOf(inks) > mostBytes) return OVER_LIMIT;
    if (!isAlone) return proof((inks & shown) >>> 0);
    return (255 - ((inks >>> PLACES[only]) & 255)) * 0x010101;
  };
}

/** The four plates, in the order in which they are named. */
export const PLATES: readonly Plate[] = ['c', 'm', 'y', 'k'];

function sumOf(inks: number): number {
  return (inks >>> 24) + ((inks >>> 16) & 255) + ((inks >>> 8) & 255) + (inks & 255);
}
