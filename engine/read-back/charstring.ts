import { type OutlinePen, UnreadableProgram } from './glyph-outline.ts';

/** What charstrings of Type 1 and of CFF have in common while they are run. */
export interface CharstringRun {
  readonly pen: OutlinePen;
  x: number;
  y: number;
  operatorsLeft: number;
}

/** No glyph that people read has more; a damaged one may have any number. */
export const MOST_OPERATORS = 100_000;

/** Subroutines within subroutines (Adobe Technical Note 5177: ten; twice that are let pass). */
const MOST_DEPTH = 20;

/** The bytes, while they are there and not called from too deep. */
export function callable(bytes: Uint8Array | undefined, depth: number): Uint8Array {
  if (bytes === undefined || depth > MOST_DEPTH) {
    throw new UnreadableProgram('a charstring calls for one that is not there');
  }
  return bytes;
}

/** Counts an operator. */
export function countOperator(run: CharstringRun): void {
  run.operatorsLeft -= 1;
  if (run.operatorsLeft < 0) throw new UnreadableProgram('a charstring without an end');
}

/** Puts a number on the stack, one of five bytes in `fraction`s; gives back the bytes it took. */
export function pushNumber(
  stack: number[],
  bytes: Uint8Array,
  { at, fraction }: { readonly at: number; readonly fraction: number },
): number {
  const byte = bytes[at] ?? 0;
  const next = bytes[at + 1] ?? 0;
  if (byte < 247) {
    stack.push(byte - 139);
    return 1;
  }
  if (byte < 255) {
    stack.push(byte < 251 ? (byte - 247) * 256 + next + 108 : -(byte - 251) * 256 - next - 108);
    return 2;
  }
  const [third, fourth, fifth] = [bytes[at + 2] ?? 0, bytes[at + 3] ?? 0, bytes[at + 4] ?? 0];
  stack.push(((next << 24) | (third << 16) | (fourth << 8) | fifth) / fraction);
  return 5;
}

/** A straight line by its differences. */
export function lineBy(run: CharstringRun, dx: number, dy: number): void {
  run.x += dx;
  run.y += dy;
  run.pen.line(run.x, run.y);
}

/** A curve by the differences of its four points. */
export function curveBy(
  run: CharstringRun,
  [dx1 = 0, dy1 = 0, dx2 = 0, dy2 = 0, dx3 = 0, dy3 = 0]: readonly number[],
): void {
  const [x1, y1] = [run.x + dx1, run.y + dy1];
  const [x2, y2] = [x1 + dx2, y1 + dy2];
  run.x = x2 + dx3;
  run.y = y2 + dy3;
  run.pen.curve([x1, y1, x2, y2, run.x, run.y]);
}
