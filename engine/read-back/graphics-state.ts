import { type ClipArea, type LineStyle, type Mixing, type Paint, PLAIN_MIXING } from './marks.ts';
import { type Box, IDENTITY, type Matrix, scaleOf, sharedBox } from './matrix.ts';
import type { FontFacts } from './read-font.ts';
import { type ColourSpace, FIRST_PAINT } from './read-paint.ts';

/** Graphics state of page content (ISO 32000-1, 8.4); replaced, never changed. */
export interface GraphicsState {
  readonly matrix: Matrix;
  /** Box around the clip, in page space. */
  readonly clip: Box;
  readonly fill: Paint;
  readonly fillSpace: ColourSpace;
  readonly stroke: Paint;
  readonly strokeSpace: ColourSpace;
  readonly widthPt: number;
  /** Lengths in the space of the operands; the width stands beside it. */
  readonly line: Omit<LineStyle, 'widthPt'>;
  readonly mixing: Mixing;
  readonly fillOverprints: boolean;
  readonly strokeOverprints: boolean;
  readonly overprintMode: number;
  readonly font: FontFacts | undefined;
  readonly sizePt: number;
  /** Horizontal scaling, 1 for none. */
  readonly scale: number;
  readonly characterSpacePt: number;
  readonly wordSpacePt: number;
  readonly leadingPt: number;
  readonly risePt: number;
  readonly renderMode: number;
}

const GRAY: ColourSpace = { space: 'gray', name: 'DeviceGray', components: 1 };

/** The state at the start of a page. */
export function firstState(clip: Box): GraphicsState {
  return {
    matrix: IDENTITY,
    clip,
    fill: FIRST_PAINT,
    fillSpace: GRAY,
    stroke: FIRST_PAINT,
    strokeSpace: GRAY,
    widthPt: 1,
    line: { cap: 'butt', join: 'miter', miterLimit: 10, dashes: [], dashPhase: 0 },
    mixing: PLAIN_MIXING,
    fillOverprints: false,
    strokeOverprints: false,
    overprintMode: 0,
    font: undefined,
    sizePt: 0,
    scale: 1,
    characterSpacePt: 0,
    wordSpacePt: 0,
    leadingPt: 0,
    risePt: 0,
    renderMode: 0,
  };
}

/** How lines are drawn on the page just now. */
export function lineStyleOf({ line, matrix, widthPt }: GraphicsState): LineStyle {
  const scale = scaleOf(matrix);
  return {
    ...line,
    widthPt: widthPt * scale,
    dashes: line.dashes.map((length) => length * scale),
    dashPhase: line.dashPhase * scale,
  };
}

/** The state with another way of mixing. */
export function mixedBy(state: GraphicsState, change: Partial<Mixing>): GraphicsState {
  return { ...state, mixing: { ...state.mixing, ...change } };
}

/** The state cut by a shape as well. */
export function cutBy(state: GraphicsState, area: ClipArea): GraphicsState {
  return mixedBy(state, { clips: [...state.mixing.clips, area] });
}

/** A clip without extent: nothing shows. */
const NOTHING: Box = { left: 0, bottom: 0, right: 0, top: 0 };

/** The state clipped to a box as well. */
export function clippedTo(state: GraphicsState, box: Box): GraphicsState {
  return { ...state, clip: sharedBox(state.clip, box) ?? NOTHING };
}
