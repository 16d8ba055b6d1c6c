import { beforeAll, describe, expect, it } from 'vitest';
import { STRANGE_PAGES } from '#build/bench/press/blind-round/all-strangers.ts';
import {
  readGoodVariation,
  readStrangePage,
} from '#build/bench/press/blind-round/blind-figures.ts';
import { GOOD_VARIATIONS } from '#build/bench/press/blind-round/good-variations.ts';
import { SECOND_PAGES } from '#build/bench/press/blind-round/second-pages.ts';
import { type PressedSample, pressSample } from '#build/bench/press/pressed-sample.ts';

const SAMPLE = { template: 'park-broadsheet', profile: 'newsprint-390x540' };
const good: Partial<Record<'x4' | 'x1a', PressedSample>> = {};

beforeAll(async () => {
  for (const standard of ['x4', 'x1a'] as const) {
    good[standard] = await pressSample({ ...SAMPLE, standard });
  }
}, 60_000);

function goodPages(): Readonly<Record<'x4' | 'x1a', PressedSample>> {
  const { x1a, x4 } = good;
  if (x4 === undefined || x1a === undefined) throw new Error('the sample was not pressed');
  return { x4, x1a };
}

/** What a form draws is a placed ad, in which small type of two inks only warns. */
const ONLY_WARNED = ['small type of two inks in a form that shrinks it'];

describe('a page spoilt by somebody who had not seen the checks', () => {
  const pages = [...STRANGE_PAGES, ...SECOND_PAGES];
  const caught = pages.filter(({ name }) => !ONLY_WARNED.includes(name));

  it('has a name of its own', () => {
    expect(new Set(pages.map(({ name }) => name)).size).toBe(pages.length);
  });

  it.each(caught)('is caught: $name', (page) => {
    expect(readStrangePage(goodPages(), page).isRight).toBe(true);
  });

  it.each(pages.filter(({ name }) => ONLY_WARNED.includes(name)))('is told: $name', (page) => {
    expect(readStrangePage(goodPages(), page).told).toEqual(['warns: R0017']);
  });
});

/** Nothing that we write stands in a file without use; a script least of all. */
const HELD = 'an object that nothing refers to';

describe('a page that differs from ours and is good', () => {
  it.each(GOOD_VARIATIONS.filter(({ name }) => name !== HELD))('gives no alarm: $name', (page) => {
    expect(readGoodVariation(goodPages(), page).told).toEqual([]);
  });

  it.each(GOOD_VARIATIONS.filter(({ name }) => name === HELD))('is held: $name', (page) => {
    expect(readGoodVariation(goodPages(), page).told).toEqual(['blocks press: X-ACTION']);
  });
});
