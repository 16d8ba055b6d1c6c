import { expect, test } from 'vitest';
import {
  falseAlarms,
  proofFigures,
  seedOutcomes,
  shippedBook,
  shippedSense,
} from '#build/bench/intake/proof-figures.ts';
import { PROOF_ROUNDS, roundAlarms, roundErrors } from '#build/bench/intake/proof-rounds.ts';
import { RULES } from './read-marked.ts';

test('finds nine of ten planted errors and more', () => {
  const outcomes = seedOutcomes(shippedBook());
  expect(outcomes.length).toBeGreaterThan(200);
  const found = outcomes.filter(({ isFound }) => isFound);
  expect(found.length / outcomes.length).toBeGreaterThan(0.9);
});

test('spares clean text', () => {
  expect(falseAlarms(shippedBook()).map(({ rule, words }) => `${rule} ${words}`)).toEqual([]);
});

test('every rule that needs no list and no grid is tried by a planted error', () => {
  const tried = new Set(seedOutcomes(shippedBook()).map(({ seed }) => seed.rule));
  const untried = RULES.map(({ id }) => id).filter((id) => !tried.has(id));
  expect(untried).toEqual(['hotline-label', 'ad-mark', 'title-validity', 'newsroom-word']);
});

test('every planted error is of a rule that is written down', () => {
  const ids = new Set(RULES.map(({ id }) => id));
  expect(seedOutcomes(shippedBook()).filter(({ seed }) => !ids.has(seed.rule))).toEqual([]);
});

test('ships at least three hundred confused words', () => {
  const pairs = Object.entries(shippedBook().confusions.pairs);
  expect(pairs.length).toBeGreaterThanOrEqual(300);
  expect(pairs.filter(([wrong, right]) => wrong.length !== right.length)).toEqual([]);
});

test('finds more than half of the wrong characters that no list names', async () => {
  const figures = await proofFigures();
  const unlisted = figures.filter(({ name }) => name.includes('no list names'));
  expect(unlisted).toHaveLength(3);
  for (const { value, samples } of unlisted) {
    expect(value).toBeGreaterThan(60);
    expect(samples).toBeGreaterThan(10);
  }
});

test('finds nine of ten errors of each round that nobody had shown it', () => {
  const room = { book: shippedBook(), issueDate: '2021-06-18', sense: shippedSense() };
  for (const round of PROOF_ROUNDS) {
    const listed = roundErrors(round, room).filter(({ isListed }) => isListed);
    const found = listed.filter(({ isFound }) => isFound);
    expect(found.length / listed.length).toBeGreaterThan(0.9);
    const { marks, characters } = roundAlarms(round, room);
    expect(characters).toBeGreaterThan(1000);
    expect((1000 * marks.length) / characters).toBeLessThan(2);
  }
});
