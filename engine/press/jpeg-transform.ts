/** Samples of a block, and its coefficients. */
export const BLOCK_LENGTH = 64;

/** Places of coefficients, row by row, in the order in which a file has them: coarse to fine. */
export const ZIGZAG: Uint8Array = zigzag();

function zigzag(): Uint8Array {
  const places = Uint8Array.from({ length: BLOCK_LENGTH }, (_, place) => place);
  const slant = (place: number) => (place >> 3) + (place & 7);
  const along = (place: number) => (slant(place) % 2 === 0 ? place & 7 : place >> 3);
  return places.sort((a, b) => slant(a) - slant(b) || along(a) - along(b));
}

/** Turns blocks into rounded coefficients and back. */
export interface BlockTransform {
  /**
   * Reads samples centred on zero at `from`, writes coefficients in file order at `to`. Returns the
   * most by which any sample will differ when unpacked: the root of the squared rounding errors, as
   * the transform keeps lengths.
   */
  pack(samples: Float64Array, from: number, coefficients: Int16Array, to: number): number;
  /** Reads coefficients at `from`, writes the samples that a reader gets back at the same place. */
  unpack(coefficients: Int16Array, from: number, samples: Float64Array): void;
}

/** The cosine transform with these steps of rounding (ITU-T T.81, A.3). */
export function createBlockTransform(steps: Uint8Array): BlockTransform {
  const work = new Float64Array(BLOCK_LENGTH);
  const divisors = new Float64Array(BLOCK_LENGTH);
  const factors = new Float64Array(BLOCK_LENGTH);
  for (let at = 0; at < BLOCK_LENGTH; at += 1) {
    const scale = (PASS_SCALES[at >> 3] ?? 1) * (PASS_SCALES[at & 7] ?? 1);
    divisors[at] = 1 / (scale * 8 * (steps[at] ?? 1));
    factors[at] = (scale / 8) * (steps[at] ?? 1);
  }
  return {
    pack(samples, from, coefficients, to) {
      for (let at = 0; at < BLOCK_LENGTH; at += 1) work[at] = samples[from + at] ?? 0;
      for (let row = 0; row < BLOCK_LENGTH; row += 8) forwardPass(work, row, 1);
      for (let column = 0; column < 8; column += 1) forwardPass(work, column, 8);
      let squares = 0;
      for (let at = 0; at < BLOCK_LENGTH; at += 1) {
        const place = ZIGZAG[at] ?? 0;
        const exact = (work[place] ?? 0) * (divisors[place] ?? 0);
        // Rounds like Math.round, three times as fast; coefficients lie within ±2048.
        const rounded = ((exact + ROUNDING_BASE + 0.5) | 0) - ROUNDING_BASE;
        const error = (exact - rounded) * (steps[place] ?? 1);
        squares += error * error;
        coefficients[to + at] = rounded;
      }
      return Math.sqrt(squares);
    },
    unpack(coefficients, from, samples) {
      for (let at = 0; at < BLOCK_LENGTH; at += 1) {
        const place = ZIGZAG[at] ?? 0;
        work[place] = (coefficients[from + at] ?? 0) * (factors[place] ?? 0);
      }
      for (let row = 0; row < BLOCK_LENGTH; row += 8) inversePass(work, row, 1);
      for (let column = 0; column < 8; column += 1) inversePass(work, column, 8);
      for (let at = 0; at < BLOCK_LENGTH; at += 1) samples[from + at] = work[at] ?? 0;
    },
  };
}

const ROUNDING_BASE = 32768;

// cos(k π / 16), written out because Math.cos need not agree between machines to the last bit.
const COS_1 = 0.9807852804032304;
const COS_2 = 0.9238795325112867;
const COS_3 = 0.8314696123025452;
const COS_4 = Math.SQRT1_2;
const COS_5 = 0.5555702330196022;
const COS_6 = 0.3826834323650898;
const COS_7 = 0.19509032201612825;

