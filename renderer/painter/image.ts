import type { PictureItem } from '#engine/display/display-list.ts';
import type { Rect } from '#engine/units/rect.ts';
import { screenColour } from './ink.ts';
import type { PaintStock, Surface } from './surface.ts';

/** Marks a frame whose picture is open or still on its way. */
const OPEN_SLOT = screenColour({ c: 0, m: 0, y: 0, k: 0.12 });
const OPEN_SLOT_CROSS = screenColour({ c: 0, m: 0, y: 0, k: 0.35 });

/** Draws the cropped picture into its frame, or a crossed box as on a make-up sheet. */
export function paintPicture(surface: Surface, item: PictureItem, stock: PaintStock): void {
  const picture = item.asset === undefined ? undefined : stock.picture(item.asset);
  if (picture === undefined) {
    paintOpenSlot(surface, item.frame);
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
  if (item.greyscale) surface.filter = 'grayscale(1)';
  const { x, y, width, height } = frame;
  surface.drawImage(picture, source.x, source.y, source.width, source.height, x, y, width, height);
  surface.restore();
}

function paintOpenSlot(surface: Surface, { x, y, width, height }: Rect): void {
  surface.fillStyle = OPEN_SLOT;
  surface.fillRect(x, y, width, height);
  surface.strokeStyle = OPEN_SLOT_CROSS;
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
