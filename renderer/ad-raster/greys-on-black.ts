/** Pixels as a canvas has them: red, green, blue, opacity. */
export interface RasterPixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/**
 * Black ink alone as pdf.js shows it: 255 less these for an amount k of 0 to 1, by its formula for
 * four inks. Its full black is a dark blue-grey, which separated again would take all four plates.
 */
const RAMP = [
  { square: 21.86122147463605, plain: 189.48180835922747 },
  { square: 20.737325471181034, plain: 187.80453709719578 },
  { square: 22.33816807309886, plain: 180.12613974708367 },
] as const;

/** How far rounding and smoothed edges take a grey off the ramp. */
const OFF_RAMP = 4;

/**
 * Makes greys of black type and line work exactly neutral, so that they are printed in black ink
 * alone: black ink as pdf.js shows it, and light that is grey already. Solid black becomes the
 * darkest grey, with the smoothed edges around it; tints keep the tone that they show. A lone grey
 * pixel in a coloured photograph stays as it is, or its shadows would be speckled.
 */
export function greysOnBlack({ data, height, width }: RasterPixels): void {
  const blacks = blacksOf(data);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const black = blacks[at] ?? COLOURED;
      if (black === COLOURED) continue;
      const around = aroundPixel(blacks, { x, y, width, height });
      if (around === 'coloured') continue;
      const grey = around === 'line work' ? 255 - black : (data[at * 4 + 1] ?? 0);
      data.fill(grey, at * 4, at * 4 + 3);
    }
  }
}

/** Stands for a pixel that is no grey. */
const COLOURED = -1;
/** From this amount on black is solid. */
const SOLID = 251;

/** The amount of black ink that each pixel means, 0 to 255. */
function blacksOf(data: Uint8ClampedArray): Int16Array {
  const blacks = new Int16Array(data.length / 4);
  for (let pixel = 0; pixel < blacks.length; pixel += 1) {
    const at = pixel * 4;
    blacks[pixel] = blackOf(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
  }
  return blacks;
}

function blackOf(red: number, green: number, blue: number): number {
  if (red === green && green === blue) return 255 - green;
  const [ofRed, ofGreen, ofBlue] = RAMP;
  const { plain, square } = ofGreen;
  const k = (Math.sqrt(plain * plain + 4 * square * (255 - green)) - plain) / (2 * square);
  if (k > 1.02) return COLOURED;
  const isOn = (value: number, ramp: (typeof RAMP)[number]) =>
    Math.abs(255 - k * (ramp.square * k + ramp.plain) - value) <= OFF_RAMP;
  if (!isOn(red, ofRed) || !isOn(blue, ofBlue)) return COLOURED;
  return Math.round(255 * Math.min(1, k));
}

/** Whether a grey pixel touches solid black, lies among greys alone, or beside a colour. */
function aroundPixel(
  blacks: Int16Array,
  place: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>,
): 'line work' | 'grey' | 'coloured' {
  const { height, width, x, y } = place;
  let areAllGrey = true;
  for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1) {
    for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column += 1) {
      const black = blacks[row * width + column] ?? COLOURED;
      if (black >= SOLID) return 'line work';
      if (black === COLOURED) areAllGrey = false;
    }
  }
  return areAllGrey ? 'grey' : 'coloured';
}