/** What one pass of the fast transform leaves out, by coefficient: √2 · cos(k π / 16). */
const PASS_SCALES = [1, COS_1, COS_2, COS_3, COS_4, COS_5, COS_6, COS_7].map((cosine, index) =>
  index === 0 ? 1 : cosine * Math.SQRT2,
);

/** Eight values in place: the fast transform of Arai, Agui and Nakajima (1988), unscaled. */
function forwardPass(values: Float64Array, start: number, stride: number): void {
  const at1 = start + stride;
  const at2 = at1 + stride;
  const at3 = at2 + stride;
  const at4 = at3 + stride;
  const at5 = at4 + stride;
  const at6 = at5 + stride;
  const at7 = at6 + stride;
  const v0 = values[start] ?? 0;
  const v1 = values[at1] ?? 0;
  const v2 = values[at2] ?? 0;
  const v3 = values[at3] ?? 0;
  const v4 = values[at4] ?? 0;
  const v5 = values[at5] ?? 0;
  const v6 = values[at6] ?? 0;
  const v7 = values[at7] ?? 0;

  // Even coefficients come from the sums of opposite values.
  const outer = v0 + v7 + v3 + v4;
  const inner = v1 + v6 + v2 + v5;
  const outerDifference = v0 + v7 - v3 - v4;
  const innerDifference = v1 + v6 - v2 - v5;
  const turnedEven = (innerDifference + outerDifference) * COS_4;
  values[start] = outer + inner;
  values[at4] = outer - inner;
  values[at2] = outerDifference + turnedEven;
  values[at6] = outerDifference - turnedEven;

  // Odd coefficients come from their differences.
  const low = v3 - v4 + v2 - v5;
  const middle = v2 - v5 + v1 - v6;
  const high = v1 - v6 + v0 - v7;
  const shared = (low - high) * COS_6;
  const turnedLow = low * (COS_2 - COS_6) + shared;
  const turnedHigh = high * (COS_2 + COS_6) + shared;
  const turnedMiddle = middle * COS_4;
  const near = v0 - v7 + turnedMiddle;
  const far = v0 - v7 - turnedMiddle;
  values[at5] = far + turnedLow;
  values[at3] = far - turnedLow;
  values[at1] = near + turnedHigh;
  values[at7] = near - turnedHigh;
}

/** Eight values in place: the same transform backwards. */
function inversePass(values: Float64Array, start: number, stride: number): void {
  const at1 = start + stride;
  const at2 = at1 + stride;
  const at3 = at2 + stride;
  const at4 = at3 + stride;
  const at5 = at4 + stride;
  const at6 = at5 + stride;
  const at7 = at6 + stride;
  const v1 = values[at1] ?? 0;
  const v3 = values[at3] ?? 0;
  const v5 = values[at5] ?? 0;
  const v7 = values[at7] ?? 0;

  // Even coefficients make what opposite values have in common.
  const sum = (values[start] ?? 0) + (values[at4] ?? 0);
  const difference = (values[start] ?? 0) - (values[at4] ?? 0);
  const pair = (values[at2] ?? 0) + (values[at6] ?? 0);
  const turnedPair = ((values[at2] ?? 0) - (values[at6] ?? 0)) * Math.SQRT2 - pair;
  const common0 = sum + pair;
  const common1 = difference + turnedPair;
  const common2 = difference - turnedPair;
  const common3 = sum - pair;

  // Odd coefficients make what sets them apart.
  const shared = (v5 - v3 + v1 - v7) * 2 * COS_2;
  const apart0 = v1 + v7 + v5 + v3;
  const apart1 = shared - (v5 - v3) * 2 * (COS_2 + COS_6) - apart0;
  const apart2 = (v1 + v7 - v5 - v3) * Math.SQRT2 - apart1;
  const apart3 = (v1 - v7) * 2 * (COS_2 - COS_6) - shared + apart2;
  values[start] = common0 + apart0;
  values[at7] = common0 - apart0;
  values[at1] = common1 + apart1;
  values[at6] = common1 - apart1;
  values[at2] = common2 + apart2;
  values[at5] = common2 - apart2;
  values[at4] = common3 + apart3;
  values[at3] = common3 - apart3;
}
