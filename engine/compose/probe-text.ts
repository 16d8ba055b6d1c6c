import type { FontBook } from '#engine/fonts/typeface.ts';
import type { GapStyle } from './gaps.ts';
import { prepareText } from './prepare-text.ts';
import type { PreparedText } from './prepared-text.ts';
import type { SetLine } from './set-lines.ts';
import { setLines, setNaturalLine } from './set-lines.ts';

/** A question to the engine about one paragraph. Lengths in em of the type size. */
export interface ProbeRequest {
  readonly text: string;
  /** Length of the lines; without it the text is set as one natural line. */
  readonly measure: number | undefined;
  readonly face: string;
  readonly indent: number;
  readonly justify: boolean;
  readonly vertical: boolean;
}

/** What the probe answers. */
export interface ProbeAnswer {
  /** UTF-16 offsets of every legal break, in order. */
  readonly breaks: readonly number[];
  readonly lines: readonly ProbeLine[];
  /** Offsets of breaks that no rule permits: a token is longer than the line. Absent if none. */
  readonly forced?: readonly number[];
}

/** One line of the answer; offsets in UTF-16, lengths in em. */
export interface ProbeLine {
  readonly start: number;
  readonly end: number;
  /** Set width, indent included, from the start of the line to the right edge of the last body. */
  readonly width: number;
  /** The same before shrinking or stretching. */
  readonly natural: number;
  /**
   * `[offset, x, advance]`: where the character's body begins, and the step to the next body; for
   * the last one of a line its own body. A mark's blank is part of the step, not of the body.
   */
  readonly glyphs: readonly (readonly [number, number, number])[];
}

/** Breaks and sets a text and says where everything stands: the engine's debugging door. */
export function probeText(request: ProbeRequest, fonts: FontBook, gaps: GapStyle): ProbeAnswer {
  const { indent, justify, vertical, measure } = request;
  const span = { text: request.text, face: request.face, keepTogether: false };
  const text = prepareText([span], { fonts, gaps, vertical });
  const breaks = text.breaks.map((place) => text.clusters[place.at]?.start ?? text.length);
  if (measure === undefined) {
    return { breaks, lines: [describeLine(text, setNaturalLine(text, indent))] };
  }
  const set = setLines(text, { measures: [measure], indent, looseness: 0, justify });
  const lines = (set?.lines ?? []).map((line) => describeLine(text, line));
  const forced = set?.forced ?? [];
  return forced.length === 0 ? { breaks, lines } : { breaks, lines, forced };
}

function describeLine(text: PreparedText, line: SetLine): ProbeLine {
  const steps = bodySteps(text, line);
  const glyphs = steps.map(({ offset, x }, index) => {
    const next = steps[index + 1]?.x ?? line.x + line.width;
    return [offset, round(x), round(next - x)] as const;
  });
  return {
    start: line.start,
    end: line.end,
    width: round(line.x + line.width),
    natural: round(line.x + line.natural),
    glyphs,
  };
}

interface BodyStep {
  readonly offset: number;
  readonly x: number;
}

/** Left edge of each glyph's own box, and of each typed blank between clusters. */
function bodySteps(text: PreparedText, line: SetLine): readonly BodyStep[] {
  const steps: BodyStep[] = [];
  for (let index = line.from; index < line.to; index++) {
    const cluster = text.clusters[index];
    if (cluster === undefined) continue;
    if (index > line.from && cluster.spaceBefore !== '') {
      const before = text.clusters[index - 1];
      const end = (line.xs[index - 1 - line.from] ?? 0) + (before?.body ?? 0);
      steps.push({ offset: before?.end ?? cluster.start, x: line.x + end });
    }
    let x = line.x + (line.xs[index - line.from] ?? 0);
    for (const glyph of cluster.glyphs) {
      if (glyph.end > glyph.start) steps.push({ offset: cluster.start + glyph.start, x });
      x += glyph.advance;
    }
  }
  return steps;
}

/** To a millionth of an em: below any tolerance of the trade, and stable as text. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
