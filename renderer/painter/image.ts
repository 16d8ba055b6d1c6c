import type { PictureItem } from '#engine/display/display-list.ts';
import { shownAsset } from '#engine/display/shown-asset.ts';
import { type Ink, PAPER } from '#engine/units/ink.ts';
import type { Rect } from '#engine/units/rect.ts';
import type { PaintLook, PaintStock, Surface } from './surface.ts';

/** Marks a frame whose picture is open or still on its way. */
const OPEN_SLOT: Ink = { c: 0, m: 0, y: 0, k: 0.12 };
const OPEN_SLOT_CROSS: Ink = { c: 0, m: 0, y: 0, k: 0.35 };

/** Formats in which a picture may have holes. */
const MAY_BE_SEE_THROUGH = /[.](png|webp|gif)$/u;

/** What pictures are painted with. */
interface PictureStock {
  readonly stock: PaintStock;
  readonly look: PaintLook;
}

/** Draws the cropped picture into its frame, or a crossed box as on a make-up sheet. */
export function paintPicture(
  surface: Surface,
  item: PictureItem,
  { stock, look }: PictureStock,
): void {
  const { crop, frame, greyscale } = item;
  const asset = shownAsset(item);
  const { x, y, width, height } = frame;
  const wantedPx = (width / crop.width) * surface.getTransform().a;
  const bitmap = asset === undefined ? undefined : stock.picture(asset, wantedPx);
  if (asset === undefined || bitmap === undefined) {
    // The cross is for the eyes of those who make up the page; a plate has bare paper there.
    if (look.pictureOf === undefined) paintOpenSlot(surface, frame, look);
    return;
  }
  const isRasterisedAd = item.isRasterisedAd === true;
  const photograph = { asset, bitmap, greyscale, isRasterisedAd };
  const shown = look.pictureOf ? look.pictureOf(photograph) : bitmap;
  if (shown === undefined) return;
  const across = shown.width;
  const down = shown.height;
  const part = [crop.x * across, crop.y * down, crop.width * across, crop.height * down] as const;
  surface.save();
  if (MAY_BE_SEE_THROUGH.test(asset)) {
    // No plate lets through what lies beneath a picture: its blanks are bare paper.
    surface.fillStyle = look.colourOf(PAPER);
    surface.fillRect(x, y, width, height);
  }
  surface.imageSmoothingQuality = 'high';
  // The press keeps the edges of line art as sharp as its pixels are; so does the loupe.
  const isMagnified = across * crop.width < width * surface.getTransform().a;
  if (item.isLineArt && isMagnified) surface.imageSmoothingEnabled = false;
  if (greyscale && look.pictureOf === undefined) surface.filter = 'grayscale(1)';
  surface.drawImage(shown, ...part, x, y, width, height);
  surface.restore();
}

function paintOpenSlot(surface: Surface, { x, y, width, height }: Rect, look: PaintLook): void {
  surface.fillStyle = look.colourOf(OPEN_SLOT);
  surface.fillRect(x, y, width, height);
  surface.strokeStyle = look.colourOf(OPEN_SLOT_CROSS);
  surface.lineWidth = 0.5;
  surface.setLineDash([]);
  surface.beginPath();
  surface.rect(x, y, width, height);
  surface.moveTo(x, y);
  surface.lineTo(x + width, y + height);
  surface.moveTo(x + width, y);
  surface.lineTo(x, y + height);
  surface.stroke();
}
