import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openColourEngine } from '#engine/press/colour-engine.ts';
import type { Ink } from '#engine/units/ink.ts';
import { K_ONLY, PAPER } from '#engine/units/ink.ts';
import { screenColour } from '#renderer/painter/ink.ts';

const PROFILE = join(
  import.meta.dirname,
  '../../../../templates/press-profiles/newsprint-tr002-tac220.icc',
);
const LCMS = join(dirname(createRequire(import.meta.url).resolve('lcms-wasm')), 'lcms.wasm');

/** Units of 255; see the comment in renderer/painter/ink.ts. */
const NEAR = 14;

let throughProfile: (ink: Ink) => readonly number[];

beforeAll(async () => {
  const colours = await openColourEngine(new Uint8Array(readFileSync(LCMS)));
  const newsprint = new Uint8Array(readFileSync(PROFILE));
  throughProfile = ({ c, m, y, k }) => {
    const inks = Uint8Array.from([c, m, y, k], (amount) => Math.round(amount * 255));
    return [...colours.rgbOf(newsprint, inks, 'white')];
  };
});

test('solid inks and their overprints show as the newsprint profile says', () => {
  for (let index = 0; index < 8; index++) {
    const ink = { c: index & 1, m: (index >> 1) & 1, y: (index >> 2) & 1, k: 0 };
    expect(farthest(ink)).toBeLessThanOrEqual(1);
  }
});

test('light tints, as laid under blocks, come near to the profile', () => {
  const tints = [0.05, 0.1, 0.15, 0.2].flatMap((amount) =>
    (['c', 'm', 'y', 'k'] as const).map((part) => farthest({ ...PAPER, [part]: amount })),
  );
  expect(Math.max(...tints)).toBeLessThanOrEqual(NEAR);
});

test('black is neutral and about as dark as the profile has it', () => {
  expect(screenColour(K_ONLY)).toBe('rgb(40 40 40)');
  const [red = 0, green = 0, blue = 0] = throughProfile(K_ONLY);
  expect(Math.abs(0.2126 * red + 0.7152 * green + 0.0722 * blue - 40)).toBeLessThan(2.5);
});

function farthest(ink: Ink): number {
  const shown = screenColour(ink).match(/\d+/g)?.map(Number) ?? [];
  return Math.max(
    ...throughProfile(ink).map((light, part) => Math.abs(light - (shown[part] ?? 0))),
  );
}
