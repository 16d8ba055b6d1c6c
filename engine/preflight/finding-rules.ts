import { NARROWEST_TEXT_CHARS } from '#engine/compose/inner-columns.ts';
import type { Finding } from '#engine/units/finding.ts';
import {
  CONTRAST_LEAST_PERCENT,
  HOLE_CHARACTERS,
  INK_MOST_PERCENT,
  INKED_LINE_LEAST_PT,
  LINE_LEAST_PT,
  REVERSED_LEAST_PT,
  RICH_BLACK_MOST_PERCENT,
  SEVERAL_INKS_LEAST_PT,
  SOLID_LEAST_PT,
  TINT_LEAST_PT,
} from './finding-limits.ts';

/** Where on the desk something can be put right. */
export type RepairPlace =
  | 'words'
  | 'headline'
  | 'fit'
  | 'picture'
  | 'partners'
  | 'ads'
  | 'fillers'
  | 'block'
  | 'page'
  | 'profile';

/** A limit of a check; what is at it is right. */
export interface FindingLimit {
  readonly is: 'least' | 'most';
  readonly value: number;
  readonly unit: 'pt' | 'percent' | 'characters' | 'lines';
}

/** What is known of a finding beside what it says. */
export interface FindingRule {
  /**
   * Rule of docs/press-rules.md or key of templates/sentences/sources.json; undefined where the
   * sentence is its own reason.
   */
  readonly source: string | undefined;
  /** What is still right; undefined where nothing is measured. */
  readonly limit: FindingLimit | undefined;
  /** False: something would be missing from the plate, and nobody can answer for that. */
  readonly mayBeWaived: boolean;
  /** Figures that a waiver holds for; undefined for all. When one of them changes, it falls. */
  readonly matters: readonly string[] | undefined;
  readonly repair: RepairPlace;
}

type Wish = Partial<FindingRule>;

function rule(repair: RepairPlace, wish: Wish = {}): FindingRule {
  const usual = { source: undefined, limit: undefined, mayBeWaived: true, matters: undefined };
  return { ...usual, ...wish, repair };
}

function atLeast(value: number, unit: FindingLimit['unit']): Wish {
  return { limit: { is: 'least', value, unit } };
}

function atMost(value: number, unit: FindingLimit['unit']): Wish {
  return { limit: { is: 'most', value, unit } };
}

const NEVER: Wish = { mayBeWaived: false };
const LINES: Wish = { matters: ['lines'] };
const FORM: Wish = { source: 'form' };
const DESK: Wish = { source: 'make-up' };
const NEWSPRINT: Wish = { source: 'newsprint' };

/** Findings of composing a page. */
const COMPOSING: Readonly<Record<string, FindingRule>> = {
  'story-overset': rule('fit', NEVER),
  'story-underset': rule('fit', { ...DESK, ...LINES }),
  'paragraph-empty': rule('words'),
  'line-break-forced': rule('words', { source: 'clreq' }),
  'glyph-missing': rule('words', NEVER),
  'glyph-from-fallback': rule('words'),
  'newsroom-word-unreadable': rule('words'),
  'block-outside-type-area': rule('block', { ...DESK, matters: [] }),
  'style-unknown': rule('block'),
  'headline-empty': rule('headline', DESK),
  'headline-overset': rule('headline'),
  'headline-too-wide': rule('headline', NEVER),
  'headline-cuts-word': rule('headline', DESK),
  'column-foot-empty': rule('fit', { ...DESK, ...LINES }),
  'heading-at-column-foot': rule('fit', DESK),
  'widow-line': rule('fit', { source: 'clreq' }),
  'orphan-line': rule('fit', { source: 'clreq' }),
  'caption-empty': rule('picture', FORM),
  'caption-overset': rule('picture', NEVER),
  'picture-missing': rule('picture', NEVER),
  'ad-slot-empty': rule('partners'),
  'ad-empty': rule('ads', NEVER),
  'ad-slot-too-small': rule('ads'),
  'filler-too-small': rule('fillers', NEVER),
  'ad-cell-too-full': rule('partners', NEVER),
  'ad-line-too-wide': rule('partners', NEVER),
  'ad-contract-ended': rule('partners', { source: 'contract' }),
};

