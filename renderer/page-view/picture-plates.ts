import {
  blacksOfPixels,
  type InkTable,
  inksOfAdPixels,
  inksOfPixels,
  isNeutral,
} from '#engine/press/ink-table.ts';
import type { PicturePlates, PlateLook, ShownPicture } from '#renderer/painter/surface.ts';
import { givenPlates } from './given-plates.ts';

/**
 * Photographs wider than this are separated at this width: a plate has 200 pixels an inch, and more
 * than half a broadsheet no photograph takes. What shows is what the plate can hold.
 */
const WIDEST_PX = 1600;

/** Separates photographs into plates, each once in each width that is asked for. */
export function separatePictures(table: InkTable): PlateLook['separate'] {
  const kept = new WeakMap<ImageBitmap, { colour?: PicturePlates; grey?: PicturePlates }>();
  return (shown) => {
    const both = kept.get(shown.bitmap) ?? {};
    kept.set(shown.bitmap, both);
    const name = shown.greyscale ? 'grey' : 'colour';
    const plates = both[name] ?? separated(table, shown);
    if (plates !== undefined) both[name] = plates;
    return plates;
  };
}

function separated(table: InkTable, shown: ShownPicture): PicturePlates | undefined {
  const given = givenPlates(shown.bitmap);
  const plates = given && platesOf(given);
  if (plates !== undefined && (!shown.greyscale || plates.isBlackOnly)) return plates;
  const { bitmap, greyscale, isRasterisedAd } = shown;
  const shrunk = Math.min(1, WIDEST_PX / bitmap.width);
  const width = Math.max(1, Math.round(bitmap.width * shrunk));
  const height = Math.max(1, Math.round(bitmap.height * shrunk));
  const image = pixelsOf(bitmap, { width, height, top: 0, rows: bitmap.height });
  if (image === undefined) return undefined;
  const rgb = withoutAlpha(image.data);
  // As the press decides: see isNeutral.
  const isGrey = greyscale || isNeutral(rgb);
  const inColour = isRasterisedAd ? inksOfAdPixels : inksOfPixels;
  const inks = (isGrey ? blackInks : inColour)(table, rgb);
  const black = new ImageData(width, height);
  for (let at = 0; at < inks.length; at += 4) {
    for (let ink = 0; ink < 3; ink += 1) {
      image.data[at + ink] = 255 - (inks[at + ink] ?? 0);
      black.data[at + ink] = 255 - (inks[at + 3] ?? 0);
    }
    black.data[at + 3] = 255;
  }
  return asPlates(image, black);
}

/** Inks that came as inks; they are neither converted nor limited a second time. */
function platesOf(
  given: ImageBitmap,
): (PicturePlates & { readonly isBlackOnly: boolean }) | undefined {
  const { width } = given;
  const height = given.height / 2;
  const size = { width, height, rows: height };
  const colours = pixelsOf(given, { ...size, top: 0 });
  const black = pixelsOf(given, { ...size, top: height });
  if (colours === undefined || black === undefined) return undefined;
  const isBlackOnly = colours.data.every((light) => light >= LIGHTEST_INK);
  if (isBlackOnly) colours.data.fill(255);
  const plates = asPlates(colours, black);
  return plates && { ...plates, isBlackOnly };
}

/** What JPEG leaves of a blank plate; see `blackOnly` of the press. */
const LIGHTEST_INK = 253;

interface PixelPart {
  /** Size that the part is brought to. */
  readonly width: number;
  readonly height: number;
  /** Rows of the bitmap that are meant. */
  readonly top: number;
  readonly rows: number;
}

function pixelsOf(
  bitmap: ImageBitmap,
  { height, rows, top, width }: PixelPart,
): ImageData | undefined {
  const surface = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (surface === null) return undefined;
  // Where a picture lets the paper through, it is the paper of the press: white.
  surface.fillStyle = '#fff';
  surface.fillRect(0, 0, width, height);
  surface.imageSmoothingQuality = 'high';
  surface.drawImage(bitmap, 0, top, bitmap.width, rows, 0, 0, width, height);
  return surface.getImageData(0, 0, width, height);
}

function asPlates(colours: ImageData, black: ImageData): PicturePlates | undefined {
  const [one, other] = [colours, black].map((plate) => {
    const canvas = new OffscreenCanvas(plate.width, plate.height);
    canvas.getContext('2d', { willReadFrequently: true })?.putImageData(plate, 0, 0);
    return canvas;
  });
  return one && other && { colours: one, black: other };
}

function blackInks(table: InkTable, rgb: Uint8Array): Uint8Array {
  const blacks = blacksOfPixels(table, rgb);
  const inks = new Uint8Array(blacks.length * 4);
  for (const [pixel, black] of blacks.entries()) inks[pixel * 4 + 3] = black;
  return inks;
}

function withoutAlpha(rgba: Uint8ClampedArray): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from] ?? 0;
    rgb[to + 1] = rgba[from + 1] ?? 0;
    rgb[to + 2] = rgba[from + 2] ?? 0;
  }
  return rgb;
}
