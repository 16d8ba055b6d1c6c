import type { Edit } from '#engine/model/edits/edit.ts';
import { freshId } from '#engine/model/fresh-id.ts';
import type {
  ArticleBlock,
  Block,
  GridArea,
  Issue,
  Picture,
  PictureBlock,
} from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import { unplacedArticles } from '#engine/model/unplaced.ts';
import { blankArticle, withoutBlanks } from './blank-article.ts';
import type { PlacedMatter, PlaceTarget } from './continue-thread.ts';
import { editsTogether } from './edits-together.ts';
import { houseLayout } from './house-layout.ts';
import { givenArticle } from './swap-stories.ts';
import { articleBlockNamed, threadOf } from './thread-blocks.ts';

/** An article on its way to a page, in the layout of the page's template. */
export interface ArticlePlacing {
  readonly article: string;
  readonly template: PageTemplate;
  readonly target: PlaceTarget;
}

/**
 * Puts an unplaced article on a page, in a new block or in the place of what an article block
 * shows (换稿): all blocks of that thread take the new story, and the former one goes back to the
 * unplaced list. Undefined for an article that stands on a page already, and for a locked block.
 */
export function placeArticle(
  issue: Issue,
  { article, template, target }: ArticlePlacing,
): PlacedMatter | undefined {
  if (!unplacedArticles(issue).includes(article)) return undefined;
  if ('block' in target) return intoBlock(issue, article, target.block);
  const block = articleBlock(issue, template, { article, area: target.area });
  return addedOnTop(issue, target.page, block);
}

function intoBlock(issue: Issue, article: string, id: string): PlacedMatter | undefined {
  const former = articleBlockNamed(issue, id)?.block.article;
  if (former === undefined) return undefined;
  const thread = threadOf(issue.pages, former);
  if (thread.some(({ block }) => block.locked)) return undefined;
  const freed = new Set(thread.map(({ block }) => block.id));
  const blanks = withoutBlanks(issue, [former], freed);
  const edit = editsTogether([...givenArticle(thread, article), ...blanks]);
  return edit && { edit, block: id };
}

/** Draws an empty article block on a page, to be written into or threaded to. */
export function placeEmptyBlock(
  issue: Issue,
  template: PageTemplate,
  target: { readonly page: string; readonly area: GridArea },
): PlacedMatter | undefined {
  const id = freshId(issue, 'article');
  const block = articleBlock(issue, template, { article: id, area: target.area });
  const added = addedOnTop(issue, target.page, block);
  if (added === undefined) return undefined;
  const edit = editsTogether([{ kind: 'addedArticle', article: blankArticle(id) }, added.edit]);
  return edit && { edit, block: added.block };
}

const PLAIN_FRAME = { cutouts: [], border: undefined, tint: undefined, locked: false } as const;

function articleBlock(
  issue: Issue,
  template: PageTemplate,
  { article, area }: Pick<ArticleBlock, 'article' | 'area'>,
): ArticleBlock {
  const id = freshId(issue, 'block');
  const own = { kind: 'article', id, article, part: 0, pictures: [] } as const;
  return { ...own, area, ...PLAIN_FRAME, ...houseLayout(template, area) };
}

/** New blocks are last in reading order, which paints them on top. */
function addedOnTop(issue: Issue, page: string, block: Block): PlacedMatter | undefined {
  const index = issue.pages.find(({ id }) => id === page)?.blocks.length;
  if (index === undefined) return undefined;
  return { edit: { kind: 'addedBlock', page, index, block }, block: block.id };
}

/** Where a picture is put; `area` within an article block makes the story run around it. */
export type PictureTarget = PlaceTarget | { readonly block: string; readonly area: GridArea };

/** Clear space between a picture and the story that runs around it, in characters. */
const RUNAROUND_GAP = 1;

/**
 * Puts a picture on free cells, in the place of the picture that a block shows, or into an article
 * block with the story running around it. Undefined when the target cannot take it.
 */
export function placePicture(
  issue: Issue,
  picture: string,
  target: PictureTarget,
): PlacedMatter | undefined {
  const placed = issue.pictures[picture];
  if (placed === undefined) return undefined;
  if ('page' in target) {
    return addedOnTop(issue, target.page, pictureBlock(issue, placed, target.area));
  }
  const block = issue.pages.flatMap(({ blocks }) => blocks).find(({ id }) => id === target.block);
  if (block === undefined || block.locked) return undefined;
  const set = { kind: 'setBlockProperty', block: block.id } as const;
  if (block.kind === 'picture') {
    return { edit: { ...set, property: 'picture', value: picture }, block: block.id };
  }
  if (block.kind !== 'article' || !('area' in target)) return undefined;
  const { area } = target;
  const captionLines = captionLinesIn(placed, area);
  const value = [...block.pictures, { picture, area, captionLines, gap: RUNAROUND_GAP }];
  return { edit: { ...set, property: 'pictures', value }, block: block.id };
}

function pictureBlock(issue: Issue, picture: Picture, area: GridArea): PictureBlock {
  const id = freshId(issue, 'block');
  const captionLines = captionLinesIn(picture, area);
  const own = { kind: 'picture', id, picture: picture.id, captionLines } as const;
  return { ...own, area, ...PLAIN_FRAME };
}

/**
 * Body lines for caption and credit at about body size, one for a caption that is still to be
 * written; half of the height at most.
 */
function captionLinesIn({ caption, credit }: Picture, area: GridArea): number {
  const lines = Math.max(1, Math.ceil((caption.length + credit.length) / area.columns));
  return Math.min(lines, Math.floor(area.lines / 2));
}

/** Adds a picture to the issue and puts it on a page, as one step of undo. */
export function placeNewPicture(
  issue: Issue,
  picture: Picture,
  target: PictureTarget,
): PlacedMatter | undefined {
  const known: Issue = { ...issue, pictures: { ...issue.pictures, [picture.id]: picture } };
  const placed = placePicture(known, picture.id, target);
  if (placed === undefined) return undefined;
  const added: Edit = { kind: 'addedPicture', picture };
  const edit = editsTogether([added, placed.edit]);
  return edit && { edit, block: placed.block };
}
