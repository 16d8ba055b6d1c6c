import type { ColourEngine } from './colour-engine.ts';
import { type InkTable, TABLE_STEPS } from './ink-table.ts';

/** Builds the table of a press profile; takes about 60 ms, so the usual one is kept as a file. */
export function buildInkTable(engine: ColourEngine, icc: Uint8Array): InkTable {
  return { inks: buildInks(engine, icc), blacks: buildBlacks(engine, icc) };
}

function buildInks(engine: ColourEngine, icc: Uint8Array): Uint8Array {
  const steps = Array.from({ length: TABLE_STEPS }, (_, step) =>
    Math.round((step * 65535) / (TABLE_STEPS - 1)),
  );
  const colours = new Uint16Array(TABLE_STEPS ** 3 * 3);
  let at = 0;
  for (const red of steps) {
    for (const green of steps) {
      for (const blue of steps) {
        colours.set([red, green, blue], at);
        at += 3;
      }
    }
  }
  return Uint8Array.from(engine.inksOf(icc, colours), (ink) => Math.round(ink / 257));
}

/**
 * Black ink for each grey: the amount whose print, on its way from paper to solid black, is as
 * light as the grey is on its way from white to black. Straight complements would print too dark,
 * as newsprint gains a quarter in the middle tones.
 */
function buildBlacks(engine: ColourEngine, icc: Uint8Array): Uint8Array {
  const ramp = new Uint8Array(256 * 4);
  for (let black = 0; black < 256; black += 1) ramp[black * 4 + 3] = black;
  const printed = engine.rgbOf(icc, ramp, 'newsprint');
  const lights = Array.from({ length: 256 }, (_, black) => luminance(printed, black * 3));
  const paper = lights[0] ?? 1;
  const solid = lights[255] ?? 0;

  const blacks = new Uint8Array(256);
  let black = 255;
  for (let grey = 0; grey < 256; grey += 1) {
    const wanted = solid + (paper - solid) * linearLight(grey);
    while (black > 0 && (lights[black] ?? 0) < wanted) black -= 1;
    blacks[grey] = black;
  }
  return blacks;
}

/** Relative luminance of an sRGB colour (IEC 61966-2-1). */
function luminance(rgb: Uint8Array, at: number): number {
  const [red, green, blue] = [0, 1, 2].map((channel) => linearLight(rgb[at + channel] ?? 0));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function linearLight(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
