import type { PagePoint } from '#engine/display/hit-text.ts';
import { type LivePreview, startPreview } from '#renderer/make-up/live-preview.ts';
import type { DragSession } from '#renderer/page-view/page-surface.ts';
import { type Crop, focusUnder, pushedCrop, zoomedCrop } from './crop-geometry.ts';
import type { CropGrip, CropPlace } from './crop-place.ts';
import { dragCrop, keepCrop } from './cropping.ts';

/** Drags the photograph, a corner of it or its focus; let go, it is in the issue. */
export function dragGrip(place: CropPlace, grip: CropGrip, from: PagePoint): DragSession {
  const { desk, page, picture, cropping } = place;
  let crop: Crop | undefined;
  let preview: LivePreview | undefined;
  const end = () => {
    preview?.end();
    dragCrop(desk, undefined);
  };
  return {
    onMove(_, point) {
      crop = cropBy(place, grip, { from, point });
      dragCrop(desk, crop);
      // The photograph would run away from under a focus that is being dragged.
      if (grip.kind === 'focus') return;
      preview ??= startPreview({ composing: desk.composing, page: page.id });
      preview.show(page.blocks, [{ ...picture, ...crop }]);
    },
    onUp() {
      if (crop !== undefined) keepCrop(desk, cropping, crop);
      end();
    },
    onCancel: end,
  };
}

interface Dragged {
  readonly from: PagePoint;
  readonly point: PagePoint;
}

function cropBy(place: CropPlace, grip: CropGrip, { from, point }: Dragged): Crop {
  const { picture, shown } = place;
  const by = { x: point.x - from.x, y: point.y - from.y };
  switch (grip.kind) {
    case 'photograph':
      return pushedCrop(picture, shown, by);
    case 'focus':
      return { zoom: picture.zoom, whole: picture.whole, focus: focusUnder(shown, point) };
    case 'corner': {
      const { at, opposite } = grip;
      const across = (at.x + by.x - opposite.x) / (at.x - opposite.x);
      const down = (at.y + by.y - opposite.y) / (at.y - opposite.y);
      return zoomedCrop(picture, shown, { factor: Math.max(across, down, 0), at: opposite });
    }
  }
}

/** Four notches of a wheel double the photograph, as they double the page. */
const ZOOM_PER_WHEEL_PX = 1 / 400;
const WHEEL_LINE_PX = 16;

/** The wheel brings the photograph closer at the pointer. */
export function zoomByWheel(place: CropPlace, event: WheelEvent, at: PagePoint): void {
  const { desk, cropping, picture, shown } = place;
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? WHEEL_LINE_PX : 1;
  const factor = 2 ** (-event.deltaY * unit * ZOOM_PER_WHEEL_PX);
  keepCrop(desk, cropping, zoomedCrop(picture, shown, { factor, at }));
}
