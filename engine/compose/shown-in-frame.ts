import type { Picture } from '#engine/model/issue.ts';
import type { Rect } from '#engine/units/rect.ts';

/** How a photograph stands in its frame. */
export interface ShownPart {
  /** Where there is picture: the whole frame, or less of it when the picture shows whole. */
  readonly frame: Rect;
  /** Part of the picture that is there, as fractions 0 to 1 of its sides. */
  readonly crop: Rect;
}

/** The size, crop and manner of a picture. */
export type CroppedPicture = Pick<
  Picture,
  'widthPx' | 'heightPx' | 'focus' | 'zoom' | 'whole' | 'adPage' | 'rasterised'
>;

/** A picture in a frame as its editor wants it: filling it, or whole within it. */
export function shownInFrame(picture: CroppedPicture, frame: Rect): ShownPart {
  if (picture.adPage?.fit === 'stretched') return { frame, crop: UNCROPPED };
  if (picture.whole || picture.adPage || picture.rasterised) return wholeInFrame(picture, frame);
  return { frame, crop: cropToFrame(picture, frame) };
}

const UNCROPPED: Rect = { x: 0, y: 0, width: 1, height: 1 };

/** All of a picture, as large as the frame allows, in the middle of it. */
export function wholeInFrame(
  { widthPx, heightPx }: Pick<Picture, 'widthPx' | 'heightPx'>,
  frame: Rect,
): ShownPart {
  const scale = Math.min(frame.width / widthPx, frame.height / heightPx);
  const [width, height] = [widthPx * scale, heightPx * scale];
  const x = frame.x + (frame.width - width) / 2;
  const y = frame.y + (frame.height - height) / 2;
  return { frame: { x, y, width, height }, crop: UNCROPPED };
}

/**
 * The largest part of the picture with the frame's shape, or a closer one as the picture's zoom
 * says, that keeps the focus nearest the middle.
 */
function cropToFrame({ widthPx, heightPx, focus, zoom }: CroppedPicture, frame: Rect): Rect {
  const shape = frame.width / frame.height;
  const own = widthPx / heightPx;
  const width = (own > shape ? shape / own : 1) / zoom;
  const height = (own > shape ? 1 : own / shape) / zoom;
  return {
    x: clamp(focus.x - width / 2, 1 - width),
    y: clamp(focus.y - height / 2, 1 - height),
    width,
    height,
  };
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}
