/**
 * The colour that a mix of inks has on newsprint: from inks as `packedInks` gives them to red,
 * green and blue as one number, red the highest byte of three.
 */
export type ProofColours = (inks: number) => number;

/**
 * A proof table has screen colours of newsprint for every mix of 17 steps of each ink: red, green,
 * blue, 0 to 255, for cyan × magenta × yellow × black steps; black runs fastest, cyan slowest.
 */
const STEPS = 17;
const MIXES = STEPS ** 4;

/** A byte of ink is `cell × 255 + share`, out of 16 cells: shares count in 255ths. */
const SHARES = 255;

/** How far the next step of each ink is in the table: cyan, magenta, yellow, black. */
const STRIDES = [STEPS ** 3 * 3, STEPS ** 2 * 3, STEPS * 3, 3] as const;

/** Four amounts of ink, 0 to 255, as one number of 32 bits: cyan is the highest byte. */
export function packedInks(amounts: ArrayLike<number>): number {
  const [c, m, y, k] = [amounts[0] ?? 0, amounts[1] ?? 0, amounts[2] ?? 0, amounts[3] ?? 0];
  return ((c << 24) | (m << 16) | (y << 8) | k) >>> 0;
}

/** The mixes that the table has colours for, in its order: four bytes of ink each. */
export function mixesOfProofTable(): Uint8Array {
  const inks = new Uint8Array(MIXES * 4);
  for (let mix = 0; mix < MIXES; mix += 1) {
    for (let ink = 0; ink < 4; ink += 1) {
      const step = Math.floor(mix / STEPS ** (3 - ink)) % STEPS;
      inks[mix * 4 + ink] = Math.round((step * 255) / (STEPS - 1));
    }
  }
  return inks;
}

/**
 * Reads a table; undefined when the bytes are none. Mixes between the steps are taken from five
 * corners of their cell: the way from its near to its far corner goes first along the ink with the
 * greatest share, last along the one with the least, as in `inksOfPixels`.
 */
export function readProofTable(table: Uint8Array): ProofColours | undefined {
  if (table.length !== MIXES * 3) return undefined;
  const shares = new Int32Array(4);
  const strides = new Int32Array(4);
  return (inks) => {
    let at = 0;
    for (let ink = 0; ink < 4; ink += 1) {
      const scaled = ((inks >>> (24 - 8 * ink)) & 255) * (STEPS - 1);
      // Solid ink is the far end of the last cell, not the start of one beyond the table.
      const cell = Math.min(Math.floor(scaled / SHARES), STEPS - 2);
      const stride = STRIDES[ink] ?? 0;
      at += cell * stride;
      insert(shares, strides, { place: ink, share: scaled - cell * SHARES, stride });
    }
    return mixedColour(table, at, { shares, strides });
  };
}

/** The ways of a cell, the one along the ink with the greatest share first. */
interface CellWays {
  readonly shares: Int32Array;
  readonly strides: Int32Array;
}

interface CellWay {
  readonly place: number;
  readonly share: number;
  readonly stride: number;
}

function insert(shares: Int32Array, strides: Int32Array, { place, share, stride }: CellWay): void {
  let to = place;
  while (to > 0 && (shares[to - 1] ?? 0) < share) {
    shares[to] = shares[to - 1] ?? 0;
    strides[to] = strides[to - 1] ?? 0;
    to -= 1;
  }
  shares[to] = share;
  strides[to] = stride;
}

function mixedColour(table: Uint8Array, near: number, { shares, strides }: CellWays): number {
  let at = near;
  let left = SHARES;
  let [red, green, blue] = [0, 0, 0];
  for (let way = 0; way <= 4; way += 1) {
    const next = way < 4 ? (shares[way] ?? 0) : 0;
    const weight = left - next;
    red += weight * (table[at] ?? 0);
    green += weight * (table[at + 1] ?? 0);
    blue += weight * (table[at + 2] ?? 0);
    left = next;
    at += strides[way] ?? 0;
  }
  return (
    (Math.round(red / SHARES) << 16) | (Math.round(green / SHARES) << 8) | Math.round(blue / SHARES)
  );
}
