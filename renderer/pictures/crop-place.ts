import { type ShownPart, shownInFrame } from '#engine/compose/shown-in-frame.ts';
import type { PagePoint } from '#engine/display/hit-text.ts';
import type { Page, Picture } from '#engine/model/issue.ts';
import type { Rect } from '#engine/units/rect.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import type { PageSurface } from '#renderer/page-view/page-surface.ts';
import { wholePhotograph } from './crop-geometry.ts';
import { type Cropping, croppingOf } from './cropping.ts';
import { shownPicture } from './shown-picture.ts';

/** The picture that is being cropped, as it stands on the page now. */
export interface CropPlace {
  readonly desk: OpenDesk;
  readonly surface: PageSurface;
  readonly page: Page;
  readonly cropping: Cropping;
  readonly picture: Picture;
  /** As the issue has it: what a hand works from. */
  readonly shown: ShownPart;
  /** As the page that shows has it, which is a moment behind, or ahead during a drag. */
  readonly painted: ShownPart;
}

/** What is being cropped on a desk; undefined when nothing is, or it has gone from the page. */
export function cropPlace(desk: OpenDesk, surface: PageSurface): CropPlace | undefined {
  const { cropping } = croppingOf(desk).read();
  if (cropping === undefined || desk.state.read().page !== cropping.page) return undefined;
  const issue = desk.openIssue.issue();
  const page = issue.pages.find(({ id }) => id === cropping.page);
  const picture = issue.pictures[cropping.picture];
  const items = desk.composing.page(cropping.page)?.list.items ?? [];
  const painted = shownPicture(items, cropping);
  if (page === undefined || picture === undefined || painted === undefined) return undefined;
  const shown = shownInFrame(picture, painted.frame);
  return { desk, surface, page, cropping, picture, shown, painted };
}

/** What of a photograph under its crop the pointer takes. */
export type CropGrip =
  | { readonly kind: 'corner'; readonly at: PagePoint; readonly opposite: PagePoint }
  | { readonly kind: 'focus' }
  | { readonly kind: 'photograph' };

/** So near, in CSS pixels, a corner or the focus is taken. */
const GRIP_PX = 9;

/** The corners of a rectangle with those that lie opposite. */
export function cornersOf({ x, y, width, height }: Rect) {
  const [right, foot] = [x + width, y + height];
  return [
    { at: { x, y }, opposite: { x: right, y: foot } },
    { at: { x: right, y }, opposite: { x, y: foot } },
    { at: { x: right, y: foot }, opposite: { x, y } },
    { at: { x, y: foot }, opposite: { x: right, y } },
  ] as const;
}

/** Where the focus of a picture lies on the page. */
export function focusPoint({ picture, cropping, painted }: CropPlace): PagePoint {
  const whole = wholePhotograph(painted);
  const { x, y } = cropping.dragged?.focus ?? picture.focus;
  return { x: whole.x + x * whole.width, y: whole.y + y * whole.height };
}

/** What lies under a point; undefined beside the photograph. */
export function gripAt(place: CropPlace, point: PagePoint): CropGrip | undefined {
  const reach = GRIP_PX / place.surface.viewport.read().zoom;
  const isNear = (at: PagePoint) => Math.hypot(at.x - point.x, at.y - point.y) <= reach;
  const whole = wholePhotograph(place.shown);
  const corner = cornersOf(whole).find(({ at }) => isNear(at));
  if (corner !== undefined) return { kind: 'corner', ...corner };
  if (isNear(focusPoint(place))) return { kind: 'focus' };
  return holds(whole, point) ? { kind: 'photograph' } : undefined;
}

/** True for a point in a rectangle. */
export function holds({ x, y, width, height }: Rect, point: PagePoint): boolean {
  const isAcross = point.x >= x && point.x <= x + width;
  return isAcross && point.y >= y && point.y <= y + height;
}
