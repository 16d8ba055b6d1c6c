import type { PagePoint } from '#engine/display/hit-text.ts';
import { pushedCrop, zoomedCrop } from './crop-geometry.ts';
import type { CropPlace } from './crop-place.ts';
import { keepCrop, stopCropping } from './cropping.ts';

/** An arrow pushes the photograph by this share of its frame, with Shift by five times as much. */
const STEP = 0.01;
const LONG_STEP = 5;
const ZOOM_STEP = 1.05;

const WAYS: Readonly<Record<string, PagePoint>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const ZOOMS: Readonly<Record<string, number>> = {
  '+': ZOOM_STEP,
  '=': ZOOM_STEP,
  '-': 1 / ZOOM_STEP,
};

/** The part of a key press that a crop looks at. */
export type CropKey = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * Keys while a picture is cropped: arrows push it, plus and minus change its size, Enter and Escape
 * are done with it. True when the key was for the crop.
 */
export function pressCropKey(place: CropPlace, key: CropKey): boolean {
  if (key.ctrlKey || key.metaKey || key.altKey) return false;
  const { desk, cropping, picture, shown } = place;
  const { frame } = shown;
  const way = WAYS[key.key];
  if (way !== undefined) {
    const step = STEP * (key.shiftKey ? LONG_STEP : 1);
    const by = { x: way.x * step * frame.width, y: way.y * step * frame.height };
    keepCrop(desk, cropping, pushedCrop(picture, shown, by));
    return true;
  }
  const factor = ZOOMS[key.key];
  if (factor !== undefined) {
    const at = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
    keepCrop(desk, cropping, zoomedCrop(picture, shown, { factor, at }));
    return true;
  }
  if (key.key === 'Enter' || key.key === 'Escape') {
    stopCropping(desk);
    return true;
  }
  // The photograph is worked on, not its block.
  return key.key === 'Delete' || key.key === 'Backspace';
}
