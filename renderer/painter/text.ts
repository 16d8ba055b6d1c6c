import type { GlyphRun, PlacedGlyph, TextItem } from '#engine/display/display-list.ts';
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
  let spacingPt = 0;
  const { glyphs } = run;
  for (let at = 0; at < glyphs.length; at += 1) {
    const glyph = glyphs[at];
    if (glyph === undefined) break;
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
    if (!isPlain || glyph.turn !== 0) {
      paintTransformed(surface, glyph, place);
      continue;
    }
    const row = evenRow(run, at, (id) => face.familyOf(id) === family);
    if (row.spacingPt !== spacingPt) surface.letterSpacing = `${row.spacingPt}px`;
    spacingPt = row.spacingPt;
    surface.fillText(row.characters, x, y);
    at = row.last;
  }
  if (spacingPt !== 0) surface.letterSpacing = '0px';
}

/** Glyphs that stand at even distances, to be drawn by one call. */
interface EvenRow {
  readonly characters: string;
  /** What is between two of them beyond the width of each; 0 for a row of one. */
  readonly spacingPt: number;
  /** Number of its last glyph in the run. */
  readonly last: number;
}

/**
 * The Han from a glyph on that stand in a row at even distances, which is most of a page; one glyph
 * where there is no such row. A call for every glyph would be half the time of painting. Only Han:
 * their width in the font is the width of their box, which a mark or a blank need not fill.
 */
function evenRow(run: GlyphRun, first: number, isHere: (glyphId: number) => boolean): EvenRow {
  const { glyphs, sizePt } = run;
  let before = glyphs[first];
  let characters = before === undefined ? '' : characterOf(before.id);
  let stepPt: number | undefined;
  let last = first;
  while (before !== undefined && isSquareHan(run, before)) {
    const next = glyphs[last + 1];
    if (next === undefined || next.y !== before.y || !isHere(next.id)) break;
    const wide = next.x - before.x;
    if (!isSquareHan(run, next) || Math.abs(wide - (stepPt ?? wide)) > EVEN_WITHIN_PT) break;
    stepPt ??= wide;
    characters += characterOf(next.id);
    before = next;
    last += 1;
  }
  const spacingPt = (stepPt ?? sizePt) - sizePt;
  return { characters, spacingPt: Math.abs(spacingPt) < EVEN_WITHIN_PT ? 0 : spacingPt, last };
}

/** Over a long line that is still less than a tenth of a device pixel. */
const EVEN_WITHIN_PT = 0.001;

function isSquareHan({ text, sizePt }: GlyphRun, glyph: PlacedGlyph): boolean {
  if (glyph.turn !== 0 || glyph.advance !== sizePt || glyph.end - glyph.start !== 1) return false;
  const code = text.charCodeAt(glyph.start);
  return code >= 0x4e00 && code <= 0x9fff;
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
