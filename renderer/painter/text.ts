import type { PlacedGlyph, TextItem } from '#engine/display/display-list.ts';
import { glyphCharacter } from '#engine/fonts/glyph-addressed-font.ts';
import type { PaintLook, PaintStock, Surface } from './surface.ts';

/** What glyphs are painted with. */
interface GlyphStock {
  readonly stock: PaintStock;
  readonly look: PaintLook;
}

/** Draws a glyph run by glyph id; the browser shapes and breaks nothing. */
export function paintText(surface: Surface, item: TextItem, { stock, look }: GlyphStock): void {
  const { run } = item;
  const family = stock.fontFamily(run.face);
  if (family === undefined) return;
  surface.font = `${run.sizePt}px ${family}`;
  surface.fillStyle = look.colourOf(run.ink);
  const isPlain = run.horizontalScale === 1;
  for (const glyph of run.glyphs) {
    const x = item.x + glyph.x;
    const y = item.y + glyph.y;
    if (isPlain && glyph.turn === 0) surface.fillText(glyphCharacter(glyph.id), x, y);
    else paintTransformed(surface, glyph, { x, y, scale: run.horizontalScale });
  }
}

interface GlyphPlace {
  readonly x: number;
  readonly y: number;
  /** Narrowing or widening across the page, whichever way the glyph is turned. */
  readonly scale: number;
}

function paintTransformed(surface: Surface, glyph: PlacedGlyph, { x, y, scale }: GlyphPlace): void {
  surface.save();
  surface.translate(x, y);
  surface.scale(scale, 1);
  if (glyph.turn !== 0) surface.rotate((glyph.turn * Math.PI) / 180);
  surface.fillText(glyphCharacter(glyph.id), 0, 0);
  surface.restore();
}
