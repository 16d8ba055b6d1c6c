import './zod-without-eval.ts';
import { z } from 'zod';
import { blockSchema } from './block-schema.ts';
import { signOffRoleSchema } from './issue-schema.ts';
import {
  type FormatProblem,
  malformed,
  type Parsed,
  parseWith,
  versionFailure,
} from './parsing.ts';
import type {
  BodyGrid,
  BorderStyle,
  CompositionStyle,
  PageTemplate,
  PlannedPage,
  TextStyle,
} from './template.ts';

/** The template version written by this release. */
const TEMPLATE_VERSION = 1;

/** Styles that the composer takes for granted in every template. */
export const REQUIRED_STYLES = [
  'body',
  'leadIn',
  'byline',
  'strong',
  'crosshead',
  'caption',
  'credit',
  'jumpLine',
  'standingHead',
  'sectionFlag',
  'sectionFlagLine',
  'folio',
  'folioNumber',
  'folioPaper',
  'imprint',
  'adTitle',
  'adName',
  'adLatinName',
  'adSlogan',
  'adHotline',
] as const;

/** Swatches that the composer takes for granted: rules, and the grounds of labels. */
export const REQUIRED_SWATCHES = ['black', 'standingHeadGround', 'adTitleGround'] as const;

/**
 * Reads a page template: version, shape, the required styles and swatches, and that every swatch,
 * border and style that is named also exists, so that a slip in a template is found before the page
 * is set.
 */
export function parseTemplate(json: unknown): Parsed<PageTemplate> {
  const wrongVersion = versionFailure(json, TEMPLATE_VERSION);
  if (wrongVersion) return wrongVersion;
  const parsed = parseWith(templateSchema, json);
  if (!parsed.ok) return parsed;
  const template = parsed.value;
  const problems = [...missingNames(template), ...unknownNames(template)];
  return problems.length === 0 ? parsed : malformed(problems);
}

const positive = z.number().positive();
const share = z.number().min(0).max(1);

const bodyGridSchema: z.ZodType<BodyGrid> = z.strictObject({
  sizePt: positive,
  leadingPt: positive,
  columns: z.int().min(1),
  lines: z.int().min(1),
});

const compositionSchema: z.ZodType<CompositionStyle> = z.strictObject({
  firstLineIndentEm: z.number().min(0),
  hanLatinEm: z.number().min(0).max(0.25),
  commaMinEm: z.number().min(0).max(0.5),
  periodMayShrink: z.boolean(),
  paragraphOpening: z.enum(['trim', 'full']),
});

const textStyleSchema: z.ZodType<TextStyle> = z.strictObject({
  face: z.string().min(1),
  sizePt: positive,
  ink: z.string(),
  trackingEm: z.number(),
  horizontalScale: positive,
});

const borderSchema: z.ZodType<BorderStyle> = z
  .strictObject({
    widthPt: positive,
    ink: z.string(),
    padding: z.number().min(0),
    inner: z.strictObject({ widthPt: positive, distancePt: positive }).optional(),
  })
  .transform(({ widthPt, ink, padding, inner }) => ({ widthPt, ink, padding, inner }));

const plannedPageSchema: z.ZodType<PlannedPage> = z.strictObject({
  number: z.string(),
  name: z.string(),
  blocks: z.array(blockSchema),
});

const templateSchema: z.ZodType<PageTemplate> = z.strictObject({
  schemaVersion: z.literal(TEMPLATE_VERSION),
  id: z.string().min(1),
  name: z.string(),
  paper: z.strictObject({ widthMm: positive, heightMm: positive }),
  typeArea: z.strictObject({ leftMm: z.number().min(0), topMm: z.number().min(0) }),
  body: bodyGridSchema,
  baseColumns: z.strictObject({ count: z.int().min(1), gutter: z.number().min(0) }),
  composition: compositionSchema,
  styles: z.record(z.string(), textStyleSchema),
  swatches: z.record(z.string(), z.strictObject({ c: share, m: share, y: share, k: share })),
  borders: z.record(z.string(), borderSchema),
  plan: z.array(plannedPageSchema),
  neededSignatures: z.array(z.array(signOffRoleSchema).min(1)).optional(),
});

function missingNames({ styles, swatches }: PageTemplate): readonly FormatProblem[] {
  const missing = (shelf: object, names: readonly string[]) =>
    names.filter((name) => !Object.hasOwn(shelf, name));
  return [
    ...missing(styles, REQUIRED_STYLES).map((name) => ({
      path: `styles.${name}`,
      code: 'missing_style',
      detail: name,
    })),
    ...missing(swatches, REQUIRED_SWATCHES).map((name) => ({
      path: `swatches.${name}`,
      code: 'missing_swatch',
      detail: name,
    })),
  ];
}

function unknownNames(template: PageTemplate): readonly FormatProblem[] {
  const problems: FormatProblem[] = [];
  const check = (
    shelf: 'styles' | 'swatches' | 'borders',
    name: string | undefined,
    path: string,
  ) => {
    if (name === undefined || Object.hasOwn(template[shelf], name)) return;
    problems.push({ path, code: 'unknown_reference', detail: `${shelf}.${name}` });
  };
  for (const [name, style] of Object.entries(template.styles)) {
    check('swatches', style.ink, `styles.${name}.ink`);
  }
  for (const [name, border] of Object.entries(template.borders)) {
    check('swatches', border.ink, `borders.${name}.ink`);
  }
  template.plan.forEach((page, pageIndex) => {
    page.blocks.forEach((block, index) => {
      const path = `plan[${pageIndex}].blocks[${index}]`;
      check('borders', block.border, `${path}.border`);
      check('swatches', block.tint, `${path}.tint`);
      for (const style of headlineStyles(block)) check('styles', style, path);
    });
  });
  return problems;
}

function headlineStyles(block: PlannedPage['blocks'][number]): readonly string[] {
  const layouts =
    block.kind === 'article'
      ? [block.headline]
      : block.kind === 'group'
        ? block.members.map((member) => member.headline)
        : [];
  return layouts.flatMap((layout) =>
    [layout?.kicker, layout?.headline, layout?.deck].flatMap((part) => (part ? [part.style] : [])),
  );
}
