import type { Edit } from '#engine/model/edits/edit.ts';
import type { Filler } from '#engine/model/filler.ts';
import type { ArticleBlock, Issue, Page, PictureBlock } from '#engine/model/issue.ts';
import { hostTakingBack } from './foot-places.ts';

/** A filler on a page. */
export interface PlacedFiller {
  readonly page: Page;
  readonly block: ArticleBlock | PictureBlock;
  readonly filler: Filler;
}

/** The fillers of an issue, in the order of its pages. */
export function placedFillers({ pages }: Pick<Issue, 'pages'>): readonly PlacedFiller[] {
  return pages.flatMap((page) =>
    page.blocks.flatMap((block): readonly PlacedFiller[] => {
      if (block.kind !== 'article' && block.kind !== 'picture') return [];
      const { filler } = block;
      return filler === undefined ? [] : [{ page, block, filler }];
    }),
  );
}

/**
 * Takes a filler off the page: its words and its picture go with it, an ad slot waits for its ad
 * again, and the block that gave up cells takes them back.
 */
export function removeFiller(issue: Issue, { page, block, filler }: PlacedFiller): Edit {
  if (block.kind === 'picture' && block.ad !== undefined) return emptySlot(issue, block, filler);
  const gone: Edit =
    block.kind === 'article'
      ? { kind: 'removedArticle', article: block.article }
      : { kind: 'removedPicture', picture: block.picture };
  const host = page.blocks.find(({ id }) => id === filler.host);
  const isText = host?.kind === 'article' || host?.kind === 'group';
  const back = isText && !host.locked ? hostTakingBack(host, block.area) : undefined;
  const edits: readonly Edit[] = [
    { kind: 'removedBlock', block: block.id },
    gone,
    ...(back === undefined ? [] : [back]),
  ];
  return { kind: 'editsTogether', edits };
}

function emptySlot(issue: Issue, block: PictureBlock, filler: Filler): Edit {
  const unmarked: Edit = { kind: 'setBlockProperty', block: block.id, property: 'filler' };
  const shown = issue.pictures[block.picture]?.asset;
  if (shown === undefined || shown !== filler.asset) return unmarked;
  const emptied: Edit = { kind: 'placedPicture', picture: block.picture, photograph: undefined };
  return { kind: 'editsTogether', edits: [emptied, unmarked] };
}
