import type { GlyphRun, PlacedGlyph, TextItem } from '#engine/display/display-list.ts';
import type { FaceId } from '#engine/fonts/typeface.ts';
import type { ContentWriter } from './content-writer.ts';
import { isSolidBlack } from './ink.ts';
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
  return pdfName(isDown ? `${face}-down` : face);
}

/** Sets a glyph run in reading order, each glyph where the display list says. */
export function pressText(item: TextItem, setting: TextSetting, writer: ContentWriter): void {
  const { run } = item;
  if (run.glyphs.length === 0) return;
  writer.setOverprint(isSolidBlack(run.ink));
  writer.setInk(run.ink, 'fill');
  writer.setParameter('scale', `${pdfNumber(run.horizontalScale * 100, 3)} Tz`);
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
  writer.setParameter('font', `${font} ${pdfLength(run.sizePt)} Tf`);
  writer.text(stroke.matrix);
  const pen = createPen(stroke.travel);
  for (const cluster of clustersOf(stroke.glyphs, run.text)) {
    const spanText = noteTexts(cluster, options);
    if (spanText === undefined) {
      for (const glyph of cluster.glyphs) pen.put(glyph);
      continue;
    }
    show(pen, writer);
    writer.text(`/Span<</ActualText<FEFF${utf16Hex(spanText)}>>>BDC`);
    for (const glyph of cluster.glyphs) pen.put(glyph);
    show(pen, writer);
    writer.text('EMC');
  }
  show(pen, writer);
}

/** Glyphs of one cluster and the source text they stand for together. */
interface Cluster {
  readonly glyphs: readonly PlacedGlyph[];
  readonly text: string;
}

/**
 * Tells the page which text each glyph stands for. Returns the cluster's text when ToUnicode cannot
 * tell it glyph by glyph and the text has to be written beside the glyphs.
 */
function noteTexts(cluster: Cluster, options: StrokeSetting): string | undefined {
  const { run, setting, writer } = options;
  const [only, ...others] = cluster.glyphs;
  if (only && others.length === 0 && cluster.text !== '') {
    writer.noteGlyph(run.face, only.id, cluster.text);
    const mainText = setting.mainText(run.face, only.id);
    return mainText === undefined || mainText === cluster.text ? undefined : cluster.text;
  }
  for (const glyph of cluster.glyphs) writer.noteGlyph(run.face, glyph.id, undefined);
  return cluster.text;
}

/** A later glyph of a cluster has an empty range. */
function clustersOf(glyphs: readonly PlacedGlyph[], text: string): readonly Cluster[] {
  const clusters: { glyphs: PlacedGlyph[]; text: string }[] = [];
  for (const glyph of glyphs) {
    const open = clusters.at(-1);
    if (open && glyph.start === glyph.end) open.glyphs.push(glyph);
    else clusters.push({ glyphs: [glyph], text: text.slice(glyph.start, glyph.end) });
  }
  return clusters;
}

function show(pen: Pen, writer: ContentWriter): void {
  const operator = pen.take();
  if (operator !== undefined) writer.text(operator);
}
