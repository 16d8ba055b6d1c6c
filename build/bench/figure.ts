/** One measured figure of the bench. Nothing in it is a constant: every value was measured now. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** Unit of `value`, such as `ms`, `em`, `%`; empty for a plain count. */
  readonly unit: string;
  /** What is to be reached, in words: `≤ 2 ms`; undefined for a figure that only informs. */
  readonly target: string | undefined;
  /** Number of measurements behind the value. */
  readonly samples: number;
}

/** The middle value; the mean of the two middle ones when their number is even. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? Number.NaN;
  const lower = sorted[Math.ceil(half) - 1] ?? Number.NaN;
  return (upper + lower) / 2;
}

/** A figure as one line: name, value, what is to be reached, number of measurements. */
export function figureLine({ name, value, unit, target, samples }: Figure): string {
  const amount = `${Number(value.toPrecision(4))} ${unit}`.trim();
  const wanted = target === undefined ? '' : `  (${target})`;
  return `${name}: ${amount}${wanted}  [n = ${samples}]`;
}

/** The value below which that share of the values lies, from 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
