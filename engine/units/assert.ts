/** Stops on a bug of ours; expected trouble is a Finding or a typed failure, never this. */
export function assert(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(`Broken assumption: ${sentence}`);
}
