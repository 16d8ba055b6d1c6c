import '#engine/model/zod-without-eval.ts';
import { z } from 'zod';
import { adMarkSchema, blockSchema, gridAreaSchema } from '#engine/model/block-schema.ts';
import {
  adCellSchema,
  adGridCountSchema,
  adGridSchema,
  adPageSchema,
  articleSchema,
  bookingSchema,
  dismissalSchema,
  issueDateSchema,
  lineArtSchema,
  mergedCellsSchema,
  pageSchema,
  paragraphSchema,
  pictureSchema,
  pictureZoomSchema,
  rasterisedAdSchema,
  signOffSchema,
  storyTrackingSchema,
  waiverSchema,
} from '#engine/model/issue-schema.ts';
import { type Parsed, parseWith } from '#engine/model/parsing.ts';
import type { BlockProperty, Edit, PlacedPicture, SetBooking } from './edit.ts';

/** Reads the JSON form of an edit: the edit itself, as `JSON.stringify` writes it. */
export function parseEdit(json: unknown): Parsed<Edit> {
  return parseWith(editSchema, json);
}

const id = z.string().min(1);
const offset = z.int().min(0);
const looseness = z.union([z.literal(-1), z.literal(0), z.literal(1)]);
const paragraphKind = z.enum(['body', 'crosshead']);

const blockProperty: z.ZodType<BlockProperty> = z.enum([
  'border',
  'tint',
  'locked',
  'columns',
  'headline',
  'part',
  'pictures',
  'standingHead',
  'headPlacement',
  'arrangement',
  'extent',
  'members',
  'article',
  'picture',
  'adGrid',
  'captionLines',
  'ad',
  'filler',
  'text',
]);

const storyEdits = [
  z.strictObject({
    kind: z.literal('replacedText'),
    article: id,
    start: offset,
    end: offset,
    content: z.array(paragraphSchema),
  }),
  z.strictObject({
    kind: z.literal('splitParagraph'),
    article: id,
    at: offset,
    second: z.strictObject({ kind: paragraphKind, looseness }),
  }),
  z.strictObject({ kind: z.literal('joinedParagraphs'), article: id, at: offset }),
  z.strictObject({
    kind: z.literal('setParagraphKind'),
    article: id,
    paragraph: offset,
    paragraphKind,
  }),
  z.strictObject({ kind: z.literal('setLooseness'), article: id, paragraph: offset, looseness }),
] as const;

const articleEdits = [
  z.strictObject({
    kind: z.literal('setHeadlinePart'),
    article: id,
    part: z.enum(['kicker', 'headline', 'deck']),
    text: z.string(),
  }),
  z.strictObject({ kind: z.literal('setSlugline'), article: id, slugline: z.string() }),
  z.strictObject({
    kind: z.literal('setTracking'),
    article: id,
    tracking: storyTrackingSchema,
  }),
  z.strictObject({ kind: z.literal('addedArticle'), article: articleSchema }),
  z.strictObject({ kind: z.literal('removedArticle'), article: id }),
] as const;

const blockEdits = [
  z.strictObject({
    kind: z.literal('movedBlock'),
    block: id,
    column: z.number().multipleOf(0.5),
    line: z.int(),
  }),
  z.strictObject({
    kind: z.literal('resizedBlock'),
    block: id,
    area: gridAreaSchema,
    cutouts: z.array(gridAreaSchema),
  }),
  z.strictObject({ kind: z.literal('addedBlock'), page: id, index: offset, block: blockSchema }),
  z.strictObject({ kind: z.literal('removedBlock'), block: id }),
  z.strictObject({ kind: z.literal('reorderedBlocks'), page: id, order: z.array(id) }),
  z.strictObject({
    kind: z.literal('setBlockProperty'),
    block: id,
    property: blockProperty,
    value: z.unknown().optional(),
  }),
] as const;

