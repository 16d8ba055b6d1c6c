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

/** What a charstring of CFF is run with. */
export interface Type2Glyph {
  readonly glyph: number;
  charString(glyph: number): Uint8Array | undefined;
  global(index: number): Uint8Array | undefined;
  readonly globals: number;
  local(index: number): Uint8Array | undefined;
  readonly locals: number;
  /** Glyph of a code of the standard encoding, of which accented ones are made. */
  standardGlyph(code: number): number | undefined;
}

interface Run extends CharstringRun {
  readonly source: Type2Glyph;
  stack: number[];
  hints: number;
  isWidthRead: boolean;
  isDone: boolean;
}

/** Draws a glyph by its Type 2 charstring (Adobe Technical Note 5177); hints are passed over. */
export function drawType2(pen: OutlinePen, source: Type2Glyph): void {
  const run: Run = {
    ...{ pen, source, stack: [], x: 0, y: 0, hints: 0 },
    ...{ isWidthRead: false, isDone: false, operatorsLeft: MOST_OPERATORS },
  };
  runBytes(run, source.charString(source.glyph), 0);
}

function runBytes(run: Run, called: Uint8Array | undefined, depth: number): void {
  const bytes = callable(called, depth);
  let at = 0;
  while (at < bytes.length && !run.isDone) {
    const byte = bytes[at] ?? 0;
    if (byte === SHORT) {
      run.stack.push((((bytes[at + 1] ?? 0) << 24) | ((bytes[at + 2] ?? 0) << 16)) >> 16);
      at += 3;
      continue;
    }
    if (byte >= 32) {
      at += pushNumber(run.stack, bytes, { at, fraction: 65_536 });
      continue;
    }
    countOperator(run);
    at += 1;
    if (byte === RETURN) return;
    if (byte === LONG) {
      runLong(run, bytes[at] ?? 0);
      at += 1;
    } else if (byte === CALL_LOCAL || byte === CALL_GLOBAL) callSubroutine(run, byte, depth);
    else if (byte === HINT_MASK || byte === COUNTER_MASK) {
      countHints(run);
      at += Math.ceil(run.hints / 8);
    } else {
      const operation = OPERATIONS[byte];
      if (operation === undefined) throw new UnreadableProgram(`operator ${byte}`);
      operation(run);
      run.stack = [];
    }
  }
}

const RETURN = 11;
const LONG = 12;
const CALL_LOCAL = 10;
const CALL_GLOBAL = 29;
const HINT_MASK = 19;
const COUNTER_MASK = 20;
const SHORT = 28;

function callSubroutine(run: Run, operator: number, depth: number): void {
  const { source, stack } = run;
  const isLocal = operator === CALL_LOCAL;
  const count = isLocal ? source.locals : source.globals;
  // Numbers of subroutines count from the middle of what fits into one byte, or two.
  const bias = count < 1240 ? 107 : count < 33_900 ? 1131 : 32_768;
  const index = (stack.pop() ?? 0) + bias;
  runBytes(run, isLocal ? source.local(index) : source.global(index), depth + 1);
}

function countHints(run: Run): void {
  run.hints += run.stack.length >> 1;
  run.isWidthRead = true;
  run.stack = [];
}

/** Before the first of these operators, one number too many is the width. */
function takeWidth(run: Run, wanted: number): void {
  if (!run.isWidthRead && run.stack.length > wanted) run.stack.shift();
  run.isWidthRead = true;
}

type Operation = (run: Run) => void;

const OPERATIONS: Readonly<Record<number, Operation>> = {
  1: countHints,
  3: countHints,
  18: countHints,
  23: countHints,
  4: (run) => {
    takeWidth(run, 1);
    move(run, 0, run.stack[0] ?? 0);
  },
  22: (run) => {
    takeWidth(run, 1);
    move(run, run.stack[0] ?? 0, 0);
  },
  21: (run) => {
    takeWidth(run, 2);
    move(run, run.stack[0] ?? 0, run.stack[1] ?? 0);
  },
  14: endCharacter,
  5: (run) => lines(run, run.stack),
  6: (run) => crossLines(run, true),
  7: (run) => crossLines(run, false),
  8: (run) => curves(run, run.stack),
  24: (run) => {
    curves(run, run.stack.slice(0, -2));
    lines(run, run.stack.slice(-2));
  },
  25: (run) => {
    lines(run, run.stack.slice(0, -6));
    curves(run, run.stack.slice(-6));
  },
  26: (run) => flatCurves(run, false),
  27: (run) => flatCurves(run, true),
  30: (run) => turningCurves(run, false),
  31: (run) => turningCurves(run, true),
};

function move(run: Run, dx: number, dy: number): void {
  run.x += dx;
  run.y += dy;
  run.pen.move(run.x, run.y);
}

function lines(run: Run, numbers: readonly number[]): void {
  for (let at = 0; at + 1 < numbers.length; at += 2)
    lineBy(run, numbers[at] ?? 0, numbers[at + 1] ?? 0);
}

