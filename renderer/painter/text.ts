import type { PlacedGlyph, TextItem } from '#engine/display/display-list.ts';
import { textOverprints } from '#engine/display/overprint.ts';
import { glyphCharacter } from '#engine/fonts/glyph-addressed-font.ts';
import type { PaintFace, PaintLook, PaintStock, Surface } from './surface.ts';

/** What glyphs are painted with. */
interface GlyphStock {
  readonly stock: PaintStock;
  readonly look: PaintLook;
}

/** Draws a glyph run by glyph id; the browser shapes and breaks nothing. */
export function paintText(surface: Surface, item: TextItem, { stock, look }: GlyphStock): void {
  const { run } = item;
  const face = stock.face(run.face);
  const colour = textOverprints(run) ? look.overprintOf(run.ink) : look.colourOf(run.ink);
  if (face === undefined || colour === undefined) return;
  surface.fillStyle = colour;
  const isPlain = run.horizontalScale === 1;
  let family: string | undefined;
  for (const glyph of run.glyphs) {
    const x = item.x + glyph.x;
    const y = item.y + glyph.y;
    const wanted = face.familyOf(glyph.id);
    const place = { x, y, scale: run.horizontalScale };
    if (wanted === undefined) {
      paintOutline(surface, glyph, { ...place, sizePt: run.sizePt, face });
      continue;
    }
    if (wanted !== family) {
      family = wanted;
      surface.font = `${run.sizePt}px ${family}`;
    }
    if (isPlain && glyph.turn === 0) surface.fillText(characterOf(glyph.id), x, y);
    else paintTransformed(surface, glyph, place);
  }
}

/** Strings for the glyphs met so far: made anew they would be half the work of a keystroke. */
const CHARACTERS: string[] = [];

function characterOf(glyphId: number): string {
  const known = CHARACTERS[glyphId];
  if (known !== undefined) return known;
  const made = glyphCharacter(glyphId);
  CHARACTERS[glyphId] = made;
  return made;
}

interface GlyphPlace {
  readonly x: number;
  readonly y: number;
  /** Narrowing or widening across the page, whichever way the glyph is turned. */
  readonly scale: number;
}

function paintTransformed(surface: Surface, glyph: PlacedGlyph, place: GlyphPlace): void {
  surface.save();
  moveTo(surface, glyph, place);
  surface.fillText(characterOf(glyph.id), 0, 0);
  surface.restore();
}

interface OutlinePlace extends GlyphPlace {
  readonly sizePt: number;
  readonly face: PaintFace;
}

/** The browser refused the font: its outlines are filled instead. */
function paintOutline(surface: Surface, glyph: PlacedGlyph, place: OutlinePlace): void {
  const outline = place.face.outlineOf(glyph.id);
  if (outline === undefined) return;
  surface.save();
  moveTo(surface, glyph, place);
  surface.scale(place.sizePt, place.sizePt);
  surface.fill(outline, 'nonzero');
  surface.restore();
}

function moveTo(surface: Surface, glyph: PlacedGlyph, { x, y, scale }: GlyphPlace): void {
  surface.translate(x, y);
  surface.scale(scale, 1);
  if (glyph.turn !== 0) surface.rotate((glyph.turn * Math.PI) / 180);
}
