import { numberOf, type PdfValue } from '#engine/read-back/pdf-values.ts';
import type { Drawing } from './redrawing.ts';

/** What an operator of the source does to the drawing. */
export type DrawOperation = (drawing: Drawing, operands: readonly PdfValue[]) => void;

/** Operations by the name of their operator. */
export type DrawOperations = Readonly<Record<string, DrawOperation>>;

/** An operation that takes numbers. */
export function numbers(use: (drawing: Drawing, values: readonly number[]) => void): DrawOperation {
  return (drawing, operands) =>
    use(
      drawing,
      operands.map((one) => numberOf(one) ?? 0),
    );
}
