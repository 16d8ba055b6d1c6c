import type { Block, Issue } from '#engine/model/issue.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { createStore, type Store } from '#renderer/desk-state/store.ts';
import { copyBlocks } from './copy-blocks.ts';
import { makeUpPlace, mayEdit } from './make-up-place.ts';
import type { ChosenPlace, Step } from './make-up-steps.ts';

/** Blocks that were copied, with the issue as it was: an Issue is a value and does not change. */
interface CopiedBlocks {
  readonly page: string;
  readonly blocks: readonly Block[];
  readonly issue: Issue;
}

type BlockClipboard = Store<{ readonly copied: CopiedBlocks | undefined }>;

const CLIPBOARDS = new WeakMap<OpenDesk, BlockClipboard>();

/** What was copied last on a desk. */
function blockClipboard(desk: OpenDesk): BlockClipboard {
  const known = CLIPBOARDS.get(desk);
  if (known !== undefined) return known;
  const made: BlockClipboard = createStore<{ readonly copied: CopiedBlocks | undefined }>({
    copied: undefined,
  });
  CLIPBOARDS.set(desk, made);
  return made;
}

/** Copies the chosen blocks, to be put down on any page of the issue. */
export function copyChosen(desk: OpenDesk, { issue, page, chosen }: ChosenPlace): void {
  if (chosen.length === 0) return;
  blockClipboard(desk).change({ copied: { page: page.id, blocks: chosen, issue } });
}

/** True when blocks were copied that the page can take. */
export function mayPasteBlocks(desk: OpenDesk): boolean {
  const isFree = desk.state.read().selection.kind !== 'text';
  const hasCopied = blockClipboard(desk).read().copied !== undefined;
  return isFree && hasCopied && mayEdit(desk) && makeUpPlace(desk) !== undefined;
}

/** On their own page copies lie beside the originals, on another one at the same place. */
const BESIDE = { column: 2, line: 2 };
const IN_PLACE = { column: 0, line: 0 };

/** Puts copies of the copied blocks on the page that shows. */
export function pastedBlocks({
  desk,
  issue,
  page,
  geometry,
  words,
}: ChosenPlace): Step | undefined {
  const { copied } = blockClipboard(desk).read();
  if (copied === undefined) return undefined;
  const by = copied.page === page.id ? BESIDE : IN_PLACE;
  const source = withMatterOf(issue, copied.issue);
  const made = copyBlocks(source, copied.blocks, { page: page.id, geometry, by });
  return made && { step: words.steps.copy, edit: made.edit, chosen: made.blocks };
}

/** The issue with what was taken out of it since, so that it can still be copied. */
function withMatterOf(issue: Issue, former: Issue): Issue {
  return {
    ...issue,
    articles: { ...former.articles, ...issue.articles },
    pictures: { ...former.pictures, ...issue.pictures },
    adGrids: { ...former.adGrids, ...issue.adGrids },
  };
}
