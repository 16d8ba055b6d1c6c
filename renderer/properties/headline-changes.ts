import type { HeadlineLayout, HeadlinePartLayout } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';

/** Kicker, headline or deck. */
export type HeadlinePartName = 'kicker' | 'headline' | 'deck';

/** From top to bottom, or from right to left. */
export const HEADLINE_PARTS: readonly HeadlinePartName[] = ['kicker', 'headline', 'deck'];

/** The layout with some of a part's setting changed; a part that is not shown stays away. */
export function withPart(
  layout: HeadlineLayout,
  name: HeadlinePartName,
  changes: Partial<HeadlinePartLayout>,
): HeadlineLayout {
  const part = layout[name];
  return part === undefined ? layout : { ...layout, [name]: { ...part, ...changes } };
}

/** The layout with a kicker or deck, in the style that belongs to the headline's. */
export function withPartAdded(
  layout: HeadlineLayout,
  name: 'kicker' | 'deck',
  template: PageTemplate,
): HeadlineLayout {
  const { align, style } = layout.headline;
  const part: HeadlinePartLayout = {
    style: companionStyle(style, name, template),
    sizePt: undefined,
    lines: undefined,
    fit: false,
    align,
  };
  return { ...layout, [name]: part };
}

/** The layout without its kicker or deck; the words stay with the article. */
export function withPartRemoved(layout: HeadlineLayout, name: 'kicker' | 'deck'): HeadlineLayout {
  return { ...layout, [name]: undefined };
}

/** leadHeadline → leadKicker; the first style of that name where there is no such pair. */
function companionStyle(style: string, name: 'kicker' | 'deck', { styles }: PageTemplate): string {
  const capital = name === 'kicker' ? 'Kicker' : 'Deck';
  const pair = style.replace('Headline', capital).replace('headline', name);
  if (styles[pair] !== undefined) return pair;
  const names = Object.keys(styles).filter((key) => key.toLowerCase().includes(name));
  return names.find((key) => key.endsWith('Small')) ?? names[0] ?? style;
}

/** The styles that a part may have: those named for headlines, and the one it has. */
export function headlineStyles(template: PageTemplate, own: string): readonly string[] {
  const names = Object.keys(template.styles).filter((key) => /kicker|headline|deck/i.test(key));
  return names.includes(own) ? names : [own, ...names];
}

/** Line to line in a headline, as the composer stacks parts, and a breath beside it; in em. */
const PITCH_EM = 1.2;
const MARGIN_EM = 0.4;
/** A headline beside its story leaves the story at least this share of the block. */
const MOST_SHARE = 0.5;

/** What a headline is placed anew with. */
export interface RoomAnew {
  readonly template: PageTemplate;
  /** Size of its block, in characters and body lines. */
  readonly block: { readonly columns: number; readonly lines: number };
  /** The words of each part, as the article has them. */
  readonly texts: Readonly<Partial<Record<HeadlinePartName, string | undefined>>>;
}

/**
 * The layout above or beside the story. Across and down the page lines have other lengths: the
 * number of lines is left to them, and the room (body lines above, characters beside) is measured
 * anew, so that the headline does not come out cut.
 */
export function placedAt(
  layout: HeadlineLayout,
  placement: HeadlineLayout['placement'],
  { template, block, texts }: RoomAnew,
): HeadlineLayout {
  const isAbove = placement === 'above';
  if (isAbove === (layout.placement === 'above')) return { ...layout, placement };
  const { sizePt: cellPt, leadingPt } = template.body;
  const measurePt = isAbove ? block.columns * cellPt : block.lines * leadingPt;
  const sizes = HEADLINE_PARTS.flatMap((name) => {
    const part = layout[name];
    const text = texts[name] ?? '';
    if (part === undefined || text === '') return [];
    const sizePt = partSizePt(part, template);
    return text.split('\n').flatMap((line) => {
      const count = Math.max(1, Math.ceil(([...line].length * sizePt) / measurePt));
      return Array.from({ length: count }, () => sizePt);
    });
  });
  const neededPt = sizes.reduce((sum, size) => sum + size * PITCH_EM, 0);
  const marginPt = Math.max(0, ...sizes) * MARGIN_EM;
  const cells = Math.ceil((neededPt + marginPt) / (isAbove ? leadingPt : cellPt));
  const most = Math.floor((isAbove ? block.lines : block.columns) * MOST_SHARE);
  const freed = HEADLINE_PARTS.reduce(
    (now, name) => withPart(now, name, { lines: undefined }),
    layout,
  );
  return { ...freed, placement, extent: Math.max(1, Math.min(most, cells)) };
}

/** The size of a part: its own, or that of its style. */
export function partSizePt({ sizePt, style }: HeadlinePartLayout, template: PageTemplate): number {
  return sizePt ?? template.styles[style]?.sizePt ?? template.body.sizePt;
}

/** The room that takes in a headline which sticks out by so many points. */
export function roomyExtent(
  layout: HeadlineLayout,
  excessPt: number,
  { body }: PageTemplate,
): number {
  const cellPt = layout.placement === 'above' ? body.leadingPt : body.sizePt;
  return layout.extent + Math.ceil(excessPt / cellPt);
}

/** The words with every break made by hand taken out. */
export function unbroken(text: string): string {
  return text.replaceAll('\n', '');
}
