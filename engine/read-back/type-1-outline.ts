import {
  type CharstringRun,
  callable,
  countOperator,
  curveBy,
  lineBy,
  MOST_OPERATORS,
  pushNumber,
} from './charstring.ts';
import { type OutlinePen, UnreadableProgram } from './glyph-outline.ts';

/** What a Type 1 charstring is run with; everything is decrypted. */
export interface Type1Parts {
  subroutine(index: number): Uint8Array | undefined;
  /** Charstring of a code of the standard encoding, of which accented letters are made. */
  standard(code: number): Uint8Array | undefined;
}

interface Run extends CharstringRun {
  readonly parts: Type1Parts;
  stack: number[];
  /** What calls to other subroutines have left for `pop`. */
  left: number[];
  bearing: number;
  /** Where the part of an accented letter that is drawn has its origin. */
  readonly origin: readonly [number, number];
  /** Points of a flex that is open, x and y in turn. */
  flex: number[] | undefined;
  isDone: boolean;
  isPart: boolean;
}

/** Draws a glyph by its Type 1 charstring (Adobe Type 1 Font Format, chapter 6). */
export function drawType1(
  pen: OutlinePen,
  charString: Uint8Array | undefined,
  parts: Type1Parts,
): void {
  const run: Run = {
    ...{ pen, parts, stack: [], left: [], x: 0, y: 0, bearing: 0, flex: undefined },
    origin: [0, 0],
    ...{ isDone: false, isPart: false, operatorsLeft: MOST_OPERATORS },
  };
  runBytes(run, charString, 0);
}

function runBytes(run: Run, called: Uint8Array | undefined, depth: number): void {
  const bytes = callable(called, depth);
  let at = 0;
  while (at < bytes.length && !run.isDone) {
    const byte = bytes[at] ?? 0;
    if (byte >= 32) {
      at += pushNumber(run.stack, bytes, { at, fraction: 1 });
      continue;
    }
    countOperator(run);
    at += 1;
    if (byte === RETURN) return;
    if (byte === CALL) runBytes(run, run.parts.subroutine(run.stack.pop() ?? -1), depth + 1);
    else if (byte === LONG) {
      runLong(run, bytes[at] ?? 0);
      at += 1;
    } else {
      OPERATIONS[byte]?.(run, run.stack);
      run.stack = [];
    }
  }
}

const CALL = 10;
const RETURN = 11;
const LONG = 12;

type Operation = (run: Run, numbers: readonly number[]) => void;

/** Operators that draw. The others are hints, and `closepath`: pieces are closed in any case. */
const OPERATIONS: Readonly<Record<number, Operation>> = {
  4: (run, [y = 0]) => move(run, 0, y),
  5: (run, [x = 0, y = 0]) => lineBy(run, x, y),
  6: (run, [x = 0]) => lineBy(run, x, 0),
  7: (run, [y = 0]) => lineBy(run, 0, y),
  8: (run, numbers) => curveBy(run, numbers),
  13: (run, [bearing = 0]) => startAt(run, bearing, 0),
  14: (run) => {
    run.isDone = true;
  },
  21: (run, [x = 0, y = 0]) => move(run, x, y),
  22: (run, [x = 0]) => move(run, x, 0),
  30: (run, [a = 0, b = 0, c = 0, d = 0]) => curveBy(run, [0, a, b, c, d, 0]),
  31: (run, [a = 0, b = 0, c = 0, d = 0]) => curveBy(run, [a, 0, b, c, 0, d]),
};

function startAt(run: Run, x: number, y: number): void {
  run.bearing = x;
  run.x = run.origin[0] + x;
  run.y = run.origin[1] + y;
}

function move(run: Run, dx: number, dy: number): void {
  run.x += dx;
  run.y += dy;
  if (run.flex === undefined) run.pen.move(run.x, run.y);
}

function runLong(run: Run, operator: number): void {
  const { stack } = run;
  if (operator === 12) {
    const [over = 1, under = 0] = [stack.pop(), stack.pop()];
    stack.push(under / over);
    return;
  }
  if (operator === 16) {
    callOther(run);
    return;
  }
  if (operator === 17) {
    stack.push(run.left.pop() ?? 0);
    return;
  }
  if (operator === 6) accented(run);
  if (operator === 7) startAt(run, stack[0] ?? 0, stack[1] ?? 0);
  run.stack = [];
}

/** Subroutines in PostScript: 0 to 2 are flex, 3 changes hints; what they are given comes back. */
function callOther(run: Run): void {
  const { stack } = run;
  const number = stack.pop() ?? -1;
  const count = Math.max(0, Math.min(stack.length, stack.pop() ?? 0));
  const given = stack.splice(stack.length - count);
  if (number === 1) run.flex = [];
  else if (number === 2) run.flex?.push(run.x, run.y);
  else if (number === 0) endFlex(run);
  run.left = given.reverse();
  if (number === 0) run.left = [run.y, run.x];
}

/** The first point is where the flex bends from, and is not drawn. */
function endFlex(run: Run): void {
  const points = run.flex?.slice(2) ?? [];
  run.flex = undefined;
  if (points.length < 12) throw new UnreadableProgram('a flex without its points');
  run.pen.curve(points.slice(0, 6));
  run.pen.curve(points.slice(6, 12));
}

function accented(run: Run): void {
  const [bearing = 0, x = 0, y = 0, letter = 0, accent = 0] = run.stack;
  run.isDone = true;
  if (run.isPart) return;
  const parts: readonly { code: number; origin: readonly [number, number] }[] = [
    { code: letter, origin: [0, 0] },
    { code: accent, origin: [run.bearing + x - bearing, y] },
  ];
  for (const { code, origin } of parts) {
    const inner = { ...run, stack: [], left: [], flex: undefined, isDone: false, isPart: true };
    const charString = run.parts.standard(code);
    if (charString) runBytes({ ...inner, origin }, charString, 0);
  }
}
