import {
  blacksOfPixels,
  type InkTable,
  inksOfAdPixels,
  inksOfPixels,
  isNeutral,
} from '#engine/press/ink-table.ts';
import type { PicturePlates, PlateLook, ShownPicture } from '#renderer/painter/surface.ts';

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

function separated(
  table: InkTable,
  { bitmap, greyscale, isRasterisedAd }: ShownPicture,
): PicturePlates | undefined {
  const shrunk = Math.min(1, WIDEST_PX / bitmap.width);
  const width = Math.max(1, Math.round(bitmap.width * shrunk));
  const height = Math.max(1, Math.round(bitmap.height * shrunk));
  const colours = new OffscreenCanvas(width, height);
  const black = new OffscreenCanvas(width, height);
  const surface = colours.getContext('2d', { willReadFrequently: true });
  const blackSurface = black.getContext('2d', { willReadFrequently: true });
  if (surface === null || blackSurface === null) return undefined;
  // Where a picture lets the paper through, it is the paper of the press: white.
  surface.fillStyle = '#fff';
  surface.fillRect(0, 0, width, height);
  surface.imageSmoothingQuality = 'high';
  surface.drawImage(bitmap, 0, 0, width, height);
  const image = surface.getImageData(0, 0, width, height);
  const rgb = withoutAlpha(image.data);
  // As the press decides: see isNeutral.
  const isGrey = greyscale || isNeutral(rgb);
  const inColour = isRasterisedAd ? inksOfAdPixels : inksOfPixels;
  const inks = (isGrey ? blackInks : inColour)(table, rgb);
  const blackImage = blackSurface.createImageData(width, height);
  for (let at = 0; at < inks.length; at += 4) {
    for (let ink = 0; ink < 3; ink += 1) {
      image.data[at + ink] = 255 - (inks[at + ink] ?? 0);
      blackImage.data[at + ink] = 255 - (inks[at + 3] ?? 0);
    }
    blackImage.data[at + 3] = 255;
  }
  surface.putImageData(image, 0, 0);
  blackSurface.putImageData(blackImage, 0, 0);
  return { colours, black };
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
