import type { GlyphRun, TextItem } from '#engine/display/display-list.ts';
import { textOverprints } from '#engine/display/overprint.ts';
import type { FaceId } from '#engine/fonts/typeface.ts';
import type { ContentWriter } from './content-writer.ts';
import { pdfLength, pdfName, pdfNumber, utf16Hex } from './pdf-syntax.ts';
import { createPen, type Pen } from './pen.ts';
import { type FaceMeasures, type Stroke, strokesOf } from './strokes.ts';

/** What setting text takes from the page. */
export interface TextSetting {
  measures(face: FaceId): FaceMeasures;
  /** The text that a glyph stands for, where it stands for several: ToUnicode holds only one. */
  mainText(face: FaceId, glyphId: number): string | undefined;
}

/** Resource name of a face, for lines across and for lines down the page. */
export function fontName(face: FaceId, isDown: boolean): string {
  const key = isDown ? `${face}-down` : face;
  const name = fontNames.get(key) ?? pdfName(key);
  fontNames.set(key, name);
  return name;
}

/** Names written before: one is asked for with every line of type. */
const fontNames = new Map<string, string>();

/** Sets a glyph run in reading order, each glyph where the display list says. */
export function pressText(item: TextItem, setting: TextSetting, writer: ContentWriter): void {
  const { run } = item;
  if (run.glyphs.length === 0) return;
  writer.setOverprint(textOverprints(run));
  writer.setInk(run.ink, 'fill');
  for (const stroke of strokesOf(item, setting.measures(run.face))) {
    pressStroke({ run, stroke, setting, writer });
  }
}

interface StrokeSetting {
  readonly run: GlyphRun;
  readonly stroke: Stroke;
  readonly setting: TextSetting;
  readonly writer: ContentWriter;
}

function pressStroke(options: StrokeSetting): void {
  const { run, stroke, writer } = options;
  const font = fontName(run.face, stroke.isDown);
  writer.noteFont(font);
  writer.setParameter('scale', `${pdfNumber(stroke.scalePercent, 3)} Tz`);
  writer.setParameter('font', `${font} ${pdfLength(run.sizePt)} Tf`);
  writer.text(stroke.matrix);
  const pen = createPen(stroke.travel);
  const { glyphs } = stroke;
  for (let from = 0; from < glyphs.length; ) {
    const to = chainEnd(stroke, run.text, from);
    const needsText = noteTexts({ from, to }, options);
    if (needsText) {
      show(pen, writer);
      const text = run.text.slice(glyphs[from]?.start, glyphs[to - 1]?.end);
      writer.text(`/Span<</ActualText<FEFF${utf16Hex(text)}>>>BDC`);
    }
    for (const glyph of glyphs.slice(from, to)) pen.put(glyph);
    if (needsText) {
      show(pen, writer);
      writer.text('EMC');
    }
    from = to;
  }
  show(pen, writer);
}

/** Boxes that lie over each other by more than this, in em, are told as one. */
const OVERLAP_EM = 0.05;

const WIDE_BLANK = '\u3000';

/**
 * Where the glyphs that are told together end: mostly after one. Chinese marks are drawn one em
 * wide and set half an em wide, so their boxes lie over those of their neighbours. Text extraction
 * takes that for a change of line and tears sentences apart (poppler from a tenth of an em on); so
 * such neighbours get their text written beside them. So do those of a full-width blank: a headline
 * of two halves is one line, not two columns. A later glyph of a cluster has an empty range.
 */
function chainEnd(stroke: Stroke, text: string, from: number): number {
  const { glyphs, travel } = stroke;
  let at = from;
  let reach = Number.NEGATIVE_INFINITY;
  for (;;) {
    const glyph = glyphs[at];
    if (!glyph) return at;
    reach = Math.max(reach, travel.placeOf(glyph) + travel.stepOf(glyph.id) * travel.unitPt);
    at += 1;
    const next = glyphs[at];
    if (!next) return at;
    const isLater = next.start === next.end;
    const isOver = travel.placeOf(next) < reach - OVERLAP_EM * 1000 * travel.unitPt;
    const isBlank = text[glyph.start] === WIDE_BLANK || text[next.start] === WIDE_BLANK;
    if (!isLater && !isOver && !isBlank) return at;
  }
}

/**
 * Tells the page which text each glyph stands for. Returns true when ToUnicode cannot tell it glyph
 * by glyph and the text has to be written beside the glyphs.
 */
function noteTexts(
  range: { readonly from: number; readonly to: number },
  { run, setting, stroke, writer }: StrokeSetting,
): boolean {
  let needsText = range.to - range.from > 1;
  for (let at = range.from; at < range.to; at += 1) {
    const glyph = stroke.glyphs[at];
    if (!glyph) continue;
    const next = stroke.glyphs[at + 1];
    const isShared = next !== undefined && next.start === next.end;
    if (isShared || glyph.start === glyph.end) {
      writer.noteGlyph(run.face, glyph.id, undefined);
      needsText = true;
      continue;
    }
    const text = run.text.slice(glyph.start, glyph.end);
    writer.noteGlyph(run.face, glyph.id, text);
    const mainText = setting.mainText(run.face, glyph.id);
    if (mainText !== undefined && mainText !== text) needsText = true;
  }
  return needsText;
}

function show(pen: Pen, writer: ContentWriter): void {
  const operator = pen.take();
  if (operator !== undefined) writer.text(operator);
}
