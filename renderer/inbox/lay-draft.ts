import type { AcceptedDraft, AcceptedGroup } from '#engine/intake/articles-of.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import { freshId } from '#engine/model/fresh-id.ts';
import type {
  AdCell,
  AdGrid,
  Article,
  ArticleBlock,
  ArticleGroup,
  Block,
  GroupMember,
  HeadlineLayout,
  Issue,
  PictureBlock,
} from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import { isEmptyArticle, isEmptyBlock, withoutBlanks } from '#renderer/make-up/blank-article.ts';
import { editsTogether } from '#renderer/make-up/edits-together.ts';
import { freeAreaFor } from '#renderer/make-up/free-area.ts';
import { groupFrame, memberHeadline } from '#renderer/make-up/group-articles.ts';
import type { MakeUpPlace } from '#renderer/make-up/make-up-place.ts';
import { placeArticle, placePicture } from '#renderer/make-up/place-matter.ts';
import { storyLength, wantedForArticle } from '#renderer/make-up/wanted-size.ts';
import type { LaidDraft } from './take-draft.ts';

/**
 * Lays a draft on the empty blocks of a page (按版面计划排入): the longest story in the largest
 * block, groups under the standing head that the page has for them or on free cells, pictures in
 * open slots, partner cells in an empty grid. What is filled already is left alone. `place` is the
 * page with the articles and pictures of the draft in its issue.
 */
export function layDraft(place: MakeUpPlace, accepted: AcceptedDraft): LaidDraft {
  const { issue } = place;
  const grouped = accepted.groups.map((group) => layGroup(place, group));
  const inGroups = new Set(accepted.groups.flatMap(({ articles }) => articles));
  const single = accepted.articles.filter(({ id }) => !inGroups.has(id));
  const articles = layArticles(place, single);
  const groups = grouped.filter((laid) => laid !== undefined);
  const grid = layCells(place, accepted);
  return {
    edits: [
      ...articles,
      ...groups.flatMap(({ edits }) => edits),
      ...layPictures(issue, place, accepted),
      ...grid.edits,
    ],
    articles: articles.length + groups.reduce((sum, { count }) => sum + count, 0),
    cells: grid.count,
  };
}

function layArticles(place: MakeUpPlace, articles: readonly Article[]): readonly Edit[] {
  const { issue, page, template } = place;
  const empty = page.blocks
    .filter((block) => block.kind === 'article')
    .filter((block) => block.part === 0 && !block.locked && isEmptyBlock(issue, block))
    .toSorted((a, b) => cellsOf(b) - cellsOf(a));
  const longest = articles.toSorted((a, b) => storyLength(b) - storyLength(a));
  return empty.flatMap((block, at) => {
    const article = longest[at];
    const target = { block: block.id };
    const placed = article && placeArticle(issue, { article: article.id, template, target });
    if (article === undefined || placed === undefined) return [];
    return { kind: 'editsTogether', edits: [placed.edit, ...headlineEdits(place, block, article)] };
  });
}

function cellsOf({ area }: Block): number {
  return area.columns * area.lines;
}

/** A kicker or deck that the block has no place for is set as the template sets one elsewhere. */
function headlineEdits(
  { template }: MakeUpPlace,
  { id, headline }: ArticleBlock,
  article: Article,
): readonly Edit[] {
  const value = headline && withParts(template, headline, article);
  if (value === undefined || value === headline) return [];
  return [{ kind: 'setBlockProperty', block: id, property: 'headline', value }];
}

function withParts(
  { plan }: PageTemplate,
  layout: HeadlineLayout,
  { kicker, deck }: Article,
): HeadlineLayout {
  const blocks = plan.flatMap((page) => page.blocks);
  const layouts = blocks.flatMap((block) => {
    if (block.kind === 'group') return block.members.map((member) => member.headline);
    return block.kind === 'article' && block.headline !== undefined ? [block.headline] : [];
  });
  const lacksKicker = kicker !== undefined && layout.kicker === undefined;
  const lacksDeck = deck !== undefined && layout.deck === undefined;
  if (!lacksKicker && !lacksDeck) return layout;
  return {
    ...layout,
    ...(lacksKicker && { kicker: layouts.find((one) => one.kicker !== undefined)?.kicker }),
    ...(lacksDeck && { deck: layouts.find((one) => one.deck !== undefined)?.deck }),
  };
}

interface LaidGroup {
  readonly edits: readonly Edit[];
  readonly count: number;
}

/** Into the group of that name while that is empty, else onto free cells. */
function layGroup(place: MakeUpPlace, group: AcceptedGroup): LaidGroup | undefined {
  const { issue, page } = place;
  const groups = page.blocks.filter((block) => block.kind === 'group');
  const into = groups.find(({ standingHead, locked, members }) => {
    const isNamed = nameOf(standingHead) === nameOf(group.standingHead);
    return isNamed && !locked && members.every(({ article }) => isEmptyArticle(issue, article));
  });
  return into === undefined ? addGroup(place, group) : fillGroup(place, into, group);
}

