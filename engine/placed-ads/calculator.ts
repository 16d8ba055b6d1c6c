import { numberOf, UnreadablePdf } from '#engine/read-back/pdf-values.ts';
import { type Scanner, scanNext } from '#engine/read-back/scan-values.ts';

type Step = number | string | readonly Step[];

const MOST_DEPTH = 16;
const MOST_STACK = 1000;

/** A calculator function (ISO 32000-1, 7.10.5): a small stack language without loops. */
export function readCalculator(bytes: Uint8Array): (inputs: readonly number[]) => number[] {
  const scanner: Scanner = { bytes, at: 0 };
  const first = scanNext(scanner);
  if (first.kind !== 'operator' || first.name !== '{') throw broken();
  const steps = readSteps(scanner, 0);
  return (inputs) => {
    const stack = [...inputs];
    run(steps, stack);
    return stack;
  };
}

function broken(): UnreadablePdf {
  return new UnreadablePdf('a calculator function that cannot be read');
}

function readSteps(scanner: Scanner, depth: number): readonly Step[] {
  if (depth > MOST_DEPTH) throw broken();
  const steps: Step[] = [];
  for (;;) {
    const next = scanNext(scanner);
    if (next.kind === 'end' || next.kind === 'close') throw broken();
    if (next.kind === 'value') {
      const value = typeof next.value === 'boolean' ? Number(next.value) : numberOf(next.value);
      if (value === undefined) throw broken();
      steps.push(value);
    } else if (next.name === '}') return steps;
    else steps.push(next.name === '{' ? readSteps(scanner, depth + 1) : next.name);
  }
}

function run(steps: readonly Step[], stack: number[]): void {
  steps.forEach((step, index) => {
    if (typeof step === 'number') stack.push(step);
    else if (typeof step !== 'string') return;
    else if (step === 'if' || step === 'ifelse') choose(step, { steps, index, stack });
    else operate(step, stack);
    if (stack.length > MOST_STACK) throw broken();
  });
}

function choose(
  word: 'if' | 'ifelse',
  { index, stack, steps }: { steps: readonly Step[]; index: number; stack: number[] },
): void {
  const isTrue = pop(stack) !== 0;
  const branch = word === 'if' ? (isTrue ? index - 1 : -1) : index - (isTrue ? 2 : 1);
  const chosen = steps[branch];
  if (typeof chosen === 'object') run(chosen, stack);
}

function pop(stack: number[]): number {
  const value = stack.pop();
  if (value === undefined) throw broken();
  return value;
}

const ONE: Readonly<Record<string, (a: number) => number>> = {
  abs: Math.abs,
  neg: (a) => -a,
  ceiling: Math.ceil,
  floor: Math.floor,
  round: Math.round,
  truncate: Math.trunc,
  cvi: Math.trunc,
  cvr: (a) => a,
  sqrt: (a) => Math.sqrt(Math.max(0, a)),
  sin: (a) => Math.sin((a * Math.PI) / 180),
  cos: (a) => Math.cos((a * Math.PI) / 180),
  ln: (a) => Math.log(a),
  log: (a) => Math.log10(a),
  not: (a) => (a === 0 ? 1 : 0),
};

const TWO: Readonly<Record<string, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => (b === 0 ? 0 : a / b),
  idiv: (a, b) => (b === 0 ? 0 : Math.trunc(a / b)),
  mod: (a, b) => (b === 0 ? 0 : a % b),
  exp: (a, b) => a ** b,
  atan: (a, b) => ((Math.atan2(a, b) * 180) / Math.PI + 360) % 360,
  eq: (a, b) => Number(a === b),
  ne: (a, b) => Number(a !== b),
  gt: (a, b) => Number(a > b),
  ge: (a, b) => Number(a >= b),
  lt: (a, b) => Number(a < b),
  le: (a, b) => Number(a <= b),
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
  bitshift: (a, b) => (b >= 0 ? a << b : a >> -b),
};

function operate(name: string, stack: number[]): void {
  const one = ONE[name];
  const two = TWO[name];
  if (one !== undefined) stack.push(one(pop(stack)));
  else if (two !== undefined) {
    const b = pop(stack);
    stack.push(two(pop(stack), b));
  } else rearrange(name, stack);
}

function rearrange(name: string, stack: number[]): void {
  switch (name) {
    case 'pop':
      pop(stack);
      break;
    case 'dup':
      stack.push(stack.at(-1) ?? 0);
      break;
    case 'exch': {
      const top = pop(stack);
      stack.push(top, pop(stack));
      break;
    }
    case 'copy': {
      const count = counted(pop(stack), stack);
      if (count > 0) stack.push(...stack.slice(-count));
      break;
    }
    case 'index':
      stack.push(stack[stack.length - 1 - counted(pop(stack), stack)] ?? 0);
      break;
    case 'roll': {
      const by = pop(stack);
      const count = counted(pop(stack), stack);
      if (count === 0) break;
      const rolled = stack.splice(-count);
      const cut = (((-by % count) + count) % count) | 0;
      stack.push(...rolled.slice(cut), ...rolled.slice(0, cut));
      break;
    }
    case 'true':
      stack.push(1);
      break;
    case 'false':
      stack.push(0);
      break;
    default:
      throw broken();
  }
}

function counted(count: number, stack: readonly number[]): number {
  if (!Number.isInteger(count) || count < 0 || count > stack.length) throw broken();
  return count;
}