/** Findings of the checks of engine/preflight. */
const CHECKS: Readonly<Record<string, FindingRule>> = {
  'type-rich-black': rule('block', {
    source: 'R0015',
    ...atMost(RICH_BLACK_MOST_PERCENT, 'percent'),
  }),
  'type-in-several-inks': rule('block', {
    source: 'R0017',
    ...atLeast(SEVERAL_INKS_LEAST_PT, 'pt'),
  }),
  'type-tinted-small': rule('block', { ...NEWSPRINT, ...atLeast(TINT_LEAST_PT, 'pt') }),
  'type-too-small': rule('block', { ...NEWSPRINT, ...atLeast(SOLID_LEAST_PT, 'pt') }),
  'type-white-on-white': rule('block', NEWSPRINT),
  'type-reversed-small': rule('block', { source: 'R0016', ...atLeast(REVERSED_LEAST_PT, 'pt') }),
  'type-low-contrast': rule('block', {
    ...NEWSPRINT,
    ...atLeast(CONTRAST_LEAST_PERCENT, 'percent'),
  }),
  'line-too-fine': rule('block', { source: 'H-HAIRLINE', ...atLeast(LINE_LEAST_PT, 'pt') }),
  'line-in-several-inks': rule('block', { ...NEWSPRINT, ...atLeast(INKED_LINE_LEAST_PT, 'pt') }),
  'ink-over-limit': rule('block', { source: 'R0026', ...atMost(INK_MOST_PERCENT, 'percent') }),
  'colour-turned-grey': rule('page', { ...NEWSPRINT, matters: ['percent'] }),
  'ad-needs-four-inks': rule('page', NEVER),
  'picture-ppi-low': rule('picture', { ...NEWSPRINT, matters: ['ppi'] }),
  'picture-ppi-too-low': rule('picture', { ...NEWSPRINT, matters: ['ppi'] }),
  'line-art-ppi-low': rule('picture', { ...NEWSPRINT, matters: ['ppi'] }),
  'line-art-ppi-too-low': rule('picture', { ...NEWSPRINT, matters: ['ppi'] }),
  'credit-missing': rule('picture', FORM),
  'credit-without-brackets': rule('picture', DESK),
  'picture-twice': rule('picture', DESK),
  'picture-leaves-paper': rule('picture', { ...DESK, ...LINES }),
  'hotline-marks': rule('partners'),
  'hotline-too-short': rule('partners'),
  'hotline-too-long': rule('partners'),
  'hotline-beginning': rule('partners'),
  'hotline-without-number': rule('partners'),
  'hotline-no-area-code': rule('partners'),
  'hotline-written-otherwise': rule('partners'),
  'hotline-label-differs': rule('partners'),
  'ad-contract-ends-soon': rule('partners', { source: 'contract', matters: ['expires'] }),
  'ad-mark-none': rule('partners', { source: 'ad-law' }),
  'ad-unmarked': rule('ads', { source: 'ad-law' }),
  'ad-shape-differs': rule('ads'),
  'ad-stretched': rule('ads', { matters: ['percent'] }),
  'ad-over-block': rule('ads', NEVER),
  'ad-booking-gone': rule('ads'),
  'ad-booking-twice': rule('ads'),
  'ad-booking-other-date': rule('ads'),
  'ad-booking-other-page': rule('ads'),
  'ad-booking-other-colour': rule('ads'),
  'ad-rasterised': rule('picture', { source: 'R0033', matters: ['ppi'] }),
  'folio-line-missing': rule('page', FORM),
  'folio-line-elsewhere': rule('block', FORM),
  'page-number-missing': rule('page', FORM),
  'page-number-twice': rule('page', FORM),
  'page-number-gap': rule('page', FORM),
  'page-number-order': rule('page', FORM),
  'imprint-without-role': rule('block', FORM),
  'imprint-date-differs': rule('block', FORM),
  'name-missing': rule('page', FORM),
  'front-page-lacks': rule('block', FORM),
  'name-not-largest': rule('block', FORM),
  'jump-line-doubled': rule('words', FORM),
  'jump-goes-nowhere': rule('words', FORM),
  'jump-page-missing': rule('words', FORM),
  'headlines-collide': rule('headline', DESK),
  'headlines-alike': rule('headline', DESK),
  'headline-over-lead': rule('headline', DESK),
  'headline-without-text': rule('headline', DESK),
  'page-split-down': rule('page', DESK),
  'page-split-across': rule('page', DESK),
  'page-hole': rule('page', { ...DESK, ...atMost(HOLE_CHARACTERS, 'characters') }),
  'block-ends-uneven': rule('block', { ...DESK, matters: ['lines'] }),
  'blocks-overlap': rule('block', DESK),
  'runaround-narrow': rule('picture', { ...DESK, ...atLeast(NARROWEST_TEXT_CHARS, 'characters') }),
  'picture-outside-block': rule('picture', DESK),
  'pictures-overlap': rule('picture', DESK),
  'filler-ended': rule('fillers', { matters: ['until'] }),
  'filler-ad-came': rule('fillers'),
  'filler-gave-way': rule('fillers'),
};

