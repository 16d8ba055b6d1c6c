import type { Edit } from '#engine/model/edits/edit.ts';
import type { ArticleBlock, HeadlineLayout, Issue } from '#engine/model/issue.ts';
import { blockReferences } from '#engine/model/issue-references.ts';
import { withoutBlanks } from './blank-article.ts';
import { renumbered } from './continue-thread.ts';
import { editsTogether } from './edits-together.ts';
import { threadOf } from './thread-blocks.ts';

/**
 * Takes blocks off their pages. An article of which no block is left goes back to the unplaced
 * list, and so does a picture. Where a thread keeps some blocks its story runs on through those;
 * when the opening block goes, the next one opens the article and takes over the headline. Locked
 * blocks stay. Undefined when nothing is taken away.
 */
export function removeBlocksGivingBack(issue: Issue, ids: readonly string[]): Edit | undefined {
  const wanted = new Set(ids);
  const gone = issue.pages.flatMap(({ blocks }) =>
    blocks.filter(({ id, locked }) => wanted.has(id) && !locked),
  );
  const freed = new Set(gone.map(({ id }) => id));
  const cut = gone.flatMap((block) => (block.kind === 'article' ? [block.article] : []));
  return editsTogether([
    ...gone.map(({ id }): Edit => ({ kind: 'removedBlock', block: id })),
    ...[...new Set(cut)].flatMap((article) => closedThread(issue, article, freed)),
    ...withoutBlanks(
      issue,
      gone.flatMap((block) => blockReferences(block).articles),
      freed,
    ),
  ]);
}

function closedThread(issue: Issue, article: string, freed: ReadonlySet<string>): readonly Edit[] {
  const thread = threadOf(issue.pages, article);
  const left = thread.filter(({ block }) => !freed.has(block.id));
  const edits = renumbered(left, (index) => index);
  const [first] = left;
  const headline = thread[0]?.block.headline;
  if (first === undefined || first.block.headline !== undefined || headline === undefined) {
    return edits;
  }
  const value = fittedHeadline(headline, first.block);
  const taken: Edit = {
    kind: 'setBlockProperty',
    block: first.block.id,
    property: 'headline',
    value,
  };
  return [...edits, taken];
}

/** A headline that takes half of its new block at most. */
function fittedHeadline(headline: HeadlineLayout, { area }: ArticleBlock): HeadlineLayout {
  const room = headline.placement === 'above' ? area.lines : area.columns;
  const most = Math.max(1, Math.floor(room / 2));
  return { ...headline, extent: Math.min(headline.extent, most) };
}
