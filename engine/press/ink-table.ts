/**
 * Inks for every sRGB colour, by a table of 33 steps along each of red, green and blue. Colours
 * between the steps are mixed from four corners of their cell with shares that sum to one
 * (tetrahedral interpolation), so no colour ever takes more ink than the heaviest table entry.
 */
export interface InkTable {
  /** Cyan, magenta, yellow, black, 0 to 255, for red × green × blue steps; blue runs fastest. */
  readonly inks: Uint8Array;
  /** Black ink, 0 to 255, for each grey of 0 (black) to 255 (white): for black-plate pictures. */
  readonly blacks: Uint8Array;
}

/** Steps along each side of the table. */
export const TABLE_STEPS = 33;

const INK_BYTES = TABLE_STEPS ** 3 * 4;
const BLACK_BYTES = 256;

// Offsets of the next step along each side.
const RED_STEP = TABLE_STEPS * TABLE_STEPS * 4;
const GREEN_STEP = TABLE_STEPS * 4;
const BLUE_STEP = 4;

const FAR_CORNER = RED_STEP + GREEN_STEP + BLUE_STEP;

// The corners that the six ways pass, in the order of `wayThroughCell`.
const FIRST_CORNERS = [RED_STEP, RED_STEP, BLUE_STEP, GREEN_STEP, GREEN_STEP, BLUE_STEP];
const SECOND_CORNERS = [
  RED_STEP + GREEN_STEP,
  RED_STEP + BLUE_STEP,
  BLUE_STEP + RED_STEP,
  GREEN_STEP + RED_STEP,
  GREEN_STEP + BLUE_STEP,
  BLUE_STEP + GREEN_STEP,
];

/** A byte of colour is `CELL × step + share`: 255 spans of 32 cells, so shares count in 255ths. */
const SHARES = 255;

/**
 * The most ink that the table can give, percent. Each of the four inks may be rounded up by half a
 * 255th when a colour is mixed, 0.8 % in all; that is counted in.
 */
export function greatestInkPercent(table: InkTable): number {
  const { inks } = table;
  let greatest = 0;
  for (let at = 0; at < inks.length; at += 4) {
    greatest = Math.max(greatest, sumOfFour(inks, at));
  }
  return ((greatest + 4 * 0.5) / 255) * 100;
}

/** Paper that takes a trace of ink by rounding is still white, percent of all four. */
const TRACE_PERCENT = 5;

/**
 * True when the table leaves white paper white. Damaged profiles, and those with their tables the
 * wrong way about, can be converted by, and print a tint or a solid where the picture is white.
 */
export function keepsPaperWhite({ blacks, inks }: InkTable): boolean {
  const white = (sumOfFour(inks, inks.length - 4) / 255) * 100;
  const grey = ((blacks[255] ?? 255) / 255) * 100;
  return white <= TRACE_PERCENT && grey <= TRACE_PERCENT;
}

/**
 * True when every pixel is a grey, three bytes each: such a picture prints on the black plate,
 * where four inks that are not quite in register would give it coloured edges and a cast.
 */
export function isNeutral(rgb: Uint8Array): boolean {
  for (let at = 0; at + 2 < rgb.length; at += 3) {
    if (rgb[at] !== rgb[at + 1] || rgb[at] !== rgb[at + 2]) return false;
  }
  return true;
}

/** Most ink of any pixel, percent. */
export function heaviestPixelPercent(inks: Uint8Array): number {
  let greatest = 0;
  for (let at = 0; at + 3 < inks.length; at += 4) {
    greatest = Math.max(greatest, sumOfFour(inks, at));
  }
  return (greatest / 255) * 100;
}

/**
 * Turns sRGB pixels, three bytes each, into inks, four bytes each.
 *
 * A cell is cut into six tetrahedra along its grey diagonal; the way from its near to its far
 * corner goes first along the colour with the greatest share, last along the one with the least
 * (Sakamoto and Itooka's method). Whole numbers throughout, so that all machines agree.
 */
