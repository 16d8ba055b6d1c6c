import './zod-without-eval.ts';
import { z } from 'zod';
import { type AdPage, orderedMends, type RasterisedAd } from '#engine/units/ad-page.ts';
import { adMarkSchema, blockSchema } from './block-schema.ts';
import {
  type AdCell,
  type AdGrid,
  type Article,
  type Booking,
  type Issue,
  type LineArtKind,
  type Page,
  type Paragraph,
  type Picture,
  SCHEMA_VERSION,
  type StoryTracking,
  type TextRun,
} from './issue.ts';
import type { Dismissal, SignOff, SignOffRole, Waiver } from './issue-answers.ts';
import { danglingReferences } from './issue-references.ts';
import { mergesFit, mergesHideNothing } from './merged-cells.ts';
import { malformed, type Parsed, parseWith, versionFailure } from './parsing.ts';

/**
 * Reads issue.json: the schema version first, then the shape, then whether every id that a block
 * names is in the issue. Absent optional keys become `undefined`, empty kickers and decks too.
 */
export function parseIssue(json: unknown): Parsed<Issue> {
  const wrongVersion = versionFailure(json, SCHEMA_VERSION);
  if (wrongVersion) return wrongVersion;
  const parsed = parseWith(issueSchema, json);
  if (!parsed.ok) return parsed;
  const problems = danglingReferences(parsed.value);
  return problems.length === 0 ? parsed : malformed(problems);
}

const id = z.string().min(1);
const MOST_AD_ROWS = 24;
/** An empty kicker or deck is none. */
const optionalLine = z
  .string()
  .optional()
  .transform((text) => (text === '' ? undefined : text));

/** Text of one role. */
const textRunSchema: z.ZodType<TextRun> = z.strictObject({
  text: z.string().regex(/^[^\n]*$/u),
  role: z.enum(['plain', 'leadIn', 'byline', 'strong']),
});

/** One paragraph of a story. */
export const paragraphSchema: z.ZodType<Paragraph> = z.strictObject({
  kind: z.enum(['body', 'crosshead']).default('body'),
  runs: z.array(textRunSchema).transform(joinEqualRuns),
  looseness: z.union([z.literal(-1), z.literal(0), z.literal(1)]).default(0),
});

/** Tracking of a story in hundredths of an em. */
export const storyTrackingSchema: z.ZodType<StoryTracking> = z.literal([-2, -1, 0, 1, 2, 3]);

/** An article with headlines and story. */
export const articleSchema: z.ZodType<Article> = z
  .strictObject({
    id,
    slugline: z.string(),
    kicker: optionalLine,
    headline: z.string(),
    deck: optionalLine,
    story: z.strictObject({ paragraphs: z.array(paragraphSchema) }),
    tracking: storyTrackingSchema.optional(),
  })
  .transform(({ id: name, slugline, kicker, headline, deck, story, tracking }) => ({
    id: name,
    slugline,
    kicker,
    headline,
    deck,
    story,
    ...(tracking !== undefined && tracking !== 0 && { tracking }),
  }));

const fraction = z.number().min(0).max(1);

/** From the whole frame's worth to a tenth of it: a closer crop is no longer that picture. */
export const pictureZoomSchema = z.number().min(1).max(10);

/** A page of an advertiser's file, with what is to be done to it. */
export const adPageSchema: z.ZodType<AdPage> = z.strictObject({
  page: z.int().min(1),
  widthPt: z.number().positive(),
  heightPt: z.number().positive(),
  fit: z.enum(['whole', 'stretched']),
  mends: z.array(z.enum(['colours', 'spots', 'grey', 'ink'])).transform(orderedMends),
  finest: z
    .strictObject({
      typePt: z.number().positive().exactOptional(),
      ppi: z.number().positive().exactOptional(),
    })
    .exactOptional(),
});

/** How a page of an advertiser's file became a picture. */
export const rasterisedAdSchema: z.ZodType<RasterisedAd> = z.strictObject({
  page: z.int().min(1),
  ppi: z.int().min(1),
  reason: z.string(),
});

/** What line art is made of. */
export const lineArtSchema: z.ZodType<LineArtKind> = z.enum(['strokes', 'squares']);

/** A picture or an open slot. */
export const pictureSchema: z.ZodType<Picture> = z
  .strictObject({
    id,
    asset: z
      .string()
      .regex(/^[0-9a-f]{64}\.[a-z0-9]+$/u)
      .optional(),
    widthPx: z.int().min(0),
    heightPx: z.int().min(0),
    caption: z.string(),
    credit: z.string(),
    focus: z.strictObject({ x: fraction, y: fraction }),
    zoom: pictureZoomSchema.default(1),
    whole: z.boolean().default(false),
    greyscale: z.boolean(),
    adPage: adPageSchema.exactOptional(),
    lineArt: lineArtSchema.exactOptional(),
    rasterised: rasterisedAdSchema.exactOptional(),
  })
  .transform(({ id: name, asset, ...picture }) => ({ id: name, asset, ...picture }));

