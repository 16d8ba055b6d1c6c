import type { Edit } from '#engine/model/edits/edit.ts';
import type { ArticleBlock, InsetPicture, Paragraph, StoryTracking } from '#engine/model/issue.ts';
import type { CopyfitRequest, ThreadHeadline, ThreadPlace } from './copyfit-thread.ts';
import { threadArticles, threadHeadlines, threadPlaces } from './copyfit-thread.ts';
import { nextSize } from './fit-line.ts';
import { hasRoomBelow, withFootMoved } from './room-on-page.ts';

/** A means of making text fit that takes nothing away from it. */
export type Lever =
  /** A paragraph gains or saves a line by spacing alone. */
  | {
      readonly kind: 'looseness';
      readonly article: string;
      readonly paragraph: number;
      readonly looseness: Paragraph['looseness'];
    }
  /** A story is tracked: hundredths of an em between any two characters. */
  | {
      readonly kind: 'tracking';
      readonly article: string;
      readonly tracking: StoryTracking;
    }
  /** A headline takes more or less room (占行), in another size or other lines where it must. */
  | {
      readonly kind: 'headlineExtent';
      readonly article: string;
      readonly extent: number;
      readonly by: number;
      /** Undefined when the size stays. */
      readonly sizePt: number | undefined;
      /** Undefined when the number of lines stays. */
      readonly lines: number | undefined;
    }
  /** A picture inside the block is higher or lower, by body lines. */
  | {
      readonly kind: 'pictureHeight';
      readonly picture: string;
      readonly lines: number;
      readonly by: number;
    }
  /** The foot of a block moves, by body lines. */
  | {
      readonly kind: 'blockHeight';
      readonly block: string;
      readonly lines: number;
      readonly by: number;
    };

/** A lever with the edit that pulls it. */
export interface LeverTry {
  readonly lever: Lever;
  readonly edit: Edit;
}

/** The text has too many lines, or too few. */
export type CopyfitWish = 'save' | 'fill';

/**
 * What may be tried, least visible first. Each entry lists ways to pull one lever, in the order in
 * which they are to be tried: the first that is permitted counts.
 */
export function leverTries(
  request: CopyfitRequest,
  wish: CopyfitWish,
): readonly (readonly LeverTry[])[] {
  const places = threadPlaces(request);
  const headlines = threadHeadlines(places);
  return [
    ...loosenessTries(request, wish),
    ...trackingTries(request, wish),
    ...headlines.map((headline) => extentTries(request, headline, wish)),
    ...headlines.map((headline) => lineTries(request, headline, wish)),
    ...places.flatMap((place) => pictureTries(place, wish)),
    ...places.flatMap((place) => heightTries(request, place, wish)),
  ];
}

function loosenessTries(
  request: CopyfitRequest,
  wish: CopyfitWish,
): readonly (readonly LeverTry[])[] {
  const by = wish === 'save' ? -1 : 1;
  return threadArticles(request).flatMap(({ id: article, story }) =>
    story.paragraphs.flatMap(({ looseness: own }, paragraph) => {
      const looseness = LOOSENESS[own + by + 1];
      if (looseness === undefined) return [];
      const place = { article, paragraph, looseness };
      const lever: Lever = { kind: 'looseness', ...place };
      return [[{ lever, edit: { kind: 'setLooseness' as const, ...place } }]];
    }),
  );
}

const LOOSENESS: readonly Paragraph['looseness'][] = [-1, 0, 1];

/** The least tracking that helps, so that a story never stands tighter or wider than it has to. */
function trackingTries(
  request: CopyfitRequest,
  wish: CopyfitWish,
): readonly (readonly LeverTry[])[] {
  return threadArticles(request).map(({ id: article, tracking: own = 0 }) => {
    const beyond = wish === 'save' ? TRACKING.toReversed() : TRACKING;
    return beyond.slice(beyond.indexOf(own) + 1).map((tracking) => ({
      lever: { kind: 'tracking' as const, article, tracking },
      edit: { kind: 'setTracking' as const, article, tracking },
    }));
  });
}

const TRACKING: readonly StoryTracking[] = [-2, -1, 0, 1, 2, 3];

/**
 * The headline as it is, or one or two steps smaller, or in a line less, where it would not stand
 * in less room.
 */
function extentTries(
  request: CopyfitRequest,
  headline: ThreadHeadline,
  wish: CopyfitWish,
): readonly LeverTry[] {
  const by = wish === 'save' ? -1 : 1;
  const whole = headlineTry(headline, { by });
  if (whole === undefined || wish === 'fill') return whole === undefined ? [] : [whole];
  const smaller = nextSize(headlineSize(request, headline), 'down');
  const smallest = smaller === undefined ? undefined : nextSize(smaller, 'down');
  const sizes = [smaller, smallest].filter((size) => size !== undefined);
  const ways = [...sizes.map((sizePt) => ({ by, sizePt })), ...fewerLines(request, headline, by)];
  return [whole, ...ways.flatMap((way) => headlineTry(headline, way) ?? [])];
}