function nameOf(standingHead: string): string {
  return standingHead.replaceAll(/\s/gu, '');
}

function fillGroup(place: MakeUpPlace, block: ArticleGroup, group: AcceptedGroup): LaidGroup {
  const { issue, template } = place;
  const pattern = block.members.at(-1)?.headline;
  const members = group.articles.map((article, at): GroupMember => {
    const headline = block.members[at]?.headline ?? pattern ?? memberHeadline(template, block.area);
    const words = issue.articles[article];
    return { article, headline: words ? withParts(template, headline, words) : headline };
  });
  const former = block.members.map(({ article }) => article);
  return {
    edits: [
      { kind: 'setBlockProperty', block: block.id, property: 'members', value: members },
      ...withoutBlanks(issue, former, new Set([block.id])),
    ],
    count: members.length,
  };
}

/** On the free cells of the page; where there are not enough, its articles stay in the list. */
function addGroup(place: MakeUpPlace, group: AcceptedGroup): LaidGroup | undefined {
  const { issue, page, template, geometry } = place;
  const articles = group.articles.flatMap((id) => issue.articles[id] ?? []);
  const sizes = articles.map((article) => wantedForArticle(template, article));
  const lines = sizes.reduce((sum, size) => sum + size.lines * size.baseColumns, 0);
  const baseColumns = Math.min(GROUP_COLUMNS, template.baseColumns.count);
  const wanted = { baseColumns, lines: Math.ceil(lines / baseColumns) };
  const area = freeAreaFor(geometry, page, wanted);
  if (area === undefined || area.lines < wanted.lines) return undefined;
  const block: ArticleGroup = {
    ...groupFrame(template, area),
    id: freshId(issue, `group-${group.articles[0] ?? ''}`),
    standingHead: group.standingHead,
    members: articles.map((article) => ({
      article: article.id,
      headline: withParts(template, memberHeadline(template, area), article),
    })),
  };
  const index = page.blocks.length;
  return {
    edits: [{ kind: 'addedBlock', page: page.id, index, block }],
    count: articles.length,
  };
}

const GROUP_COLUMNS = 3;

function layPictures(
  issue: Issue,
  { page }: MakeUpPlace,
  { pictures }: AcceptedDraft,
): readonly Edit[] {
  const open = page.blocks
    .filter((block) => block.kind === 'picture')
    .filter((block) => !block.locked && isOpenSlot(issue, block));
  return open.flatMap((block, at): readonly Edit[] => {
    const picture = pictures[at]?.picture.id;
    const placed =
      picture === undefined ? undefined : placePicture(issue, picture, { block: block.id });
    if (placed === undefined) return [];
    return [placed.edit, { kind: 'removedPicture', picture: block.picture }];
  });
}

function isOpenSlot(issue: Issue, { picture }: PictureBlock): boolean {
  const slot = issue.pictures[picture];
  return slot?.asset === undefined && slot?.caption === '' && slot.credit === '';
}

function layCells({ issue, page }: MakeUpPlace, { cells }: AcceptedDraft) {
  const block = page.blocks.find((one) => one.kind === 'adGrid');
  const grid = block && issue.adGrids[block.adGrid];
  if (grid === undefined || cells.length === 0 || !isEmptyGrid(grid)) {
    return { edits: [], count: 0 };
  }
  return { edits: cellEdits(grid, cells), count: cells.length };
}

/** Fills the first partner grid of the issue with cells, whatever stands in it. */
export function fillGrid(issue: Issue, cells: readonly AdCell[]): Edit | undefined {
  const [grid] = Object.values(issue.adGrids);
  return grid && editsTogether(cellEdits(grid, cells));
}

/** The cells go in one by one; a grid that has too few of them gets further rows. */
function cellEdits({ id: adGrid, rows, columns }: AdGrid, cells: readonly AdCell[]): Edit[] {
  const wanted = Math.ceil(cells.length / columns);
  const larger: Edit[] =
    wanted > rows ? [{ kind: 'resizedAdGrid', adGrid, rows: wanted, columns }] : [];
  const filled = cells.map((content, cell): Edit => {
    return { kind: 'filledAdCell', adGrid, cell, content };
  });
  return [...larger, ...filled];
}

/** True for a grid in which nothing has been written yet. */
export function isEmptyGrid({ cells }: AdGrid): boolean {
  return cells.every((cell) => {
    if (cell.kind === 'picture') return false;
    if (cell.kind === 'title') return cell.text === '';
    return cell.name === '' && cell.slogan === '' && cell.logo === undefined;
  });
}
