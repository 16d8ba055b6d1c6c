import './zod-without-eval.ts';
import { z } from 'zod';

/** The word that a filler bears: 公益广告, 广告, or none. */
export type FillerLabel = 'none' | 'publicService' | 'advertisement';

/**
 * What makes a block of the page a filler (补白). The words and the drawing are copied from the
 * house's stock, so an issue is whole without it.
 */
export interface Filler {
  /** Its name in the stock, such as 节约用水. */
  readonly name: string;
  readonly label: FillerLabel;
  /** ISO calendar date of the last day on which it may be printed; absent when it does not end. */
  readonly until?: string;
  /** The block that gave up cells for it, which takes them back when it goes. */
  readonly host?: string;
  /** File name of the picture or PDF that is the filler; another one in the slot is no filler. */
  readonly asset?: string;
  /** What a picture block draws as long as its picture has no file. */
  readonly drawn?: DrawnNotice;
}

/** A notice or ornament that the composer draws into its frame, whatever its size. */
export interface DrawnNotice {
  /** Empty for an ornament alone. */
  readonly headline: string;
  readonly lines: readonly string[];
  readonly ornament?: Ornament;
}

/** A drawing in black (题花): strokes and areas in a box of its own units. */
export interface Ornament {
  readonly width: number;
  readonly height: number;
  readonly strokes: readonly OrnamentStroke[];
}

/** One path of an ornament. */
export interface OrnamentStroke {
  /** Steps M, L, C and Z with absolute numbers, as in SVG: `M 0 5 C 2 0 8 0 10 5 Z`. */
  readonly path: string;
  /** Width of the line in units of the box; absent for an area of solid ink. */
  readonly width?: number;
}

const MOST_LETTERS = 400;
/** Letters and numbers of a path: every step with all its numbers. */
const STEP = /^(?:M( -?\d+(?:\.\d+)?){2}|L( -?\d+(?:\.\d+)?){2}|C( -?\d+(?:\.\d+)?){6}|Z)$/u;

const ornamentPath = z
  .string()
  .max(20_000)
  .refine((path) => path.startsWith('M ') && pathSteps(path).every((step) => STEP.test(step)));

/** An ornament. */
export const ornamentSchema: z.ZodType<Ornament> = z.strictObject({
  width: z.number().positive(),
  height: z.number().positive(),
  strokes: z
    .array(z.strictObject({ path: ornamentPath, width: z.number().positive().exactOptional() }))
    .min(1)
    .max(200),
});

/** A line of words without line feed. */
const line = z
  .string()
  .max(MOST_LETTERS)
  .regex(/^[^\n]*$/u);

/** What is drawn. */
const drawnNoticeSchema: z.ZodType<DrawnNotice> = z.strictObject({
  headline: line,
  lines: z.array(line).max(20),
  ornament: ornamentSchema.exactOptional(),
});

/** Which word a filler bears. */
export const fillerLabelSchema: z.ZodType<FillerLabel> = z.enum([
  'none',
  'publicService',
  'advertisement',
]);

/** File name in the assets folder: SHA-256 and suffix. */
export const assetNameSchema = z.string().regex(/^[0-9a-f]{64}\.[a-z0-9]+$/u);

/** The mark of a filler on a block. */
export const fillerSchema: z.ZodType<Filler> = z.strictObject({
  name: z.string().min(1),
  label: fillerLabelSchema,
  until: z.iso.date().exactOptional(),
  host: z.string().min(1).exactOptional(),
  asset: assetNameSchema.exactOptional(),
  drawn: drawnNoticeSchema.exactOptional(),
});

/** The steps of a path, each with its numbers. */
export function pathSteps(path: string): readonly string[] {
  return path.split(/ (?=[MLCZ])/u);
}