function headlineSize({ template }: CopyfitRequest, { layout }: ThreadHeadline): number {
  const { sizePt, style } = layout.headline;
  return sizePt ?? template.styles[style]?.sizePt ?? 0;
}

/** Most body lines that one line of a headline is worth. */
const HEADLINE_LINE = 4;

/** One line of the headline fewer or more, with the room that it needs. */
function lineTries(
  request: CopyfitRequest,
  headline: ThreadHeadline,
  wish: CopyfitWish,
): readonly LeverTry[] {
  const { count, characters } = headlineLines(request, headline);
  const lines = wish === 'save' ? count - 1 : count + 1;
  if (count === 0 || lines < 1 || lines > MOST_HEADLINE_LINES) return [];
  if (wish === 'fill' && characters < lines * LEAST_LINE_CHARACTERS) return [];
  const way = wish === 'save' ? -1 : 1;
  // One body line alone is what the extent is for.
  const steps = Array.from({ length: HEADLINE_LINE - 1 }, (_, at) => at + 2);
  const bys = wish === 'save' ? steps.toReversed() : steps;
  return bys.flatMap((by) => headlineTry(headline, { by: way * by, lines }) ?? []);
}

const MOST_HEADLINE_LINES = 3;
/** Composition rule H3 asks for three in every line; uneven ones need more. */
const LEAST_LINE_CHARACTERS = 4;

function fewerLines(
  request: CopyfitRequest,
  headline: ThreadHeadline,
  by: number,
): readonly HeadlineChange[] {
  const lines = headlineLines(request, headline).count - 1;
  return lines < 1 ? [] : [{ by, lines }];
}

/** Lines in which the headline is set now, and their characters. */
function headlineLines(
  { composer, issue, template }: CopyfitRequest,
  { place, article }: ThreadHeadline,
): { readonly count: number; readonly characters: number } {
  const reading = composer.readHeadline({ issue, block: place.block, member: article }, template);
  const lines = reading?.parts.find(({ part }) => part === 'headline')?.lines ?? [];
  const characters = lines.reduce((sum, line) => sum + line.characters, 0);
  return { count: lines.length, characters };
}

interface HeadlineChange {
  readonly by: number;
  readonly sizePt?: number;
  readonly lines?: number;
}

function headlineTry(headline: ThreadHeadline, change: HeadlineChange): LeverTry | undefined {
  const { place, article, layout, property, valueWith } = headline;
  const { by, sizePt, lines } = change;
  const extent = layout.extent + by;
  if (extent < 1) return undefined;
  const part = {
    ...layout.headline,
    ...(sizePt !== undefined && { sizePt }),
    ...(lines !== undefined && { lines }),
  };
  const value = valueWith({ ...layout, extent, headline: part });
  return {
    lever: { kind: 'headlineExtent', article, extent, by, sizePt, lines },
    edit: { kind: 'setBlockProperty', block: place.block.id, property, value },
  };
}

/** A picture keeps at least as many lines above its caption. */
const LEAST_PICTURE_LINES = 4;
const PICTURE_STEPS = [1, 2] as const;

function pictureTries({ block }: ThreadPlace, wish: CopyfitWish): readonly (readonly LeverTry[])[] {
  if (block.kind === 'group' || block.locked) return [];
  const way = wish === 'save' ? -1 : 1;
  return block.pictures.flatMap((inset) =>
    PICTURE_STEPS.flatMap((step) => {
      const tried = pictureTry(block, inset, way * step);
      return tried === undefined ? [] : [[tried]];
    }),
  );
}

/** A picture at the foot of its block keeps its own foot; any other keeps its head. */
function pictureTry(block: ArticleBlock, inset: InsetPicture, by: number): LeverTry | undefined {
  const { area, picture, captionLines } = inset;
  const lines = area.lines + by;
  const blockFoot = block.area.line + block.area.lines;
  const isAtFoot = area.line > block.area.line && area.line + area.lines >= blockFoot;
  const line = isAtFoot ? area.line - by : area.line;
  const isInside = line >= block.area.line && line + lines <= blockFoot;
  if (lines < LEAST_PICTURE_LINES + captionLines || !isInside) return undefined;
  const changed = { ...inset, area: { ...area, line, lines } };
  const value = block.pictures.map((one) => (one === inset ? changed : one));
  return {
    lever: { kind: 'pictureHeight', picture, lines, by },
    edit: { kind: 'setBlockProperty', block: block.id, property: 'pictures', value },
  };
}

function heightTries(
  { template }: CopyfitRequest,
  { page, block }: ThreadPlace,
  wish: CopyfitWish,
): readonly (readonly LeverTry[])[] {
  const by = wish === 'save' ? 1 : -1;
  if (block.locked || block.area.lines + by < 1) return [];
  if (by > 0 && !hasRoomBelow(page, template.body, block, by)) return [];
  const { area, cutouts } = withFootMoved(block, by);
  const lever: Lever = { kind: 'blockHeight', block: block.id, lines: area.lines, by };
  return [[{ lever, edit: { kind: 'resizedBlock', block: block.id, area, cutouts } }]];
}
