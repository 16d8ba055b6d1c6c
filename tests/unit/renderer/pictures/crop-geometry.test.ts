import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CroppedPicture, shownInFrame } from '#engine/compose/shown-in-frame.ts';
import {
  CLOSEST_ZOOM,
  focusUnder,
  pushedCrop,
  wholePhotograph,
  zoomedCrop,
} from '#renderer/pictures/crop-geometry.ts';

const FRAME = { x: 100, y: 50, width: 200, height: 100 };
const PICTURE: CroppedPicture = {
  widthPx: 3000,
  heightPx: 2000,
  focus: { x: 0.5, y: 0.5 },
  zoom: 2,
  whole: false,
};
const shown = shownInFrame(PICTURE, FRAME);
/** What a hand did is rounded to a ten-thousandth of a side. */
const TOLERANCE_PT = 0.1;

describe('a crop by hand', () => {
  it('pushes the photograph as far as the pointer went', () => {
    const crop = pushedCrop(PICTURE, shown, { x: 30, y: -12 });
    const before = wholePhotograph(shown);
    const after = wholePhotograph(shownInFrame({ ...PICTURE, ...crop }, FRAME));
    expect(Math.abs(after.x - before.x - 30)).toBeLessThan(TOLERANCE_PT);
    expect(Math.abs(after.y - before.y + 12)).toBeLessThan(TOLERANCE_PT);
  });

  it('turns back at once after it was pushed beyond its edge', () => {
    const far = { ...PICTURE, ...pushedCrop(PICTURE, shown, { x: 5000, y: 0 }) };
    const atEdge = shownInFrame(far, FRAME);
    expect(atEdge.crop.x).toBeCloseTo(0, 3);
    const back = { ...far, ...pushedCrop(far, atEdge, { x: -20, y: 0 }) };
    const moved = wholePhotograph(shownInFrame(back, FRAME)).x - wholePhotograph(atEdge).x;
    expect(Math.abs(moved + 20)).toBeLessThan(TOLERANCE_PT);
  });

  it('comes closer about the point under the pointer', () => {
    const at = { x: 150, y: 80 };
    const crop = zoomedCrop(PICTURE, shown, { factor: 1.5, at });
    const after = shownInFrame({ ...PICTURE, ...crop }, FRAME);
    expect(crop.zoom).toBe(3);
    const [before, now] = [focusUnder(shown, at), focusUnder(after, at)];
    expect(now.x).toBeCloseTo(before.x, 3);
    expect(now.y).toBeCloseTo(before.y, 3);
  });

  it('is never smaller than its frame, nor closer than can be printed', () => {
    const at = { x: 150, y: 80 };
    expect(zoomedCrop(PICTURE, shown, { factor: 0.01, at }).zoom).toBe(1);
    expect(zoomedCrop(PICTURE, shown, { factor: 50, at }).zoom).toBe(CLOSEST_ZOOM);
  });

  it('fills the frame once a picture that showed whole is brought closer', () => {
    const whole = { ...PICTURE, whole: true };
    const at = { x: 150, y: 80 };
    const inFrame = shownInFrame(whole, FRAME);
    expect(zoomedCrop(whole, inFrame, { factor: 0.9, at }).whole).toBe(true);
    expect(zoomedCrop(whole, inFrame, { factor: 1.1, at })).toMatchObject({
      whole: false,
      zoom: 1,
    });
  });

  it('leaves no side of the frame empty, whatever a hand does', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const way = fc.double({ min: -900, max: 900, noNaN: true });
    fc.assert(
      fc.property(
        share,
        share,
        way,
        way,
        fc.double({ min: 0.1, max: 8, noNaN: true }),
        (...drawn) => {
          const [x, y, across, down, factor] = drawn;
          const first = { ...PICTURE, focus: { x, y } };
          const pushed = {
            ...first,
            ...pushedCrop(first, shownInFrame(first, FRAME), { x: across, y: down }),
          };
          const at = { x: FRAME.x + x * 200, y: FRAME.y + y * 100 };
          const closer = zoomedCrop(pushed, shownInFrame(pushed, FRAME), { factor, at });
          const { crop } = shownInFrame({ ...pushed, ...closer }, FRAME);
          expect(Math.min(crop.x, crop.y)).toBeGreaterThanOrEqual(0);
          expect(Math.max(crop.x + crop.width, crop.y + crop.height)).toBeLessThan(1 + 1e-9);
          // What the hand gave is what shows: the composer clamps nothing further.
          expect(crop.x + crop.width / 2).toBeCloseTo(closer.focus.x, 3);
        },
      ),
    );
  });
});
