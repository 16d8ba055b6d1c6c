import type { Edit } from '#engine/model/edits/edit.ts';
import { freshId } from '#engine/model/fresh-id.ts';
import type { ArticleGroup, Block, GridArea, Issue, Picture } from '#engine/model/issue.ts';
import { openSlot } from '#engine/model/new-issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import { blankArticle } from './blank-article.ts';
import type { PlacedMatter } from './continue-thread.ts';
import { editsTogether } from './edits-together.ts';
import { groupFrame, memberHeadline } from './group-articles.ts';

/** Where a new block goes. */
export interface NewPlace {
  readonly page: string;
  readonly area: GridArea;
}

const PLAIN_FRAME = { cutouts: [], border: undefined, tint: undefined, locked: false } as const;

/** A ruled line (栏线) on a page. */
export function placeRule(issue: Issue, { page, area }: NewPlace): PlacedMatter {
  const id = freshId(issue, 'rule');
  return added(issue, page, { kind: 'rule', id, area, ...PLAIN_FRAME });
}

/** A group (栏目) with one blank article, to be written into. */
export function placeGroup(
  issue: Issue,
  template: PageTemplate,
  { page, area, standingHead }: NewPlace & { readonly standingHead: string },
): PlacedMatter {
  const article = freshId(issue, 'article');
  const group: ArticleGroup = {
    ...groupFrame(template, area),
    id: freshId(issue, 'group'),
    standingHead,
    members: [{ article, headline: memberHeadline(template, area) }],
  };
  const place = added(issue, page, group);
  const first: Edit = { kind: 'addedArticle', article: blankArticle(article) };
  return { edit: editsTogether([first, place.edit]) ?? place.edit, block: place.block };
}

/** An open slot for a photograph. */
export function emptyPicture(issue: Issue): Picture {
  return openSlot(freshId(issue, 'picture'));
}

function added(issue: Issue, page: string, block: Block): PlacedMatter {
  const index = issue.pages.find(({ id }) => id === page)?.blocks.length ?? 0;
  return { edit: { kind: 'addedBlock', page, index, block }, block: block.id };
}
