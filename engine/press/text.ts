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
  for (const chain of chainsOf(stroke, run.text)) {
    const needsText = chain.map((cluster) => noteTexts(cluster, options)).includes(true);
    const glyphs = chain.flatMap((cluster) => cluster.glyphs);
    if (chain.length === 1 && !needsText) {
      for (const glyph of glyphs) pen.put(glyph);
      continue;
    }
    show(pen, writer);
    const text = chain.map((cluster) => cluster.text).join('');
    writer.text(`/Span<</ActualText<FEFF${utf16Hex(text)}>>>BDC`);
    for (const glyph of glyphs) pen.put(glyph);
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
 * Tells the page which text each glyph stands for. Returns true when ToUnicode cannot tell it glyph
 * by glyph and the text has to be written beside the glyphs.
 */
function noteTexts(cluster: Cluster, options: StrokeSetting): boolean {
  const { run, setting, writer } = options;
  const [only, ...others] = cluster.glyphs;
  if (only && others.length === 0 && cluster.text !== '') {
    writer.noteGlyph(run.face, only.id, cluster.text);
    const mainText = setting.mainText(run.face, only.id);
    return mainText !== undefined && mainText !== cluster.text;
  }
  for (const glyph of cluster.glyphs) writer.noteGlyph(run.face, glyph.id, undefined);
  return true;
}

/** Clusters whose boxes lie over each other by more than this, in em, are told as one. */
const OVERLAP_EM = 0.05;

/**
 * Chinese marks are drawn one em wide and set half an em wide, so their boxes lie over those of
 * their neighbours. Text extraction takes that for a change of line and tears sentences apart
 * (poppler from a tenth of an em on); so such neighbours get their text written beside them. So do
 * those of a full-width blank: a headline of two halves is one line, not two columns.
 */
function chainsOf(stroke: Stroke, text: string): readonly (readonly Cluster[])[] {
  const { placeOf, stepOf, unitPt } = stroke.travel;
  const chains: Cluster[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const cluster of clustersOf(stroke.glyphs, text)) {
    const [first] = cluster.glyphs;
    const start = first ? placeOf(first) : end;
    const open = chains.at(-1);
    const isTorn = start < end - OVERLAP_EM * 1000 * unitPt || isWideBlank(cluster, open);
    if (open && isTorn) open.push(cluster);
    else chains.push([cluster]);
    const ends = cluster.glyphs.map((glyph) => placeOf(glyph) + stepOf(glyph.id) * unitPt);
    end = Math.max(end, ...ends);
  }
  return chains;
}

function isWideBlank(cluster: Cluster, before: readonly Cluster[] | undefined): boolean {
  return cluster.text === WIDE_BLANK || before?.at(-1)?.text === WIDE_BLANK;
}

const WIDE_BLANK = '\u3000';

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