export function inksOfPixels(table: InkTable, rgb: Uint8Array): Uint8Array {
  const { inks: entries } = table;
  const { cells, shares } = cellSteps();
  const inks = new Uint8Array(Math.floor(rgb.length / 3) * 4);
  for (let from = 0, to = 0; to < inks.length; from += 3, to += 4) {
    const red = rgb[from] ?? 0;
    const green = rgb[from + 1] ?? 0;
    const blue = rgb[from + 2] ?? 0;
    const redShare = shares[red] ?? 0;
    const greenShare = shares[green] ?? 0;
    const blueShare = shares[blue] ?? 0;
    const way = wayThroughCell(redShare, greenShare, blueShare);
    const near =
      (cells[red] ?? 0) * RED_STEP +
      (cells[green] ?? 0) * GREEN_STEP +
      (cells[blue] ?? 0) * BLUE_STEP;
    const greatest = Math.max(redShare, greenShare, blueShare);
    const least = Math.min(redShare, greenShare, blueShare);
    const middle = redShare + greenShare + blueShare - greatest - least;
    const first = near + (FIRST_CORNERS[way] ?? 0);
    const second = near + (SECOND_CORNERS[way] ?? 0);
    for (let ink = 0; ink < 4; ink += 1) {
      const mixed =
        (entries[near + ink] ?? 0) * (SHARES - greatest) +
        (entries[first + ink] ?? 0) * (greatest - middle) +
        (entries[second + ink] ?? 0) * (middle - least) +
        (entries[near + FAR_CORNER + ink] ?? 0) * least;
      inks[to + ink] = (mixed + 127) / SHARES;
    }
  }
  return inks;
}

/** Turns sRGB pixels, three bytes each, into black ink, one byte each. */
export function blacksOfPixels(table: InkTable, rgb: Uint8Array): Uint8Array {
  const blacks = new Uint8Array(Math.floor(rgb.length / 3));
  for (let from = 0, to = 0; to < blacks.length; from += 3, to += 1) {
    // Luma of ITU-R BT.709, in ten-thousandths so that all machines agree.
    const luma = 2126 * (rgb[from] ?? 0) + 7152 * (rgb[from + 1] ?? 0) + 722 * (rgb[from + 2] ?? 0);
    blacks[to] = table.blacks[Math.floor((luma + 5000) / 10_000)] ?? 0;
  }
  return blacks;
}

/**
 * The same for an ad that became a picture: what is neutral in it was black type, line work or a
 * black tint, and takes black ink alone, as it did in the ad; the rest takes four inks.
 */
export function inksOfAdPixels(table: InkTable, rgb: Uint8Array): Uint8Array {
  const inks = inksOfPixels(table, rgb);
  for (let from = 0, to = 0; to < inks.length; from += 3, to += 4) {
    const grey = rgb[from] ?? 0;
    if (grey !== rgb[from + 1] || grey !== rgb[from + 2]) continue;
    inks.fill(0, to, to + 3);
    inks[to + 3] = grey === 0 ? 255 : (table.blacks[grey] ?? 0);
  }
  return inks;
}

/** The table as one run of bytes, to be kept in a file. */
export function inkTableBytes(table: InkTable): Uint8Array {
  const bytes = new Uint8Array(INK_BYTES + BLACK_BYTES);
  bytes.set(table.inks);
  bytes.set(table.blacks, INK_BYTES);
  return bytes;
}

/** Reads what `inkTableBytes` wrote; undefined when it is not such a table. */
export function readInkTable(bytes: Uint8Array): InkTable | undefined {
  if (bytes.length !== INK_BYTES + BLACK_BYTES) return undefined;
  return { inks: bytes.subarray(0, INK_BYTES), blacks: bytes.subarray(INK_BYTES) };
}

/** For each byte of colour, its cell (the step below) and its share of the step above. */
interface CellSteps {
  readonly cells: Uint8Array;
  readonly shares: Uint8Array;
}

function cellSteps(): CellSteps {
  const cells = new Uint8Array(256);
  const shares = new Uint8Array(256);
  for (let value = 0; value < 256; value += 1) {
    const scaled = value * (TABLE_STEPS - 1);
    // White is the far end of the last cell, not the start of one beyond the table.
    const cell = Math.min(Math.floor(scaled / SHARES), TABLE_STEPS - 2);
    cells[value] = cell;
    shares[value] = scaled - cell * SHARES;
  }
  return { cells, shares };
}

/** Which of the six tetrahedra a colour lies in. */
function wayThroughCell(red: number, green: number, blue: number): number {
  if (red >= green) {
    if (green >= blue) return 0;
    return red >= blue ? 1 : 2;
  }
  if (red >= blue) return 3;
  return green >= blue ? 4 : 5;
}

function sumOfFour(values: Uint8Array, at: number): number {
  return (values[at] ?? 0) + (values[at + 1] ?? 0) + (values[at + 2] ?? 0) + (values[at + 3] ?? 0);
}
