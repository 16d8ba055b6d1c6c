import { pdfNumber } from '#engine/press/pdf-syntax.ts';
import { product, scaleOf } from '#engine/read-back/matrix.ts';
import type { DrawOperations } from './draw-operations.ts';
import { numbers } from './draw-operations.ts';
import { readyInks } from './ready-inks.ts';
import { type Drawing, isHiddenNow } from './redrawing.ts';

const DECIMALS = 5;

/** Operators that build and paint paths: lines stay lines, curves stay curves. */
export const PATH_DRAWING: DrawOperations = {
  m: building('m'),
  l: building('l'),
  c: building('c'),
  v: building('v'),
  y: building('y'),
  h: (drawing) => {
    drawing.path.push('h');
  },
  re: numbers((drawing, [x = 0, y = 0, width = 0, height = 0]) => {
    extend(drawing, [x, y, x + width, y + height, x + width, y, x, y + height]);
    drawing.path.push(`${words([x, y, width, height])} re`);
  }),
  S: painting({ strokes: true }),
  s: painting({ strokes: true, closes: true }),
  f: painting({ fills: true }),
  F: painting({ fills: true }),
  'f*': painting({ fills: true, star: '*' }),
  B: painting({ fills: true, strokes: true }),
  'B*': painting({ fills: true, strokes: true, star: '*' }),
  b: painting({ fills: true, strokes: true, closes: true }),
  'b*': painting({ fills: true, strokes: true, closes: true, star: '*' }),
  n: painting({}),
  W: (drawing) => {
    drawing.clip = 'W';
  },
  'W*': (drawing) => {
    drawing.clip = 'W*';
  },
};

function words(values: readonly number[]): string {
  return values.map((value) => pdfNumber(value, DECIMALS)).join(' ');
}

function building(operator: string) {
  return numbers((drawing, values) => {
    extend(drawing, values);
    drawing.path.push(`${words(values)} ${operator}`);
  });
}

function extend(drawing: Drawing, points: readonly number[]): void {
  const [a, b, c, d, e, f] = product(drawing.state.matrix, drawing.outer);
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [x = 0, y = 0] = [points[at], points[at + 1]];
    const [toX, toY] = [a * x + c * y + e, b * x + d * y + f];
    const known = drawing.extent ?? { left: toX, right: toX, bottom: toY, top: toY };
    drawing.extent = {
      left: Math.min(known.left, toX),
      right: Math.max(known.right, toX),
      bottom: Math.min(known.bottom, toY),
      top: Math.max(known.top, toY),
    };
  }
}

interface PathUse {
  readonly fills?: boolean;
  readonly strokes?: boolean;
  readonly closes?: boolean;
  readonly star?: '*';
}

function painting(use: PathUse) {
  return (drawing: Drawing) => paintPath(drawing, use);
}

/** Black lines thinner than this overprint (GWG 2022 R0010). */
const FINE_LINE_PT = 2;

function paintPath(drawing: Drawing, use: PathUse): void {
  const { clip, extent, path } = drawing;
  drawing.path = [];
  drawing.extent = undefined;
  drawing.clip = '';
  if (path.length === 0) return;
  const { fill, stroke } = drawing.state;
  const isSeen = !isHiddenNow(drawing) && liesInside(drawing, extent);
  const fills = use.fills === true && isSeen && fill.space.kind !== 'none';
  const strokes = use.strokes === true && isSeen && stroke.space.kind !== 'none';
  if (fills || strokes) readyInks(drawing, { fills, strokes, ...fineness(drawing, extent) });
  else if (clip === '') return;
  if (use.closes === true) drawing.lines.push(...path, 'h');
  else drawing.lines.push(...path);
  if (clip !== '') drawing.lines.push(clip);
  drawing.lines.push(paintingOperator({ fills, strokes, star: use.star ?? '' }));
}

/** False for crop marks and colour bars, which stand around the ad. */
function liesInside({ outer, redrawing, state }: Drawing, extent: Drawing['extent']): boolean {
  if (extent === undefined) return true;
  const { heightPt, widthPt } = redrawing.size;
  const reach = (state.widthPt * scaleOf(product(state.matrix, outer))) / 2;
  const isBeside = extent.right + reach <= 0 || extent.left - reach >= widthPt;
  return !isBeside && extent.top + reach > 0 && extent.bottom - reach < heightPt;
}

function paintingOperator(use: { fills: boolean; strokes: boolean; star: string }): string {
  if (use.fills) return `${use.strokes ? 'B' : 'f'}${use.star}`;
  return use.strokes ? 'S' : 'n';
}

function fineness({ redrawing, state, outer }: Drawing, extent: Drawing['extent']) {
  const { scale } = redrawing.order;
  const linePt = state.widthPt * scaleOf(product(state.matrix, outer)) * scale;
  const barPt =
    extent === undefined
      ? Infinity
      : Math.min(extent.right - extent.left, extent.top - extent.bottom) * scale;
  return { isFineFill: barPt < FINE_LINE_PT, isFineStroke: linePt < FINE_LINE_PT };
}
