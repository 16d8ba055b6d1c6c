import type { Edit } from '#engine/model/edits/edit.ts';
import type { Block, HeadlineLayout, Page } from '#engine/model/issue.ts';
import type { Selection } from '#renderer/desk-state/desk-state.ts';

/** A headline on the page: of an article block, or of a member of a group. */
export interface HeadlineSpot {
  readonly block: Extract<Block, { readonly kind: 'article' | 'group' }>;
  readonly article: string;
  readonly layout: HeadlineLayout;
}

/** The headlines of a block; none for a continuation and for blocks without text. */
export function spotsOf(block: Block): readonly HeadlineSpot[] {
  if (block.kind === 'article') {
    const { article, headline: layout } = block;
    return layout === undefined ? [] : [{ block, article, layout }];
  }
  if (block.kind !== 'group') return [];
  return block.members.map(({ article, headline: layout }) => ({ block, article, layout }));
}

/** The article whose text has the caret; undefined when no text of an article has it. */
export function articleWithCaret(selection: Selection): string | undefined {
  if (selection.kind !== 'text') return undefined;
  return /^article:([^/]+)\//.exec(selection.text.text)?.[1];
}

/** The headline that panel and commands speak of; the caret says which one of a group. */
export function spotChosen(page: Page, selection: Selection): HeadlineSpot | undefined {
  const article = articleWithCaret(selection);
  const spots = page.blocks.flatMap(spotsOf);
  if (article !== undefined) return spots.find((spot) => spot.article === article);
  if (selection.kind !== 'blocks' && selection.kind !== 'inset picture') return undefined;
  const ids = selection.kind === 'blocks' ? selection.blocks : [selection.block];
  const [id] = ids;
  return ids.length === 1 ? spots.find((spot) => spot.block.id === id) : undefined;
}

/** The edit that sets a headline in another way. */
export function layoutEdit({ block, article }: HeadlineSpot, layout: HeadlineLayout): Edit {
  if (block.kind === 'article') {
    return { kind: 'setBlockProperty', block: block.id, property: 'headline', value: layout };
  }
  const value = block.members.map((member) =>
    member.article === article ? { ...member, headline: layout } : member,
  );
  return { kind: 'setBlockProperty', block: block.id, property: 'members', value };
}
