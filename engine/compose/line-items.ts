import type { GlyphRun, PlacedGlyph, TextItem, TextSource } from '#engine/display/display-list.ts';
import type { FaceId } from '#engine/fonts/typeface.ts';
import type { Ink } from '#engine/units/ink.ts';
import type { Cluster, ClusterGlyph, PreparedText } from './prepared-text.ts';
import type { SetLine } from './set-lines.ts';

/** How a set line becomes glyph runs. */
export interface LineLook {
  /** The paragraph's text, as in the source. */
  readonly text: string;
  /**
   * Where each span came from; undefined for generated text such as folio lines. `start` is added
   * to offsets in the paragraph, so it is negative for a later text of a joined paragraph.
   */
  readonly sources: readonly (TextSource | undefined)[];
  readonly sizePt: number;
  readonly horizontalScale: number;
  /** Ink of each span. */
  readonly inks: readonly Ink[];
  /** Glyph for a typed blank in a face, so that copied text keeps it. */
  readonly blankGlyph: (face: FaceId) => number;
  readonly vertical: boolean;
}

/**
 * Runs of one line; the origin is the line's start on its baseline (vertical: column top centre).
 * Together they stand for every character of the line: blanks at its ends are glyphs of no width.
 */
export function lineItems(text: PreparedText, line: SetLine, look: LineLook): readonly TextItem[] {
  const writer = new RunWriter(look);
  const first = text.clusters[line.from];
  if (first !== undefined && first.start > line.start) {
    writer.openWithBlank(first, { start: line.start, end: first.start, x: line.x, advance: 0 });
  }
  for (let index = line.from; index < line.to; index++) {
    const cluster = text.clusters[index];
    if (cluster === undefined) continue;
    const x = line.x + (line.xs[index - line.from] ?? 0);
    const before = text.clusters[index - 1];
    if (index > line.from && before !== undefined && cluster.spaceBefore !== '') {
      const end = line.x + (line.xs[index - 1 - line.from] ?? 0) + before.body;
      writer.addBlank({ start: before.end, end: cluster.start, x: end, advance: x - end });
    }
    writer.addCluster(cluster, x);
  }
  const last = line.to > line.from ? text.clusters[line.to - 1] : undefined;
  if (last !== undefined && last.end < line.end) {
    const x = line.x + (line.xs[line.to - 1 - line.from] ?? 0) + last.body;
    writer.addBlank({ start: last.end, end: line.end, x, advance: 0 });
  }
  return writer.finish();
}

interface Blank {
  readonly start: number;
  readonly end: number;
  readonly x: number;
  readonly advance: number;
}

interface OpenRun {
  readonly face: FaceId;
  readonly ink: Ink;
  readonly source: TextSource | undefined;
  readonly scale: number;
  readonly start: number;
  end: number;
  readonly origin: number;
  readonly glyphs: PlacedGlyph[];
}

interface BodyPlace {
  /** Left edge of the body in the line, in em. */
  readonly x: number;
  /** Offset of the cluster in the paragraph. */
  readonly offset: number;
}

interface RunStart {
  readonly ink: Ink;
  readonly source: TextSource | undefined;
  readonly start: number;
  readonly x: number;
}

function continuesRun(run: OpenRun, glyph: ClusterGlyph, at: RunStart): boolean {
  const sameLook = run.face === glyph.face && run.ink === at.ink && run.scale === glyph.scale;
  return sameLook && run.source === at.source;
}

/** Collects glyphs into runs; a run ends where face, ink or drawn width changes. */
class RunWriter {
  private readonly look: LineLook;
  private readonly items: TextItem[] = [];
  private open: OpenRun | undefined;

  constructor(look: LineLook) {
    this.look = look;
  }

  addCluster(cluster: Cluster, x: number): void {
    const ink = this.look.inks[cluster.span] ?? this.look.inks[0];
    if (ink === undefined) return;
    for (const glyph of cluster.glyphs) {
      const source = this.look.sources[cluster.span];
      const run = this.runFor(glyph, { ink, source, start: cluster.start + glyph.start, x });
      run.glyphs.push(this.place(glyph, run, { x, offset: cluster.start }));
      run.end = Math.max(run.end, cluster.start + glyph.end);
    }
  }

  /** Begins the run of a cluster with the blank typed before it. */
  openWithBlank(cluster: Cluster, blank: Blank): void {
    const ink = this.look.inks[cluster.span] ?? this.look.inks[0];
    const glyph = cluster.glyphs[0];
    if (ink === undefined || glyph === undefined) return;
    const source = this.look.sources[cluster.span];
    this.runFor(glyph, { ink, source, start: blank.start, x: blank.x });
    this.addBlank(blank);
  }

  addBlank(blank: Blank): void {
    const run = this.open;
    if (run === undefined) return;
    const id = this.look.blankGlyph(run.face);
    const shape = { id, face: run.face, x: 0, y: 0, box: 0, turn: 0, scale: 1 } as const;
    const { start, end, advance } = blank;
    const at = { x: blank.x, offset: 0 };
    run.glyphs.push(this.place({ ...shape, start, end, advance }, run, at));
    run.end = blank.end;
  }

  finish(): readonly TextItem[] {
    this.close();
    return this.items;
  }

  private runFor(glyph: ClusterGlyph, at: RunStart): OpenRun {
    const run = this.open;
    if (run !== undefined && continuesRun(run, glyph, at)) return run;
    this.close();
    const { face, scale } = glyph;
    const { ink, source, start, x } = at;
    const fresh = { face, ink, source, scale, start, end: start, origin: x, glyphs: [] };
    this.open = fresh;
    return fresh;
  }

  private place(glyph: ClusterGlyph, run: OpenRun, body: BodyPlace): PlacedGlyph {
    const { sizePt, horizontalScale, vertical } = this.look;
    const alongPt = vertical ? sizePt : sizePt * horizontalScale;
    const acrossPt = vertical ? sizePt * horizontalScale : sizePt;
    const along = (body.x + glyph.x - run.origin) * alongPt;
    const across = glyph.y * acrossPt;
    return {
      id: glyph.id,
      x: vertical ? across : along,
      y: vertical ? along : across,
      boxStart: (body.x + glyph.box - run.origin) * alongPt,
      advance: glyph.advance * alongPt,
      start: body.offset + glyph.start - run.start,
      end: body.offset + glyph.end - run.start,
      turn: glyph.turn,
    };
  }

  private close(): void {
    const run = this.open;
    this.open = undefined;
    if (run === undefined) return;
    const { sizePt, horizontalScale, vertical, text } = this.look;
    const along = run.origin * sizePt;
    const glyphRun: GlyphRun = {
      face: run.face,
      sizePt,
      vertical,
      horizontalScale: horizontalScale * run.scale,
      ink: run.ink,
      text: text.slice(run.start, run.end),
      source: run.source && { ...run.source, start: run.source.start + run.start },
      glyphs: run.glyphs,
    };
    const x = vertical ? 0 : along * horizontalScale;
    this.items.push({ kind: 'text', x, y: vertical ? along : 0, run: glyphRun });
  }
}
