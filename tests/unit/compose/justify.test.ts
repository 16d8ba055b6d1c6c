import { describe, expect, test } from 'vitest';
import {
  ALL_STAGES,
  bodiesAt,
  fullLine,
  gapChanges,
  naturalEm,
  round,
  setText,
} from './marked-text.ts';

const CENSUS = '据统计，截至5月31日，全区共有市场主体28614户';
const FIRMS = '引进GE和ABB等企业共12家落户园区';
/** Enough after a line to make it a full line and not the last. */
const MORE = '发展'.repeat(9);

describe('shrinking', () => {
  test('the census line is 23.5 em by nature', () => {
    expect(naturalEm(CENSUS)).toBe(23.5);
  });

  test('takes the two commas first and nothing else', () => {
    const lines = setText(CENSUS, 22.5)?.lines;
    expect(lines).toHaveLength(1);
    expect(lines?.[0]).toMatchObject({ width: 22.5, natural: 23.5, end: CENSUS.length });
    expect(gapChanges(CENSUS, 22.5)).toEqual({ '，截@4': -0.5, '，全@12': -0.5 });
  });

  test('then takes the six Han–digit spaces by an equal share', () => {
    const changes = gapChanges(CENSUS, 22);
    const commas = Object.entries(changes).filter(([gap]) => gap.startsWith('，'));
    const spaces = Object.entries(changes).filter(([gap]) => !gap.startsWith('，'));
    expect(commas.map(([, change]) => change)).toEqual([-0.5, -0.5]);
    expect(spaces.map(([, change]) => change)).toEqual([
      -0.0833, -0.0833, -0.0833, -0.0833, -0.0833, -0.0833,
    ]);
  });

  test('stops where every stage is exhausted, and pushes out', () => {
    expect(setText(CENSUS, 21.75)?.lines).toHaveLength(1);
    expect(setText(CENSUS, 21.7)?.lines).toHaveLength(2);
  });

  test('goes through the stages in order: word space, bracket, comma, Han–Latin, full stop', () => {
    const text = 'AB CD国（国）国，国E国。国国';
    const stages = [
      ['word space', 1 / 12, /^BC/],
      ['brackets', 1, /（|）/],
      ['comma', 0.5, /，/],
      ['Han–Latin spaces', 0.375, /[A-Z]国|国[A-Z]/],
      ['full stop', 0.5, /。/],
    ] as const;
    const natural = naturalEm(text);
    let spent = 0;
    for (const [index, [name, room]] of stages.entries()) {
      const half = gapChanges(text, natural - spent - room / 2);
      const moved = stages.filter(([, , gap]) => Object.keys(half).some((key) => gap.test(key)));
      expect(moved, name).toEqual(stages.slice(0, index + 1));
      const total = Object.values(half).reduce((sum, change) => sum - change, 0);
      expect(round(total), name).toBeCloseTo(spent + room / 2, 3);
      spent += room;
    }
    const exhausted = gapChanges(text, natural - spent);
    expect(Object.values(exhausted).reduce((a, b) => a + b, 0)).toBeCloseTo(-spent, 3);
    expect(fullLine(text, natural - spent - 0.01).width).toBeCloseTo(natural - spent, 9);
  });

  test('shares a stage equally among its places', () => {
    const text = '国，国、国；国：国国';
    expect(Object.values(gapChanges(text, naturalEm(text) - 1))).toEqual([
      -0.25, -0.25, -0.25, -0.25,
    ]);
  });

  test('keeps a quarter after ， where the page style wants it', () => {
    const gaps = { ...ALL_STAGES, commaMinEm: 0.25 };
    const text = '国，国、国国';
    expect(setText(text, naturalEm(text) - 0.5, { gaps })?.lines).toHaveLength(1);
    expect(setText(text, naturalEm(text) - 0.51, { gaps })?.lines).toHaveLength(2);
  });

  test('leaves the full stop alone where the page style forbids it', () => {
    const gaps = { ...ALL_STAGES, periodMayShrink: false };
    expect(setText('国国。国国', 4.9)?.lines).toHaveLength(1);
    expect(setText('国国。国国', 4.9, { gaps })?.lines).toHaveLength(2);
  });

  test('may save a last line that is slightly too long', () => {
    expect(setText('国国，国国', 4.75)?.lines[0]?.width).toBeCloseTo(4.75, 9);
  });
});

describe('stretching', () => {
  test('opens the Han–Latin spaces alone while they can take it', () => {
    expect(naturalEm(FIRMS)).toBe(17);
    const changes = gapChanges(FIRMS, 18);
    expect(Object.values(changes)).toEqual([0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667]);
    expect(Object.keys(changes)).toEqual(['进G@2', 'E和@4', '和A@5', 'B等@8', '共1@12', '2家@14']);
  });

  test('opens word spaces before Han–Latin spaces', () => {
    const text = '国AB CD国国';
    const natural = naturalEm(text);
    expect(gapChanges(text, natural + 0.1)).toEqual({ 'BC@4': 0.1 });
    expect(gapChanges(text, natural + 1 / 6 + 0.1)).toEqual({
      'BC@4': 0.1667,
      '国A@1': 0.05,
      'D国@6': 0.05,
    });
  });

  test('then opens all gaps equally, but none inside a mark, a number or a word', () => {
    const text = '国国（国国）国2021国国ABB国——国国';
    const spaces = 4 * 0.25;
    const changes = gapChanges(text, naturalEm(text) + spaces + 1);
    const opened = Object.keys(changes);
    expect(opened).toHaveLength(12);
    expect(opened.filter((gap) => /（国|国）|\d\d@|[A-Z]{2}|————/.test(gap))).toEqual([]);
    const widening = round(1 / 12);
    for (const change of Object.values(changes)) {
      expect([widening, round(widening + 0.25)]).toContain(change);
    }
  });

  test('never opens beside a connector, a slash or a middle dot', () => {
    const text = '国比尔·盖茨国公里/小时国国—国国国国国国国国国国国';
    const changes = Object.keys(gapChanges(text, naturalEm(text) + 1));
    expect(changes.length).toBeGreaterThan(8);
    expect(changes.filter((gap) => /[·/—]/.test(gap))).toEqual([]);
  });

  test('keeps a mark with the character it clings to', () => {
    const text = '国国，国国“国国”国国。国国国国国国国国国国国';
    const changes = Object.keys(gapChanges(text, naturalEm(text) + 1));
    expect(changes.length).toBeGreaterThan(5);
    expect(changes.filter((gap) => /国，|“国|国”|国。/.test(gap))).toEqual([]);
  });

  test('sets full lines to the measure, to the last digit', () => {
    const lines = setText(`${CENSUS}，${FIRMS}。${MORE}`, 13)?.lines ?? [];
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines.slice(0, -1)) expect(line.width).toBeCloseTo(13, 9);
  });

  test('leaves the last line and a paragraph of one line as they are', () => {
    expect(bodiesAt('国国国', 9)).toEqual([0, 1, 2]);
    expect(setText(`${MORE}国国`, 9)?.lines.at(-1)?.width).toBe(2);
  });

  test('spreads nothing when the text is set ragged', () => {
    const lines = setText(`${CENSUS}，${FIRMS}。`, 13, { justify: false })?.lines ?? [];
    for (const line of lines) expect(line.width).toBeLessThanOrEqual(13 + 1e-9);
    expect(lines.some((line) => line.width < 12.99)).toBe(true);
    expect(lines.every((line) => line.widening === 0)).toBe(true);
  });
});
