import type { DisplayList } from '#engine/display/display-list.ts';
import type { Ink } from '#engine/units/ink.ts';
import type { Rect } from '#engine/units/rect.ts';
import { type PaintOrder, paintPage } from './paint-page.ts';
import type { PaintStock, PlateLook, PlatePixels, Surface } from './surface.ts';

/** A page whose plates are painted. */
export interface PlateOrder {
  readonly list: DisplayList;
  readonly stock: PaintStock;
  readonly separate: PlateLook['separate'];
}

/** Parts of a page, in points, and how its plates are mixed. */
interface PlatesShown {
  readonly list: DisplayList;
  readonly stock: PaintStock;
  readonly parts: readonly Rect[];
  readonly look: PlateLook;
}

/** Whole pixels of a surface, and how points become pixels of it. */
export interface PlateArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly transform: DOMMatrix;
}

/** Plates of a part of the page, as pixels that may be written over. */
export interface PlateImages {
  readonly colours: ImageData;
  readonly black: ImageData;
}

/** Paints the plates of a part of the page and shows them on the surface as the look mixes them. */
export function paintPlates(surface: Surface, { list, stock, parts, look }: PlatesShown): void {
  const area = areaOf(surface, parts);
  if (area === undefined) return;
  const images = plateImages({ list, stock, separate: look.separate }, area);
  if (images === undefined) return;
  look.mix(pixelsOf(images));
  // Not through the clip of the surface: what the area has beyond the parts is painted anew too.
  surface.putImageData(images.colours, area.left, area.top);
}

/**
 * The inks of a part of the page, each as light: 255 is bare paper, 0 solid ink. What knocks out
 * takes the place of what is beneath on all plates; what overprints is black alone, so that it
 * leaves the three colours as they are.
 */
export function plateImages(order: PlateOrder, area: PlateArea): PlateImages | undefined {
  const { list, stock, separate } = order;
  // All that the area holds, between the parts as well: it replaces what was there.
  const page = { list, stock, parts: [rectOf(area)] };
  const colours = paintedOn('colours', area, {
    ...page,
    look: {
      colourOf: lightOfColours,
      overprintOf: () => undefined,
      pictureOf: (shown) => separate(shown)?.colours,
    },
  });
  const black = paintedOn('black', area, {
    ...page,
    look: {
      colourOf: lightOfBlack,
      overprintOf: lightOfBlack,
      pictureOf: (shown) => separate(shown)?.black,
    },
  });
  return colours && black && { colours, black };
}

/** The bytes of plate images. */
export function pixelsOf({ colours, black }: PlateImages): PlatePixels {
  return { colours: colours.data, black: black.data };
}

function lightOfColours({ c, m, y }: Ink): string {
  return `rgb(${light(c)} ${light(m)} ${light(y)})`;
}

function lightOfBlack({ k }: Ink): string {
  return `rgb(${light(k)} ${light(k)} ${light(k)})`;
}

function light(amount: number): number {
  return 255 - Math.round(amount * 255);
}

type PlateName = keyof PlateImages;

/** Plates are painted one part after the other; a surface each is enough for all of them. */
const SURFACES = new Map<PlateName, OffscreenCanvasRenderingContext2D>();

function paintedOn(plate: PlateName, area: PlateArea, order: PaintOrder): ImageData | undefined {
  const { left, top, width, height, transform } = area;
  const surface = surfaceFor(plate, width, height);
  if (surface === undefined) return undefined;
  surface.resetTransform();
  surface.fillStyle = '#fff';
  surface.fillRect(0, 0, width, height);
  const { a, d, e, f } = transform;
  surface.setTransform(a, 0, 0, d, e - left, f - top);
  surface.save();
  clipTo(surface, area);
  paintPage(surface, order);
  surface.restore();
  return surface.getImageData(0, 0, width, height);
}

/** A surface may be larger than the area: what lies beyond is not worth painting. */
function clipTo(surface: Surface, area: PlateArea): void {
  const { x, y, width, height } = rectOf(area);
  surface.beginPath();
  surface.rect(x, y, width, height);
  surface.clip();
}

/** The area in points. */
function rectOf({ left, top, width, height, transform }: PlateArea): Rect {
  const { a, d, e, f } = transform;
  return { x: (left - e) / a, y: (top - f) / d, width: width / a, height: height / d };
}

function surfaceFor(
  plate: PlateName,
  width: number,
  height: number,
): OffscreenCanvasRenderingContext2D | undefined {
  const known = SURFACES.get(plate);
  if (known !== undefined && known.canvas.width >= width && known.canvas.height >= height) {
    return known;
  }
  const canvas = new OffscreenCanvas(
    Math.max(width, known?.canvas.width ?? 0),
    Math.max(height, known?.canvas.height ?? 0),
  );
  const made = canvas.getContext('2d', { willReadFrequently: true });
  if (made === null) return undefined;
  SURFACES.set(plate, made);
  return made;
}

/** The whole pixels of the surface that the parts touch. */
function areaOf(surface: Surface, parts: readonly Rect[]): PlateArea | undefined {
  const transform = surface.getTransform();
  const { a, d, e, f } = transform;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of parts) {
    left = Math.min(left, x * a + e);
    top = Math.min(top, y * d + f);
    right = Math.max(right, (x + width) * a + e);
    bottom = Math.max(bottom, (y + height) * d + f);
  }
  left = Math.max(0, Math.floor(left + ROUNDING));
  top = Math.max(0, Math.floor(top + ROUNDING));
  right = Math.min(surface.canvas.width, Math.ceil(right - ROUNDING));
  bottom = Math.min(surface.canvas.height, Math.ceil(bottom - ROUNDING));
  if (right <= left || bottom <= top) return undefined;
  return { left, top, width: right - left, height: bottom - top, transform };
}

/** Parts are laid on whole pixels; what remains of dividing and multiplying is no pixel. */
const ROUNDING = 1e-6;
