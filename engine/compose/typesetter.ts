import type { TextItem, TextSource } from '#engine/display/display-list.ts';
import type { FaceId, FontBook } from '#engine/fonts/typeface.ts';
import type { PageTemplate, TextStyle } from '#engine/model/template.ts';
import { assert } from '#engine/units/assert.ts';
import type { Ink } from '#engine/units/ink.ts';
import type { Lexicon } from '#engine/words/word-lexicon.ts';
import { caretPlaces } from './caret-places.ts';
import { HEADLINE_MARK_BLANK_EM, TEXT_MARK_BLANK_EM } from './gaps.ts';
import { lineItems } from './line-items.ts';
import type { PageGrid } from './page-grid.ts';
import { pageGrid } from './page-grid.ts';
import { prepareText } from './prepare-text.ts';
import type { PreparedText } from './prepared-text.ts';
import type { SetLine } from './set-lines.ts';

/** Text of one style on its way to the page. */
export interface StyledSpan {
  readonly text: string;
  readonly style: TextStyle;
  /** Where the text came from; undefined for generated text. */
  readonly source: TextSource | undefined;
  readonly keepTogether?: boolean;
}

/** Spans ready for breaking, with what is needed to turn lines into glyph runs. */
export interface StyledText {
  readonly prepared: PreparedText;
  readonly spans: readonly StyledSpan[];
  readonly text: string;
  readonly sizePt: number;
  readonly horizontalScale: number;
  readonly vertical: boolean;
}

/** How a line of text departs from its style. */
export interface SetVariation {
  readonly sizePt?: number;
  readonly trackingEm?: number;
  readonly horizontalScale?: number;
  readonly vertical?: boolean;
}

/** The fonts, styles and grid of one template, with a cache of prepared texts. */
export class Typesetter {
  readonly fonts: FontBook;
  readonly template: PageTemplate;
  readonly grid: PageGrid;
  /** Words for the breaking of headlines. */
  readonly lexicon: Lexicon;
  private readonly cache = new Map<string, PreparedText>();
  private cachedCharacters = 0;
  private readonly blanks = new Map<FaceId, number>();

  constructor(fonts: FontBook, template: PageTemplate, lexicon: Lexicon) {
    this.fonts = fonts;
    this.lexicon = lexicon;
    this.template = template;
    this.grid = pageGrid(template);
  }

  /** The named style; templates are checked when read, so a missing one is our bug. */
  style(name: string): TextStyle {
    const style = this.template.styles[name];
    assert(style !== undefined, `style ${name} in template ${this.template.id}`);
    return style;
  }

  ink(swatch: string): Ink {
    const ink = this.template.swatches[swatch];
    assert(ink !== undefined, `swatch ${swatch} in template ${this.template.id}`);
    return ink;
  }

  /** Prepares spans for setting; size and scale are those of the first span. */
  readText(spans: readonly StyledSpan[], variation: SetVariation = {}): StyledText {
    const first = spans[0]?.style ?? this.style('body');
    const vertical = variation.vertical ?? false;
    return {
      prepared: this.recall(spans, variation.trackingEm ?? first.trackingEm, vertical),
      spans,
      text: spans.map((span) => span.text).join(''),
      sizePt: variation.sizePt ?? first.sizePt,
      horizontalScale: variation.horizontalScale ?? first.horizontalScale,
      vertical,
    };
  }

  /**
   * Prepares the spans of a paragraph in the size and tracking of a style, or takes what was
   * prepared of them before. Not remembered here: every keystroke makes a new text.
   */
  readParagraph(
    spans: readonly StyledSpan[],
    { sizePt, trackingEm, horizontalScale }: TextStyle,
    known: PreparedText | undefined,
  ): StyledText {
    const prepared = known ?? this.prepare(spans, trackingEm, false);
    const text = spans.map((span) => span.text).join('');
    return { prepared, spans, text, sizePt, horizontalScale, vertical: false };
  }

  /** Glyph runs of a set line, relative to its start on the baseline; carets find empty texts. */
  lineItems(text: StyledText, line: SetLine): readonly TextItem[] {
    const items = lineItems(text.prepared, line, {
      text: text.text,
      sources: text.spans.map((span) => span.source),
      sizePt: text.sizePt,
      horizontalScale: text.horizontalScale,
      inks: text.spans.map((span) => this.ink(span.style.ink)),
      blankGlyph: (face) => this.blankGlyph(face),
      vertical: text.vertical,
    });
    const empty = caretPlaces(text, line, {
      ink: (span) => this.ink(text.spans[span]?.style.ink ?? 'black'),
      blankGlyph: (face) => this.blankGlyph(face),
    });
    return empty.length === 0 ? items : [...items, ...empty];
  }

  private recall(
    spans: readonly StyledSpan[],
    trackingEm: number,
    vertical: boolean,
  ): PreparedText {
    const key = cacheKey(spans, trackingEm, vertical);
    const known = this.cache.get(key);
    if (known !== undefined) return known;
    const prepared = this.prepare(spans, trackingEm, vertical);
    this.cachedCharacters += prepared.length;
    if (this.cachedCharacters > MOST_CACHED_CHARACTERS) {
      this.cache.clear();
      this.cachedCharacters = prepared.length;
    }
    this.cache.set(key, prepared);
    return prepared;
  }

  private prepare(
    spans: readonly StyledSpan[],
    trackingEm: number,
    vertical: boolean,
  ): PreparedText {
    const { hanLatinEm, commaMinEm, periodMayShrink } = this.template.composition;
    const markBlankEm = isDisplayType(spans) ? HEADLINE_MARK_BLANK_EM : TEXT_MARK_BLANK_EM;
    return prepareText(
      spans.map((span) => ({
        text: span.text,
        face: span.style.face,
        keepTogether: span.keepTogether ?? false,
      })),
      {
        fonts: this.fonts,
        gaps: { hanLatinEm, commaMinEm, periodMayShrink, trackingEm, markBlankEm },
        vertical,
      },
    );
  }

  private blankGlyph(face: FaceId): number {
    const known = this.blanks.get(face);
    if (known !== undefined) return known;
    const id = this.fonts.face(face).shape(' ', { vertical: false })[0]?.id ?? 0;
    this.blanks.set(face, id);
    return id;
  }
}

/** Headlines and furniture of some thirty pages; then the cache starts anew. */
const MOST_CACHED_CHARACTERS = 20_000;

/** From 小二 on type is read as a headline, not as text. */
const DISPLAY_LEAST_PT = 18;

function isDisplayType([first]: readonly StyledSpan[]): boolean {
  return first !== undefined && first.style.sizePt >= DISPLAY_LEAST_PT;
}

function cacheKey(spans: readonly StyledSpan[], trackingEm: number, vertical: boolean): string {
  let key = `${trackingEm}|${vertical ? 'v' : 'h'}|${isDisplayType(spans) ? 'd' : 't'}`;
  for (const span of spans) {
    const keep = span.keepTogether === true ? 'k' : '';
    // The length tells where a text ends, whatever stands in it.
    key += `|${span.style.face}|${keep}${span.text.length}|${span.text}`;
  }
  return key;
}