/** Findings of the fonts and of the size of the paper, which the host makes. */
const MATERIAL: Readonly<Record<string, FindingRule>> = {
  'font-unknown': rule('profile', NEVER),
  'font-unreadable': rule('profile', NEVER),
  'page-not-of-trim': rule('profile', { source: 'H-TRIM' }),
};

/** Read-back: a page with these is not the page that was made. */
const UNSOUND: ReadonlySet<string> = new Set([
  'pdf-unreadable',
  'pdf-encrypted',
  'pdf-objects-misplaced',
  'pdf-page-count',
  'pdf-page-empty',
  'pdf-font-not-embedded',
  'pdf-font-damaged',
  'pdf-glyphs-missing',
  'pdf-picture-misstated',
  'pdf-picture-unreadable',
  'pdf-text-without-font',
  'pdf-resource-missing',
  'pdf-operator-unknown',
  'pdf-operand-wrong',
]);

/** Read-back findings that are mended on the page; the rest comes of the press profile. */
const ON_THE_PAGE: Readonly<Record<string, RepairPlace>> = {
  'pdf-picture-coarse': 'picture',
  'pdf-picture-rather-coarse': 'picture',
  'pdf-picture-flat': 'picture',
  'pdf-ink-square': 'page',
  'pdf-ink-point': 'page',
  'pdf-type-rich-black': 'page',
  'pdf-type-several-inks': 'page',
  'pdf-white-type-small': 'page',
  'pdf-hairline': 'page',
  'pdf-line-several-inks': 'page',
  'pdf-white-line-thin': 'page',
};

/** Small edits elsewhere move these without changing what was looked at. */
const MATTERS: Readonly<Record<string, readonly string[]>> = {
  'pdf-ink-square': ['ink'],
  'pdf-ink-point': ['ink'],
};

const ALL: Readonly<Record<string, FindingRule>> = { ...COMPOSING, ...CHECKS, ...MATERIAL };

/** Every code that stands in the table by its own name; read-back codes begin with `pdf-`. */
export const KNOWN_CODES: readonly string[] = Object.keys(ALL);

/** What is known of a code. */
export function findingRule(code: string): FindingRule {
  const known = Object.hasOwn(ALL, code) ? ALL[code] : undefined;
  if (known !== undefined) return known;
  const wish = { mayBeWaived: !UNSOUND.has(code), matters: MATTERS[code] };
  return rule(ON_THE_PAGE[code] ?? 'profile', wish);
}

/** Kinds of text that are put right where they are written, whatever the rule of the code says. */
const BY_TEXT: readonly (readonly [text: RegExp, repair: RepairPlace])[] = [
  [/^article:.*\/(?:kicker|headline|deck)$/u, 'headline'],
  [/^picture:/u, 'picture'],
  [/^adGrid:/u, 'partners'],
];

/** Where a finding is put right: a fault of type in a headline on the headline, and so on. */
export function repairPlaceOf({ code, where }: Pick<Finding, 'code' | 'where'>): RepairPlace {
  const { repair } = findingRule(code);
  if (repair !== 'block') return repair;
  return BY_TEXT.find(([text]) => text.test(where.text ?? ''))?.[1] ?? repair;
}