function crossLines(run: Run, isAcross: boolean): void {
  run.stack.forEach((by, index) => {
    if ((index % 2 === 0) === isAcross) lineBy(run, by, 0);
    else lineBy(run, 0, by);
  });
}

function curves(run: Run, numbers: readonly number[]): void {
  for (let at = 0; at + 5 < numbers.length; at += 6) curveBy(run, numbers.slice(at, at + 6));
}

/** Curves that begin and end in the same direction, across or up. */
function flatCurves(run: Run, isAcross: boolean): void {
  const numbers = [...run.stack];
  let aside = numbers.length % 4 === 1 ? (numbers.shift() ?? 0) : 0;
  for (let at = 0; at + 3 < numbers.length; at += 4) {
    const [first = 0, x = 0, y = 0, last = 0] = numbers.slice(at, at + 4);
    curveBy(run, isAcross ? [first, aside, x, y, last, 0] : [aside, first, x, y, 0, last]);
    aside = 0;
  }
}

/** Curves that begin across and end up, and the other way round, in turn. */
function turningCurves(run: Run, startsAcross: boolean): void {
  const numbers = run.stack;
  let isAcross = startsAcross;
  for (let at = 0; at + 3 < numbers.length; at += 4) {
    const [first = 0, x = 0, y = 0, last = 0] = numbers.slice(at, at + 4);
    const aside = numbers.length - at === 5 ? (numbers[at + 4] ?? 0) : 0;
    curveBy(run, isAcross ? [first, 0, x, y, aside, last] : [0, first, x, y, last, aside]);
    isAcross = !isAcross;
  }
}

/** Four numbers before the end name a letter and its accent, as `seac` of Type 1 does. */
function endCharacter(run: Run): void {
  const { source, stack } = run;
  const [x = 0, y = 0, letter = 0, accent = 0] = stack.slice(-4);
  run.isDone = true;
  if (stack.length < 4) return;
  for (const part of [
    { code: letter, x: 0, y: 0 },
    { code: accent, x, y },
  ]) {
    const glyph = source.standardGlyph(part.code);
    // A part must not be made of parts again.
    const inner = { ...run, stack: [], x: part.x, y: part.y, hints: 0, isWidthRead: false };
    const plain = { ...source, standardGlyph: () => undefined };
    if (glyph !== undefined) {
      runBytes({ ...inner, isDone: false, source: plain }, source.charString(glyph), 0);
    }
  }
}

function runLong(run: Run, operator: number): void {
  const { stack } = run;
  if (operator >= 34 && operator <= 37) {
    flex(run, operator);
    run.stack = [];
    return;
  }
  const arithmetic = ARITHMETIC[operator];
  if (arithmetic === undefined) throw new UnreadableProgram(`operator 12 ${operator}`);
  const taken = stack.splice(stack.length - Math.min(stack.length, arithmetic.takes));
  stack.push(...arithmetic.gives(taken));
}

/** The arithmetic that fonts are known to use; what is left out has to do with storage. */
const ARITHMETIC: Readonly<
  Record<number, { takes: number; gives: (numbers: readonly number[]) => readonly number[] }>
> = {
  9: { takes: 1, gives: ([a = 0]) => [Math.abs(a)] },
  10: { takes: 2, gives: ([a = 0, b = 0]) => [a + b] },
  11: { takes: 2, gives: ([a = 0, b = 0]) => [a - b] },
  12: { takes: 2, gives: ([a = 0, b = 1]) => [a / b] },
  14: { takes: 1, gives: ([a = 0]) => [-a] },
  18: { takes: 1, gives: () => [] },
  24: { takes: 2, gives: ([a = 0, b = 0]) => [a * b] },
  27: { takes: 1, gives: ([a = 0]) => [a, a] },
  28: { takes: 2, gives: ([a = 0, b = 0]) => [b, a] },
};

/** Two curves that print as a straight line when they are small. */
function flex(run: Run, operator: number): void {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0, j = 0, k = 0, l = 0] =
    run.stack;
  if (operator === 34) {
    curveBy(run, [a, 0, b, c, d, 0]);
    curveBy(run, [e, 0, f, -c, g, 0]);
  } else if (operator === 35) {
    curveBy(run, [a, b, c, d, e, f]);
    curveBy(run, [g, h, i, j, k, l]);
  } else if (operator === 36) {
    curveBy(run, [a, b, c, d, e, 0]);
    curveBy(run, [f, 0, g, h, i, -(b + d + h)]);
  } else {
    const [x, y] = [a + c + e + g + i, b + d + f + h + j];
    const isAcross = Math.abs(x) > Math.abs(y);
    curveBy(run, [a, b, c, d, e, f]);
    curveBy(run, isAcross ? [g, h, i, j, k, -y] : [g, h, i, j, -x, k]);
  }
}
