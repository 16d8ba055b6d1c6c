import './zod-without-eval.ts';
import { z } from 'zod';
import { type Parsed, parseWith } from './parsing.ts';

/** The sizes that a paper sells (广告规格), in the order of its list. */
export interface RateCard {
  /** Where the sizes are taken from. */
  readonly source: string;
  readonly sizes: readonly AdSize[];
}

/** One size of the rate card. */
export interface AdSize {
  readonly name: string;
  /** Other ways in which lists of bookings write it. */
  readonly written: readonly string[];
  readonly widthMm: number;
  readonly heightMm: number;
}

const millimetres = z.number().positive().max(2000);

const rateCardSchema: z.ZodType<RateCard> = z.strictObject({
  source: z.string(),
  sizes: z.array(
    z.strictObject({
      name: z.string().min(1),
      written: z.array(z.string().min(1)),
      widthMm: millimetres,
      heightMm: millimetres,
    }),
  ),
});

/** Reads the JSON form of a rate card. */
export function parseRateCard(json: unknown): Parsed<RateCard> {
  return parseWith(rateCardSchema, json);
}

/** The size that a list of bookings means; undefined for one that the paper does not sell. */
export function adSizeNamed({ sizes }: RateCard, name: string): AdSize | undefined {
  const wanted = plain(name);
  return sizes.find((size) => [size.name, ...size.written].some((one) => plain(one) === wanted));
}

/** Brackets, widths and spaces are written in every way. */
function plain(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();
}
