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
  const lights = lightsOfBlack(engine, icc);
  return Uint8Array.from({ length: 256 }, (_, grey) => blackAsLightAs(lights, linearLight(grey)));
}

/**
 * Black ink for each amount of black ink on another press: as light on the way from its paper to
 * its solid black. The first press is the one that the amounts are meant for.
 */
export function blacksOfOtherPress(
  engine: ColourEngine,
  from: Uint8Array,
  to: Uint8Array,
): Uint8Array {
  const [there, here] = [lightsOfBlack(engine, from), lightsOfBlack(engine, to)];
  const [paper = 1, solid = 0] = [there[0], there[255]];
  return Uint8Array.from(there, (light) => blackAsLightAs(here, (light - solid) / (paper - solid)));
}

/** How light each amount of black ink prints. */
function lightsOfBlack(engine: ColourEngine, icc: Uint8Array): readonly number[] {
  const ramp = new Uint8Array(256 * 4);
  for (let black = 0; black < 256; black += 1) ramp[black * 4 + 3] = black;
  const printed = engine.rgbOf(icc, ramp, 'newsprint');
  return Array.from({ length: 256 }, (_, black) => luminance(printed, black * 3));
}

/** The most black that lets through so much of the light between solid black and paper. */
function blackAsLightAs(lights: readonly number[], share: number): number {
  const [paper = 1, solid = 0] = [lights[0], lights[255]];
  const wanted = solid + (paper - solid) * share;
  let black = 255;
  while (black > 0 && (lights[black] ?? 0) < wanted) black -= 1;
  return black;
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