const partnerCellSchema = z
  .strictObject({
    kind: z.literal('partner'),
    logo: id.optional(),
    name: z.string(),
    latinName: z.string().optional(),
    slogan: z.string(),
    hotline: z.strictObject({ label: z.string(), number: z.string() }).optional(),
    expires: z.iso.date().optional(),
  })
  .transform(({ kind, logo, name, latinName, slogan, hotline, expires }) => ({
    kind,
    logo,
    name,
    latinName,
    slogan,
    hotline,
    expires,
  }));

/** A cell of the partner grid. */
export const adCellSchema: z.ZodType<AdCell> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('title'), text: z.string() }),
  partnerCellSchema,
  z.strictObject({ kind: z.literal('picture'), picture: id }),
]);

/** Rows or columns of a grid; more could not hold a word. */
export const adGridCountSchema = z.int().min(1).max(MOST_AD_ROWS);

const gridPlace = z
  .int()
  .min(0)
  .max(MOST_AD_ROWS - 1);

/** Cells of a grid that are one. */
export const mergedCellsSchema = z.array(
  z.strictObject({
    row: gridPlace,
    column: gridPlace,
    rows: adGridCountSchema,
    columns: adGridCountSchema,
  }),
);

/** The partner grid with its cells. */
export const adGridSchema: z.ZodType<AdGrid> = z
  .strictObject({
    id,
    rows: adGridCountSchema,
    columns: adGridCountSchema,
    mark: adMarkSchema.default('none'),
    merged: mergedCellsSchema.default([]),
    cells: z.array(adCellSchema),
  })
  .refine((grid) => grid.cells.length === grid.rows * grid.columns, {
    path: ['cells'],
    message: 'rows × columns',
  })
  .refine(mergesFit, { path: ['merged'], message: 'within the grid, none over another' })
  .refine(mergesHideNothing, { path: ['merged'], message: 'empty but for the first' });

/** What a page of fewer than four colours prints in. */
export const pageColoursSchema = z.enum(['red', 'black']);

/** A page with its blocks. */
export const pageSchema: z.ZodType<Page> = z.strictObject({
  id,
  number: z.string(),
  name: z.string(),
  template: id,
  colours: pageColoursSchema.optional(),
  blocks: z.array(blockSchema),
});

/** A finding of proofreading that was let stand. */
export const dismissalSchema: z.ZodType<Dismissal> = z.strictObject({
  rule: z.string().min(1),
  words: z.string(),
  before: z.string(),
  after: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
});

/** A finding of preflight that somebody answers for. */
export const waiverSchema: z.ZodType<Waiver> = z.strictObject({
  code: z.string().min(1),
  place: z.string(),
  subject: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  reason: z.string().min(1),
  by: z.string().min(1),
  at: z.iso.datetime(),
});

/** An ad that is booked. */
export const bookingSchema: z.ZodType<Booking> = z.strictObject({
  number: z.string().min(1),
  advertiser: z.string(),
  size: z.string(),
  page: z.string(),
  date: z.iso.date(),
  colour: z.enum(['colour', 'black', 'unsaid']),
  file: z.string(),
  note: z.string(),
});

/** A role in which pages are signed. */
export const signOffRoleSchema: z.ZodType<SignOffRole> = z.enum([
  'editor',
  'layout',
  'proofreader',
  'dutyChief',
  'dutyEditorInChief',
]);

/** A signature under a page. */
export const signOffSchema: z.ZodType<SignOff> = z.strictObject({
  page: id,
  role: signOffRoleSchema,
  by: z.string().min(1),
  at: z.iso.datetime({ offset: true }),
  look: z.string().regex(/^[0-9a-f]{64}$/u),
  version: z
    .string()
    .optional()
    .transform((name) => name),
});

/** The date of an issue. */
export const issueDateSchema = z.iso.date();

const issueSchema: z.ZodType<Issue> = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  id,
  paper: z.string(),
  supplement: z.string(),
  date: issueDateSchema,
  pages: z.array(pageSchema),
  articles: z.record(z.string(), articleSchema),
  pictures: z.record(z.string(), pictureSchema),
  adGrids: z.record(z.string(), adGridSchema),
  dismissals: z.record(z.string(), dismissalSchema).default({}),
  waivers: z.record(z.string(), waiverSchema).default({}),
  bookings: z.record(z.string(), bookingSchema).default({}),
  signOffs: z.record(z.string(), signOffSchema).default({}),
});

/** Runs in the one form that the model writes: none empty, no two neighbours of one role. */
function joinEqualRuns(runs: readonly TextRun[]): readonly TextRun[] {
  const joined: TextRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.text === '') continue;
    if (last?.role === run.role)
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}
