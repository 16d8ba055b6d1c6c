import './zod-without-eval.ts';
import { z } from 'zod';
import type { AdPage } from '#engine/units/ad-page.ts';
import {
  assetNameSchema,
  type FillerLabel,
  fillerLabelSchema,
  type Ornament,
  ornamentSchema,
} from './filler.ts';
import { adPageSchema } from './issue-schema.ts';
import { type Parsed, parseWith } from './parsing.ts';

/**
 * A filler in the stock of the house (补白库). Words in braces stand for what the issue says:
 * `{paper}`, `{supplement}`, a hotline of its imprint by its label such as `{广告热线}`, and the
 * line `{partners}` for one paragraph for each partner with a hotline.
 */
export type HouseFiller = TextFiller | NoticeFiller | PictureFiller;

/** What every filler of the stock has. */
interface FillerEntry {
  readonly id: string;
  readonly name: string;
  readonly label: FillerLabel;
  /** ISO calendar date of the last day; absent when it does not end. */
  readonly until?: string;
}

/** A short text with a small headline, set in columns like any article. */
export interface TextFiller extends FillerEntry {
  readonly kind: 'text';
  readonly headline: string;
  readonly paragraphs: readonly string[];
  /** Paragraphs that must stay, those behind them may go from the last; absent: all must stay. */
  readonly least?: number;
}

/** An ad of the house, or an ornament, that is drawn at the size of its hole. */
export interface NoticeFiller extends FillerEntry {
  readonly kind: 'notice';
  /** Empty for an ornament alone. */
  readonly headline: string;
  readonly lines: readonly string[];
  readonly ornament?: Ornament;
}

/** A picture or PDF file of the newsroom. */
export interface PictureFiller extends FillerEntry {
  readonly kind: 'picture';
  /** File name in the assets of an issue that has taken it in. */
  readonly asset: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly adPage?: AdPage;
}

const entry = {
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/u),
  name: z.string().min(1).max(60),
  label: fillerLabelSchema,
  until: z.iso.date().exactOptional(),
};
const words = z
  .string()
  .max(2000)
  .regex(/^[^\n]*$/u);

/** A filler of the stock. */
export const houseFillerSchema: z.ZodType<HouseFiller> = z.discriminatedUnion('kind', [
  z
    .strictObject({
      ...entry,
      kind: z.literal('text'),
      headline: words.min(1),
      paragraphs: z.array(words.min(1)).min(1).max(40),
      least: z.int().min(1).exactOptional(),
    })
    .refine(({ least = 1, paragraphs }) => least <= paragraphs.length, { path: ['least'] }),
  z
    .strictObject({
      ...entry,
      kind: z.literal('notice'),
      headline: words.max(60),
      lines: z.array(words.max(200)).max(12),
      ornament: ornamentSchema.exactOptional(),
    })
    .refine(({ headline, ornament }) => headline !== '' || ornament !== undefined, {
      path: ['headline'],
    }),
  z.strictObject({
    ...entry,
    kind: z.literal('picture'),
    asset: assetNameSchema,
    widthPx: z.int().min(1),
    heightPx: z.int().min(1),
    adPage: adPageSchema.exactOptional(),
  }),
]);

/** A filler that is on its way into the stock, which will give it its id. */
export type NewFiller =
  | Omit<TextFiller, 'id'>
  | Omit<NoticeFiller, 'id'>
  | Omit<PictureFiller, 'id'>;

/** Reads a filler that has no id yet. */
export const newFillerSchema: z.ZodType<NewFiller> = z
  .looseObject({})
  .transform((filler, context): NewFiller => {
    const read = houseFillerSchema.safeParse({ ...filler, id: 'new' });
    if (!read.success) {
      context.addIssue({ code: 'custom', message: 'not a filler' });
      return z.NEVER;
    }
    const { id: _, ...unnamed } = read.data;
    return unnamed;
  });

const stockSchema = z.strictObject({
  schemaVersion: z.literal(1),
  fillers: z.array(houseFillerSchema),
});

/** Reads a stock of fillers. */
export function parseFillerStock(json: unknown): Parsed<readonly HouseFiller[]> {
  const parsed = parseWith(stockSchema, json);
  return parsed.ok ? { ok: true, value: parsed.value.fillers } : parsed;
}
