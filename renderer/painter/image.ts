import type { PictureItem } from '#engine/display/display-list.ts';
import type { Ink } from '#engine/units/ink.ts';
import type { Rect } from '#engine/units/rect.ts';
import type { PaintLook, PaintStock, Surface } from './surface.ts';

/** Marks a frame whose picture is open or still on its way. */
const OPEN_SLOT: Ink = { c: 0, m: 0, y: 0, k: 0.12 };
const OPEN_SLOT_CROSS: Ink = { c: 0, m: 0, y: 0, k: 0.35 };

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
  const picture = item.asset === undefined ? undefined : stock.picture(item.asset);
  if (picture === undefined) {
    paintOpenSlot(surface, item.frame, look);
    return;
  }
  const { crop, frame } = item;
  const source = {
    x: crop.x * picture.width,
    y: crop.y * picture.height,
    width: crop.width * picture.width,
    height: crop.height * picture.height,
  };
  surface.save();
  surface.imageSmoothingQuality = 'high';
  if (item.greyscale && look.pictureOf === undefined) surface.filter = 'grayscale(1)';
  const { x, y, width, height } = frame;
  const shown = look.pictureOf?.({
    asset: item.asset ?? '',
    bitmap: picture,
    greyscale: item.greyscale,
  });
  const { x: left, y: top } = source;
  surface.drawImage(shown ?? picture, left, top, source.width, source.height, x, y, width, height);
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
