import { expect, test } from 'vitest';
import { type MixWish, mixPlates, paperColour } from '#renderer/page-view/mix-plates.ts';

/** The mix itself as a colour: cyan, magenta and yellow as they are; black is left out. */
const INKS_AS_COLOUR = (inks: number) => inks >>> 8;

const ALL: MixWish = {
  proof: INKS_AS_COLOUR,
  plates: ['c', 'm', 'y', 'k'],
  isGrey: true,
  inkLimitPercent: undefined,
};

/** What one pixel with these inks shows. */
function shown(wish: MixWish, [c, m, y, k]: readonly [number, number, number, number]): string {
  const colours = Uint8ClampedArray.of(255 - c, 255 - m, 255 - y, 255);
  mixPlates(wish)({ colours, black: Uint8ClampedArray.of(255 - k, 255 - k, 255 - k, 255) });
  expect(colours[3]).toBe(255);
  return [...colours.subarray(0, 3)].join(' ');
}

test('all plates together show as the profile has their mix', () => {
  expect(shown(ALL, [200, 100, 50, 0])).toBe('200 100 50');
});

test('what is not on a plate that shows is left out', () => {
  expect(shown({ ...ALL, plates: ['c', 'y'] }, [200, 100, 50, 255])).toBe('200 0 50');
});

test('a plate alone is grey, or the colour of its ink', () => {
  expect(shown({ ...ALL, plates: ['k'] }, [200, 100, 50, 255])).toBe('0 0 0');
  expect(shown({ ...ALL, plates: ['m'] }, [200, 100, 50, 255])).toBe('155 155 155');
  expect(shown({ ...ALL, plates: ['m'], isGrey: false }, [200, 100, 50, 9])).toBe('0 100 0');
});

test('more ink than the print shop takes is marked, on whichever plate one looks', () => {
  const limited = { ...ALL, inkLimitPercent: 240 };
  // 240 percent is 612 of 255; two for rounding.
  expect(shown(limited, [255, 255, 104, 0])).toBe('255 255 104');
  expect(shown(limited, [255, 255, 105, 0])).toBe('255 42 0');
  expect(shown({ ...limited, plates: ['k'] }, [255, 255, 105, 0])).toBe('255 42 0');
});

test('bare paper is the profile’s, and white under a grey plate', () => {
  expect(paperColour({ ...ALL, proof: () => 0x0cb1c0 })).toBe('#0cb1c0');
  expect(paperColour({ ...ALL, plates: ['c'], proof: () => 0x0cb1c0 })).toBe('#ffffff');
});

test('a mix that comes again after many others shows as before', () => {
  const count = 40_000;
  const pixels = 2 * count;
  const colours = new Uint8ClampedArray(pixels * 4);
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    const mix = pixel % count;
    colours.set([255 - (mix >> 8), 255 - (mix & 255), 255 - (mix % 251), 255], pixel * 4);
  }
  mixPlates(ALL)({ colours, black: new Uint8ClampedArray(pixels * 4).fill(255) });
  for (let pixel = 0; pixel < pixels; pixel += 501) {
    const mix = pixel % count;
    const lights = [...colours.subarray(pixel * 4, pixel * 4 + 3)];
    expect(lights).toEqual([mix >> 8, mix & 255, mix % 251]);
  }
});
