import './zod-without-eval.ts';
import { z } from 'zod';
import { fillerSchema } from './filler.ts';
import type {
  AdGridBlock,
  AdMark,
  AdPlace,
  ArticleBlock,
  ArticleGroup,
  Block,
  FolioLine,
  GridArea,
  GroupMember,
  HeadlineLayout,
  HeadlinePartLayout,
  Imprint,
  InnerColumns,
  InsetPicture,
  PictureBlock,
  RuleBlock,
  SectionFlag,
} from './issue.ts';

/**
 * The JSON form of blocks. Absent keys are `undefined` in the value; `cutouts`, `pictures` and
 * `locked` may be left out of a file and then are empty or false.
 */

const id = z.string().min(1);
const placement = z.enum(['above', 'left', 'right']);
/** Whole or half characters. */
const halfCharacters = z.number().multipleOf(0.5);
const lineCount = z.int().min(0);

/** An area on the page grid, in whole or half characters and whole lines. */
export const gridAreaSchema: z.ZodType<GridArea> = z.strictObject({
  column: halfCharacters.min(0),
  line: lineCount,
  columns: halfCharacters.min(0.5),
  lines: z.int().min(1),
});

/** Columns inside a block. */
const innerColumnsSchema: z.ZodType<InnerColumns> = z.strictObject({
  count: z.int().min(1).max(12),
  mode: z.enum(['absolute', 'relative', 'free', 'automatic']),
  gutter: z.number().min(0),
  rule: z.boolean(),
  balance: z.boolean(),
});

const headlinePartSchema: z.ZodType<HeadlinePartLayout> = z
  .strictObject({
    style: z.string().min(1),
    sizePt: z.number().positive().optional(),
    lines: z.int().min(1).optional(),
    fit: z.boolean(),
    align: z.enum(['left', 'centre', 'right']),
  })
  .transform(({ style, sizePt, lines, fit, align }) => ({ style, sizePt, lines, fit, align }));

/** Placement and parts of a headline. */
const headlineLayoutSchema: z.ZodType<HeadlineLayout> = z
  .strictObject({
    placement,
    extent: z.number().positive(),
    kicker: headlinePartSchema.optional(),
    headline: headlinePartSchema,
    deck: headlinePartSchema.optional(),
  })
  .transform(({ placement: side, extent, kicker, headline, deck }) => ({
    placement: side,
    extent,
    kicker,
    headline,
    deck,
  }));

/** A picture that a story runs around. */
const insetPictureSchema: z.ZodType<InsetPicture> = z.strictObject({
  picture: id,
  area: gridAreaSchema,
  captionLines: lineCount,
  gap: z.number().min(0),
});

/** An article in a group. */
const groupMemberSchema: z.ZodType<GroupMember> = z.strictObject({
  article: id,
  headline: headlineLayoutSchema,
});

const frame = {
  id,
  area: gridAreaSchema,
  cutouts: z.array(gridAreaSchema).default([]),
  border: z.string().optional(),
  tint: z.string().optional(),
  locked: z.boolean().default(false),
};

/** Fields of the frame in one order, with `undefined` written out. */
function frameOf(block: {
  id: string;
  area: GridArea;
  cutouts: GridArea[];
  border?: string | undefined;
  tint?: string | undefined;
  locked: boolean;
}) {
  const { area, cutouts, border, tint, locked } = block;
  return { id: block.id, area, cutouts, border, tint, locked };
}

const articleBlockSchema = z
  .strictObject({
    kind: z.literal('article'),
    ...frame,
    article: id,
    part: z.int().min(0),
    columns: innerColumnsSchema,
    headline: headlineLayoutSchema.optional(),
    pictures: z.array(insetPictureSchema).default([]),
    filler: fillerSchema.optional(),
  })
  .transform((block): ArticleBlock => {
    const { kind, article, part, columns, headline, pictures, filler } = block;
    const own = { kind, ...frameOf(block), article, part, columns, headline, pictures };
    return filler === undefined ? own : { ...own, filler };
  });

const articleGroupSchema = z
  .strictObject({
    kind: z.literal('group'),
    ...frame,
    standingHead: z.string(),
    headPlacement: placement,
    extent: z.number().positive(),
    members: z.array(groupMemberSchema),
    arrangement: z.enum(['run', 'columns']).default('run'),
    columns: innerColumnsSchema,
  })
  .transform((block): ArticleGroup => {
    const { kind, standingHead, headPlacement, extent, members, arrangement, columns } = block;
    const head = { standingHead, headPlacement, extent };
    return { kind, ...frameOf(block), ...head, members, arrangement, columns };
  });

/** Where the word 广告 stands. */
export const adMarkSchema: z.ZodType<AdMark> = z.enum([
  'none',
  'topLeft',
  'topRight',
  'bottomLeft',
  'bottomRight',
]);

/** Larger than any sheet of newsprint. */
const MOST_AD_MM = 2000;

const adPlaceSchema: z.ZodType<AdPlace> = z.strictObject({
  size: z.string(),
  widthMm: z.number().positive().max(MOST_AD_MM),
  heightMm: z.number().positive().max(MOST_AD_MM),
  mark: adMarkSchema,
  booking: id.exactOptional(),
});

const pictureBlockSchema = z
  .strictObject({
    kind: z.literal('picture'),
    ...frame,
    picture: id,
    captionLines: lineCount,
    ad: adPlaceSchema.optional(),
    filler: fillerSchema.optional(),
  })
  .transform((block): PictureBlock => {
    const { kind, picture, captionLines, ad, filler } = block;
    const own = { kind, ...frameOf(block), picture, captionLines };
    return { ...own, ...(ad && { ad }), ...(filler && { filler }) };
  });

const adGridBlockSchema = z
  .strictObject({ kind: z.literal('adGrid'), ...frame, adGrid: id })
  .transform(
    (block): AdGridBlock => ({ kind: block.kind, ...frameOf(block), adGrid: block.adGrid }),
  );

const imprintSchema = z
  .strictObject({ kind: z.literal('imprint'), ...frame, text: z.string() })
  .transform((block): Imprint => ({ kind: block.kind, ...frameOf(block), text: block.text }));

const sectionFlagSchema = z
  .strictObject({ kind: z.literal('sectionFlag'), ...frame })
  .transform((block): SectionFlag => ({ kind: block.kind, ...frameOf(block) }));

const folioLineSchema = z
  .strictObject({ kind: z.literal('folioLine'), ...frame })
  .transform((block): FolioLine => ({ kind: block.kind, ...frameOf(block) }));

const ruleBlockSchema = z
  .strictObject({ kind: z.literal('rule'), ...frame })
  .transform((block): RuleBlock => ({ kind: block.kind, ...frameOf(block) }));

/** Any block of a page. */
export const blockSchema: z.ZodType<Block> = z.discriminatedUnion('kind', [
  articleBlockSchema,
  articleGroupSchema,
  pictureBlockSchema,
  adGridBlockSchema,
  sectionFlagSchema,
  folioLineSchema,
  imprintSchema,
  ruleBlockSchema,
]);
