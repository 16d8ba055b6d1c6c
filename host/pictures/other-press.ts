import { blacksOfOtherPress } from '#engine/press/build-ink-table.ts';
import { type ColourEngine, openColourEngine } from '#engine/press/colour-engine.ts';
import { readLcmsWasm } from '#host/press/load-press-profile.ts';
import type { InkedPicture } from './decode-picture.ts';

/**
 * Papers that differ by more than this in L* are different stock: newsprint has 78 to 84, coated
 * and uncoated white paper 92 to 96 (ISO 12647-2 and -3).
 */
const SAME_PAPER = 6;

/**
 * The inks of a picture as our press is to lay them. Inks that were meant for another paper, as the
 * picture's own profile says, are turned into inks that look alike here; all others stay (0040).
 */
export async function inksForPress(
  { icc, inks }: Pick<InkedPicture, 'icc' | 'inks'>,
  press: { readonly icc: Uint8Array },
): Promise<Uint8Array> {
  if (icc === undefined || !isOfFourInks(icc)) return inks;
  const engine = await colourEngine();
  if (!isOtherPaper(engine, icc, press.icc)) return inks;
  const turned = engine.inksOfOther(icc, press.icc, inks);
  const blacks = blacksOfOtherPress(engine, icc, press.icc);
  // Black alone stays black alone: type in the picture, or a picture without colour.
  for (let at = 0; at < inks.length; at += 4) {
    if ((inks[at] ?? 0) + (inks[at + 1] ?? 0) + (inks[at + 2] ?? 0) > 0) continue;
    turned.set([0, 0, 0, blacks[inks[at + 3] ?? 0] ?? 0], at);
  }
  return turned;
}

function isOtherPaper(engine: ColourEngine, icc: Uint8Array, own: Uint8Array): boolean {
  try {
    const [there = 0, here = 0] = [icc, own].map((one) => engine.labOf(one, PAPER)[0]);
    return Math.abs(there - here) > SAME_PAPER;
  } catch {
    // A profile that cannot be read says nothing.
    return false;
  }
}

const PAPER = new Uint8Array(4);

/** An output profile of four inks says so in its head (ICC.1:2010, 7.2). */
function isOfFourInks(icc: Uint8Array): boolean {
  return Buffer.from(icc.subarray(12, 20)).toString('latin1') === 'prtrCMYK';
}

let engine: Promise<ColourEngine> | undefined;

/** Started when the first picture calls for it. */
function colourEngine(): Promise<ColourEngine> {
  engine ??= readLcmsWasm().then(openColourEngine);
  return engine;
}
