import { describe, expect, it } from 'vitest';
import { FIT_LIMITS, fitLine, fitLines, sizeSteps } from '#engine/compose/fit-line.ts';

const SIZES = sizeSteps({ leastPt: 22, mostPt: 54 });

describe('fit to width', () => {
  it('takes a size step alone when it fills the line', () => {
    const fitted = fitLine({ naturalEm: 10, glyphCount: 10, measurePt: 360, sizesPt: SIZES });
    expect(fitted).toMatchObject({ sizePt: 36, trackingEm: 0, horizontalScale: 1 });
    expect(fitted.result).toBe('filled');
  });

  it('tracks within five hundredths before it touches the glyphs', () => {
    const fitted = fitLine({ naturalEm: 10, glyphCount: 10, measurePt: 370, sizesPt: SIZES });
    expect(fitted.horizontalScale).toBe(1);
    expect(Math.abs(fitted.trackingEm)).toBeLessThanOrEqual(0.05);
    expect(fitted.widthPt).toBeCloseTo(370, 6);
  });

  it('takes of two sizes within reach the one that needs less tracking', () => {
    const fitted = fitLine({ naturalEm: 10, glyphCount: 10, measurePt: 373, sizesPt: [36, 39] });
    expect(fitted).toMatchObject({ sizePt: 36, horizontalScale: 1 });
  });

  it('widens the glyphs when one size with all its tracking is not enough', () => {
    const fitted = fitLine({ naturalEm: 10, glyphCount: 10, measurePt: 410, sizesPt: [36] });
    expect(fitted.trackingEm).toBeCloseTo(0.05, 9);
    expect(fitted.horizontalScale).toBeCloseTo(410 / (10.45 * 36), 9);
    expect(fitted).toMatchObject({ result: 'filled', widthPt: expect.closeTo(410, 6) });
  });

  it('leaves a line as designed when the limits cannot fill it', () => {
    const fitted = fitLine({ naturalEm: 4, glyphCount: 4, measurePt: 360, sizesPt: SIZES });
    expect(fitted).toEqual({
      sizePt: 54,
      trackingEm: 0,
      horizontalScale: 1,
      widthPt: 216,
      result: 'short',
    });
  });

  it('counts 97 per cent of the width as full', () => {
    const width = 10.45 * 36 * 1.1;
    const room = { naturalEm: 10, glyphCount: 10, sizesPt: [36] };
    expect(fitLine({ ...room, measurePt: width / 0.975 }).result).toBe('filled');
    expect(fitLine({ ...room, measurePt: width / 0.965 }).result).toBe('short');
  });

  it('says when a line sticks out at its smallest and narrowest', () => {
    const fitted = fitLine({ naturalEm: 30, glyphCount: 30, measurePt: 360, sizesPt: SIZES });
    expect(fitted).toMatchObject({ sizePt: 22, horizontalScale: 0.9 });
    expect(fitted.trackingEm).toBeCloseTo(-0.05, 9);
    expect(fitted.result).toBe('too wide');
  });

  it('keeps within the limits for every length and fills whenever a size step is near', () => {
    for (let count = 1; count <= 24; count += 1) {
      for (const measurePt of [180, 240, 333, 512]) {
        const line = { naturalEm: count, glyphCount: count, measurePt, sizesPt: SIZES };
        const { sizePt, trackingEm, horizontalScale, widthPt, result } = fitLine(line);
        expect(SIZES).toContain(sizePt);
        expect(Math.abs(trackingEm)).toBeLessThanOrEqual(FIT_LIMITS.trackingEm + 1e-9);
        expect(horizontalScale).toBeGreaterThanOrEqual(FIT_LIMITS.leastScale);
        expect(horizontalScale).toBeLessThanOrEqual(FIT_LIMITS.mostScale);
        if (result !== 'too wide') expect(widthPt).toBeLessThanOrEqual(measurePt + 0.01);
        const reachable = count * 22 <= measurePt && count * 54 >= measurePt;
        if (count > 1 && reachable) expect(result).toBe('filled');
      }
    }
  });

  it('makes one of nothing, and of one character', () => {
    const room = { measurePt: 100, sizesPt: [20] };
    expect(fitLine({ ...room, naturalEm: 0, glyphCount: 0 }).result).toBe('short');
    expect(fitLine({ ...room, naturalEm: 1, glyphCount: 1 })).toMatchObject({ trackingEm: 0 });
  });

  it('keeps the lines of a couplet equally long', () => {
    const room = { measurePt: 240, sizesPt: SIZES };
    const couplet = fitLines(
      [
        { naturalEm: 6, glyphCount: 6 },
        { naturalEm: 5.8, glyphCount: 6 },
      ],
      room,
    );
    expect(couplet).toMatchObject({ equal: true, result: 'filled' });
    expect(couplet.widthsPt[1]).toBeCloseTo(couplet.widthsPt[0] ?? 0, 6);
    expect(couplet.trackingsEm[1]).toBeGreaterThan(couplet.trackingsEm[0] ?? 0);
  });

  it('gives unequal lines one size and one letter space', () => {
    const lines = [
      { naturalEm: 12, glyphCount: 12 },
      { naturalEm: 9, glyphCount: 9 },
    ];
    const fitted = fitLines(lines, { measurePt: 400, sizesPt: SIZES });
    expect(fitted.equal).toBe(false);
    expect(fitted.trackingsEm[0]).toBe(fitted.trackingsEm[1]);
    expect(fitted.widthsPt[0]).toBeCloseTo(400, 6);
  });

  it('offers the steps between two sizes, both included', () => {
    expect(sizeSteps({ leastPt: 21, mostPt: 27 })).toEqual([21, 22, 24, 26, 27]);
    expect(sizeSteps({ leastPt: 20, mostPt: 20 })).toEqual([20]);
  });
});