const pageEdits = [
  z.strictObject({
    kind: z.literal('setIssue'),
    changes: z.strictObject({
      paper: z.string().exactOptional(),
      supplement: z.string().exactOptional(),
      date: issueDateSchema.exactOptional(),
    }),
  }),
  z.strictObject({ kind: z.literal('addedPage'), index: offset, page: pageSchema }),
  z.strictObject({ kind: z.literal('removedPage'), page: id }),
  z.strictObject({ kind: z.literal('reorderedPages'), order: z.array(id) }),
  z.strictObject({
    kind: z.literal('setPage'),
    page: id,
    changes: z.strictObject({
      number: z.string().exactOptional(),
      name: z.string().exactOptional(),
      colours: z.enum(['four', 'red', 'black']).exactOptional(),
    }),
  }),
  z.strictObject({ kind: z.literal('relaidPages'), pages: z.array(pageSchema) }),
] as const;

const placedPictureSchema = z
  .strictObject({
    kind: z.literal('placedPicture'),
    picture: id,
    photograph: z
      .strictObject({
        asset: z.string(),
        widthPx: z.int().min(0),
        heightPx: z.int().min(0),
        adPage: adPageSchema.exactOptional(),
        lineArt: lineArtSchema.exactOptional(),
        rasterised: rasterisedAdSchema.exactOptional(),
      })
      .optional(),
  })
  .transform(({ kind, picture, photograph }): PlacedPicture => ({ kind, picture, photograph }));

const fraction = z.number().min(0).max(1);

const pictureEdits = [
  placedPictureSchema,
  z.strictObject({
    kind: z.literal('setPicture'),
    picture: id,
    changes: z.strictObject({
      caption: z.string().exactOptional(),
      credit: z.string().exactOptional(),
      focus: z.strictObject({ x: fraction, y: fraction }).exactOptional(),
      zoom: pictureZoomSchema.exactOptional(),
      whole: z.boolean().exactOptional(),
      greyscale: z.boolean().exactOptional(),
      adPage: adPageSchema.exactOptional(),
    }),
  }),
  z.strictObject({ kind: z.literal('addedPicture'), picture: pictureSchema }),
  z.strictObject({ kind: z.literal('removedPicture'), picture: id }),
] as const;

const adGridEdits = [
  z.strictObject({ kind: z.literal('addedAdGrid'), adGrid: adGridSchema }),
  z.strictObject({ kind: z.literal('removedAdGrid'), adGrid: id }),
  z.strictObject({
    kind: z.literal('resizedAdGrid'),
    adGrid: id,
    rows: adGridCountSchema,
    columns: adGridCountSchema,
  }),
  z.strictObject({
    kind: z.literal('setAdGrid'),
    adGrid: id,
    changes: z.strictObject({
      mark: adMarkSchema.exactOptional(),
      merged: mergedCellsSchema.exactOptional(),
    }),
  }),
  z.strictObject({
    kind: z.literal('filledAdCell'),
    adGrid: id,
    cell: offset,
    content: adCellSchema,
  }),
  z.strictObject({
    kind: z.literal('reorderedAdCells'),
    adGrid: id,
    order: z.array(offset),
  }),
] as const;

const letStandEdits = [
  z.strictObject({ kind: z.literal('dismissedMark'), id, dismissal: dismissalSchema }),
  z.strictObject({ kind: z.literal('restoredMark'), id }),
  z.strictObject({ kind: z.literal('waivedFinding'), id, waiver: waiverSchema }),
  z.strictObject({ kind: z.literal('withdrawnWaiver'), id }),
  z.strictObject({ kind: z.literal('signedPage'), id, signOff: signOffSchema }),
  z.strictObject({ kind: z.literal('unsignedPage'), id }),
] as const;

const setBookingSchema = z
  .strictObject({ kind: z.literal('setBooking'), number: id, booking: bookingSchema.optional() })
  .transform(({ kind, number, booking }): SetBooking => ({ kind, number, booking }));

const editSchema: z.ZodType<Edit> = z.discriminatedUnion('kind', [
  ...storyEdits,
  ...articleEdits,
  ...blockEdits,
  ...pageEdits,
  ...pictureEdits,
  ...adGridEdits,
  ...letStandEdits,
  setBookingSchema,
  z.strictObject({
    kind: z.literal('editsTogether'),
    edits: z.array(z.lazy(() => editSchema)),
  }),
]);
