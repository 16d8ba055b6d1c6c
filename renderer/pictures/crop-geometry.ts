import type { CroppedPicture, ShownPart } from '#engine/compose/shown-in-frame.ts';
import type { PagePoint } from '#engine/display/hit-text.ts';
import type { Picture } from '#engine/model/issue.ts';
import type { Rect } from '#engine/units/rect.ts';

/** What a hand changes about a crop. */
export type Crop = Pick<Picture, 'focus' | 'zoom' | 'whole'>;

/** Closer than this nothing of a press photograph is left that could be printed. */
export const CLOSEST_ZOOM = 4;

/** Where all of the photograph would lie on the page, its hidden parts included. */
export function wholePhotograph({ frame, crop }: ShownPart): Rect {
  const width = frame.width / crop.width;
  const height = frame.height / crop.height;
  return { x: frame.x - crop.x * width, y: frame.y - crop.y * height, width, height };
}

/** The photograph pushed along under its frame; it never leaves a side of the frame empty. */
export function pushedCrop({ zoom, whole }: Crop, shown: ShownPart, by: PagePoint): Crop {
  const { width, height } = wholePhotograph(shown);
  const { crop } = shown;
  const corner = { x: crop.x - by.x / width, y: crop.y - by.y / height };
  return { zoom, whole, focus: middleOf({ ...crop, ...corner }) };
}

/** A change of size about a point of the page that keeps its place. */
export interface Closer {
  readonly factor: number;
  readonly at: PagePoint;
}

/** The photograph larger or smaller; a picture that showed whole fills its frame from then on. */
export function zoomedCrop(
  { focus, zoom, whole }: CroppedPicture,
  shown: ShownPart,
  { factor, at }: Closer,
): Crop {
  // Smaller than whole there is nothing.
  if (whole) return factor <= 1 ? { focus, zoom, whole } : { focus, zoom: 1, whole: false };
  const wanted = Math.min(CLOSEST_ZOOM, Math.max(1, rounded(zoom * factor)));
  const { frame, crop } = shown;
  const width = (crop.width * zoom) / wanted;
  const height = (crop.height * zoom) / wanted;
  const across = (at.x - frame.x) / frame.width;
  const down = (at.y - frame.y) / frame.height;
  const x = crop.x + across * (crop.width - width);
  const y = crop.y + down * (crop.height - height);
  return { zoom: wanted, whole: false, focus: middleOf({ x, y, width, height }) };
}

/** The point of the photograph that lies under a point of the page. */
export function focusUnder(shown: ShownPart, { x, y }: PagePoint): Crop['focus'] {
  const whole = wholePhotograph(shown);
  return {
    x: rounded(within((x - whole.x) / whole.width, 0)),
    y: rounded(within((y - whole.y) / whole.height, 0)),
  };
}

/** The middle of a crop that is held within the photograph. */
function middleOf({ x, y, width, height }: Rect): Crop['focus'] {
  return {
    x: rounded(within(x + width / 2, width / 2)),
    y: rounded(within(y + height / 2, height / 2)),
  };
}

function within(share: number, margin: number): number {
  return Math.max(margin, Math.min(share, 1 - margin));
}

/** A ten-thousandth of a side is less than a pixel of most photographs. */
function rounded(share: number): number {
  return Math.round(share * 1e4) / 1e4;
}
