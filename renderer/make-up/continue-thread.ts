import type { Edit } from '#engine/model/edits/edit.ts';
import { freshId } from '#engine/model/fresh-id.ts';
import type { ArticleBlock, GridArea, Issue } from '#engine/model/issue.ts';
import { isEmptyBlock, withoutBlanks } from './blank-article.ts';
import { editsTogether } from './edits-together.ts';
import { columnsThatFit } from './house-layout.ts';
import type { ThreadBlock } from './thread-blocks.ts';
import { articleBlockNamed, threadOf } from './thread-blocks.ts';

/** Where matter is put: on free cells of a page, or into a block that is there. */
export type PlaceTarget =
  | { readonly page: string; readonly area: GridArea }
  | { readonly block: string };

/** An edit and the block to select once it is done. */
export interface PlacedMatter {
  readonly edit: Edit;
  readonly block: string;
}

/**
 * Lets a story go on behind a block: in a new block on free cells, or in an empty article block.
 * What came after it comes after the new block. Undefined when the target cannot take it.
 */
export function continueThread(
  issue: Issue,
  from: string,
  to: PlaceTarget,
): PlacedMatter | undefined {
  const own = articleBlockNamed(issue, from);
  if (own === undefined) return undefined;
  const thread = threadOf(issue.pages, own.block.article);
  const at = thread.findIndex(({ block }) => block.id === from) + 1;
  if ('block' in to) return intoEmptyBlock(issue, { own, thread, at }, to.block);
  const block = continuation(issue, own.block, { area: to.area, part: at });
  const page = issue.pages.find(({ id }) => id === to.page);
  if (page === undefined) return undefined;
  const before = page.blocks.findIndex(({ id }) => id === from);
  const index = before < 0 ? page.blocks.length : before + 1;
  const added: Edit = { kind: 'addedBlock', page: page.id, index, block };
  const edit = editsTogether([...makingRoom(thread, at), added]);
  return edit && { edit, block: block.id };
}

interface ThreadPlace {
  readonly own: ThreadBlock;
  readonly thread: readonly ThreadBlock[];
  /** Number that the new block takes in the thread. */
  readonly at: number;
}

function intoEmptyBlock(
  issue: Issue,
  { own, thread, at }: ThreadPlace,
  id: string,
): PlacedMatter | undefined {
  const target = articleBlockNamed(issue, id)?.block;
  if (target === undefined || target.locked || target.article === own.block.article) {
    return undefined;
  }
  if (!isEmptyBlock(issue, target)) return undefined;
  const set = { kind: 'setBlockProperty', block: id } as const;
  const edit = editsTogether([
    ...makingRoom(thread, at),
    { ...set, property: 'article', value: own.block.article },
    { ...set, property: 'part', value: at },
    { ...set, property: 'headline' },
    ...withoutBlanks(issue, [target.article], new Set([id])),
  ]);
  return edit && { edit, block: id };
}

function continuation(
  issue: Issue,
  opening: ArticleBlock,
  { area, part }: Pick<ArticleBlock, 'area' | 'part'>,
): ArticleBlock {
  const { count, gutter } = opening.columns;
  const measure = (opening.area.columns - gutter * (count - 1)) / count;
  return {
    kind: 'article',
    id: freshId(issue, 'block'),
    area,
    cutouts: [],
    border: undefined,
    tint: undefined,
    locked: false,
    article: opening.article,
    part,
    columns: { ...opening.columns, count: columnsThatFit(area, measure, gutter) },
    headline: undefined,
    pictures: [],
  };
}

/** Numbers the blocks of a thread from 0, with a free number for a new one. */
function makingRoom(thread: readonly ThreadBlock[], at: number): readonly Edit[] {
  return renumbered(thread, (index) => (index < at ? index : index + 1));
}

/** Numbers the blocks of a thread; those that have their number already are left alone. */
export function renumbered(
  thread: readonly ThreadBlock[],
  partOf: (index: number) => number,
): readonly Edit[] {
  return thread.flatMap(({ block }, index): readonly Edit[] => {
    const value = partOf(index);
    if (block.part === value) return [];
    return [{ kind: 'setBlockProperty', block: block.id, property: 'part', value }];
  });
}
