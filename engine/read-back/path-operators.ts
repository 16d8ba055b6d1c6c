import { clippedTo } from './graphics-state.ts';
import { isPlaced, type Machine, numeric, type Operation, type Operations } from './machine.ts';
import { type Box, scaleOf, sharedBox } from './matrix.ts';
import { boxOfPieces } from './path-pieces.ts';

/** Operators that build and paint paths (ISO 32000-1, 8.5). */
export const PATH_OPERATORS: Operations = {
  m: numeric(({ path }, [x = 0, y = 0]) => path.move(x, y)),
  l: numeric(({ path }, [x = 0, y = 0]) => path.line(x, y)),
  c: numeric(({ path }, points) => path.curve(points)),
  v: numeric(({ path }, points) => path.curve([...path.current(), ...points])),
  y: numeric(({ path }, points) => path.curve([...points, ...points.slice(2)])),
  h: ({ path }) => path.close(),
  re: numeric(({ path }, operands) => path.rectangle(operands)),
  S: painting({ fills: false, strokes: true, closes: false }),
  s: painting({ fills: false, strokes: true, closes: true }),
  f: painting({ fills: true, strokes: false, closes: false }),
  F: painting({ fills: true, strokes: false, closes: false }),
  'f*': painting({ fills: true, strokes: false, closes: false }),
  B: painting({ fills: true, strokes: true, closes: false }),
  'B*': painting({ fills: true, strokes: true, closes: false }),
  b: painting({ fills: true, strokes: true, closes: true }),
  'b*': painting({ fills: true, strokes: true, closes: true }),
  n: painting({ fills: false, strokes: false, closes: false }),
  W: beginClip,
  'W*': beginClip,
};

interface PathUse {
  readonly fills: boolean;
  readonly strokes: boolean;
  readonly closes: boolean;
}

function painting(use: PathUse): Operation {
  return (machine) => {
    if (use.closes) machine.path.close();
    paintPath(machine, use);
  };
}

function beginClip(machine: Machine): void {
  machine.clips = true;
}

/** A line has no width of its own; this much makes it a box. */
const HAIR_PT = 0.001;

function paintPath(machine: Machine, { fills, strokes }: PathUse): void {
  const { state } = machine;
  const pieces = machine.path.take();
  const around = boxOfPieces(pieces);
  const widthPt = state.widthPt * scaleOf(state.matrix);
  const extent = around && grown(around, strokes ? Math.max(widthPt / 2, HAIR_PT) : HAIR_PT);
  const box = extent && sharedBox(extent, state.clip);
  if (box && (fills || strokes)) {
    machine.marks.push({
      kind: 'path',
      isPlaced: isPlaced(machine),
      fill: fills ? state.fill : undefined,
      stroke: strokes ? state.stroke : undefined,
      fillOverprints: state.fillOverprints,
      strokeOverprints: state.strokeOverprints,
      overprintMode: state.overprintMode,
      widthPt,
      pieces,
      box,
    });
  }
  if (machine.clips && around) machine.state = clippedTo(state, around);
  machine.clips = false;
}

function grown(box: Box, by: number): Box {
  return {
    left: box.left - by,
    bottom: box.bottom - by,
    right: box.right + by,
    top: box.top + by,
  };
}
