import { describe, expect, it } from 'vitest';
import { type CroppedPicture, shownInFrame } from '#engine/compose/shown-in-frame.ts';

const LYING: CroppedPicture = {
  widthPx: 3000,
  heightPx: 2000,
  focus: { x: 0.5, y: 0.5 },
  zoom: 1,
  whole: false,
};
const SQUARE = { x: 10, y: 20, width: 100, height: 100 };

describe('a picture in its frame', () => {
  it('fills the frame and loses its sides when it is wider', () => {
    const { frame, crop } = shownInFrame(LYING, SQUARE);
    expect(frame).toEqual(SQUARE);
    expect(crop.height).toBe(1);
    expect(crop.width).toBeCloseTo(2 / 3);
    expect(crop.x).toBeCloseTo(1 / 6);
  });

  it('keeps the focus in view without leaving a side of the frame empty', () => {
    const { crop } = shownInFrame({ ...LYING, focus: { x: 0.02, y: 0.9 }, zoom: 2 }, SQUARE);
    expect(crop.x).toBe(0);
    expect(crop.y).toBe(0.5);
    expect(crop.y + crop.height).toBe(1);
  });

  it('shows all of it, undistorted, with paper above and below, when it is to show whole', () => {
    const { frame, crop } = shownInFrame({ ...LYING, whole: true, zoom: 3 }, SQUARE);
    expect(crop).toEqual({ x: 0, y: 0, width: 1, height: 1 });
    expect(frame.width / frame.height).toBeCloseTo(1.5);
    expect(frame.width).toBe(100);
    expect(frame.y - SQUARE.y).toBeCloseTo(SQUARE.y + SQUARE.height - frame.y - frame.height);
  });

  it('loses nothing of an ad that became a picture', () => {
    const rasterised = { page: 1, ppi: 300, reason: 'ad-font-drawn' };
    const { crop } = shownInFrame({ ...LYING, rasterised }, SQUARE);
    expect(crop).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  });
});
