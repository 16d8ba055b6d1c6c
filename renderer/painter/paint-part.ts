import { PAPER } from '#engine/units/ink.ts';
import { type PaintOrder, paintPage } from './paint-page.ts';
import { paintPlates } from './plates.ts';
import type { PaintLook, PlateLook, Surface } from './surface.ts';

/** How a page shows: in the colours of the screen, or as its plates print. */
export type ShownLook = PaintLook | PlateLook;

/** What is painted, and how it shows. */
export type PartOrder = Omit<PaintOrder, 'look'> & { readonly look: ShownLook };

/** Paints parts of a page in either look. The surface is set up as for `paintPage`. */
export function paintPart(surface: Surface, { look, ...order }: PartOrder): void {
  if ('mix' in look) paintPlates(surface, { ...order, look });
  else paintPage(surface, { ...order, look });
}

/** The colour of bare paper, for canvas styles. */
export function paperOf(look: ShownLook): string {
  return 'mix' in look ? look.paper : look.colourOf(PAPER);
}
