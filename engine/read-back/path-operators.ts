import type { WindingRule } from './area-scanner.ts';
import { clippedTo, cutBy, lineStyleOf } from './graphics-state.ts';
import { isPlaced, type Machine, numeric, type Operation, type Operations } from './machine.ts';
import { type Box, sharedBox } from './matrix.ts';
import { boxOfPieces, isUprightBox } from './path-pieces.ts';

/** Operators that build and paint paths (ISO 32000-1, 8.5). */
export const PATH_OPERATORS: Operations = {
  m: numeric(({ path }, [x = 0, y = 0]) => path.move(x, y)),
  l: numeric(({ path }, [x = 0, y = 0]) => path.line(x, y)),
  c: numeric(({ path }, points) => path.curve(points)),
  v: numeric(({ path }, points) => path.curve([...path.current(), ...points])),
  y: numeric(({ path }, points) => path.curve([...points, ...points.slice(2)])),
  h: ({ path }) => path.close(),
  re: numeric(({ path }, operands) => path.rectangle(operands)),
  S: painting({ strokes: true }),
  s: painting({ strokes: true, closes: true }),
  f: painting({ fills: true }),
  F: painting({ fills: true }),
  'f*': painting({ fills: true, rule: 'odd' }),
  B: painting({ fills: true, strokes: true }),
  'B*': painting({ fills: true, strokes: true, rule: 'odd' }),
  b: painting({ fills: true, strokes: true, closes: true }),
  'b*': painting({ fills: true, strokes: true, closes: true, rule: 'odd' }),
  n: painting({}),
  W: beginClip('nonzero'),
  'W*': beginClip('odd'),
};

interface PathUse {
  readonly fills?: boolean;
  readonly strokes?: boolean;
  readonly closes?: boolean;
  readonly rule?: WindingRule;
}

function painting(use: PathUse): Operation {
  return (machine) => {
    if (use.closes) machine.path.close();
    paintPath(machine, use);
  };
}

function beginClip(rule: WindingRule): Operation {
  return (machine) => {
    machine.clips = rule;
  };
}

/** A line has no width of its own; this much makes it a box. */
const HAIR_PT = 0.001;

function paintPath(machine: Machine, use: PathUse): void {
  const { fills = false, rule = 'nonzero', strokes = false } = use;
  const { state } = machine;
  const pieces = machine.path.take();
  const around = boxOfPieces(pieces);
  const line = lineStyleOf(state);
  const { widthPt } = line;
  const extent = around && grown(around, strokes ? Math.max(widthPt / 2, HAIR_PT) : HAIR_PT);
  const box = extent && sharedBox(extent, state.clip);
  if (box && (fills || strokes)) {
    machine.marks.push({
      kind: 'path',
      isPlaced: isPlaced(machine),
      mixing: state.mixing,
      fill: fills ? state.fill : undefined,
      stroke: strokes ? state.stroke : undefined,
      fillOverprints: state.fillOverprints,
      strokeOverprints: state.strokeOverprints,
      overprintMode: state.overprintMode,
      widthPt,
      line,
      pieces,
      rule,
      box,
      clip: state.clip,
    });
  }
  if (machine.clips && around) {
    const clipped = clippedTo(state, around);
    const isBox = isUprightBox(pieces);
    machine.state = isBox ? clipped : cutBy(clipped, { pieces, rule: machine.clips });
  }
  machine.clips = undefined;
}

function grown(box: Box, by: number): Box {
  return {
    left: box.left - by,
    bottom: box.bottom - by,
    right: box.right + by,
    top: box.top + by,
  };
}
