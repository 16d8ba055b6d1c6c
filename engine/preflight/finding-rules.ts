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

/** What is known of a finding beside what it says. */
export interface FindingRule {
  /**
   * Rule of docs/press-rules.md or key of templates/sentences/sources.json; undefined where the
   * sentence is its own reason.
   */
  readonly source: string | undefined;
  /** False: something would be missing from the plate, and nobody can answer for that. */
  readonly mayBeWaived: boolean;
  /** Figures that a waiver holds for; undefined for all. When one of them changes, it falls. */
  readonly matters: readonly string[] | undefined;
  readonly repair: RepairPlace;
}

type Wish = Partial<FindingRule>;

function rule(repair: RepairPlace, wish: Wish = {}): FindingRule {
  return { source: undefined, mayBeWaived: true, matters: undefined, ...wish, repair };
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
  'block-outside-type-area': rule('block', DESK),
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
  'folio-line-missing': rule('page', FORM),
  'page-number-missing': rule('page', FORM),
  'page-number-twice': rule('page', FORM),
  'imprint-without-role': rule('block', FORM),
  'headlines-collide': rule('headline', DESK),
  'blocks-overlap': rule('block', DESK),
  'page-split-down': rule('page', DESK),
  'page-split-across': rule('page', DESK),
  'runaround-narrow': rule('picture', DESK),
  'type-rich-black': rule('block', { source: 'R0015' }),
  'type-in-several-inks': rule('block', { source: 'R0017' }),
  'type-tinted-small': rule('block', NEWSPRINT),
  'type-too-small': rule('block', NEWSPRINT),
  'line-too-fine': rule('block', { source: 'H-HAIRLINE' }),
  'picture-ppi-low': rule('picture', { ...NEWSPRINT, matters: ['ppi'] }),
  'picture-ppi-too-low': rule('picture', { ...NEWSPRINT, matters: ['ppi'] }),
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
  'ad-over-block': rule('ads', NEVER),
  'ad-booking-gone': rule('ads'),
  'ad-booking-twice': rule('ads'),
  'ad-booking-other-date': rule('ads'),
  'ad-booking-other-page': rule('ads'),
  'ad-booking-other-colour': rule('ads'),
  'ad-needs-four-inks': rule('page', NEVER),
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
  return {
    source: undefined,
    mayBeWaived: !UNSOUND.has(code),
    matters: MATTERS[code],
    repair: ON_THE_PAGE[code] ?? 'profile',
  };
}
