import type { Edit } from '#engine/model/edits/edit.ts';
import { freshId } from '#engine/model/fresh-id.ts';
import type {
  Article,
  ArticleBlock,
  ArticleGroup,
  GridArea,
  GroupMember,
  HeadlineLayout,
  Issue,
  Page,
} from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import type { PlacedBlocks } from './copy-blocks.ts';
import { areaAround } from './copy-blocks.ts';
import { editsTogether } from './edits-together.ts';
import { houseLayout } from './house-layout.ts';
import { threadOf } from './thread-blocks.ts';

/** Body lines of a standing head, and of a headline inside a group's column. */
const HEAD_LINES = 3;
const MEMBER_HEAD_LINES = 2;

/**
 * Makes one group (栏目) of article blocks, in their place and in reading order. Blocks of a thread
 * with further parts, and locked ones, cannot be taken in. Undefined for fewer than two.
 */
export function combineArticles(
  { issue, page, template }: GroupPlace,
  ids: readonly string[],
  standingHead: string,
): PlacedBlocks | undefined {
  const chosen = page.blocks.filter((block) => ids.includes(block.id));
  const articles = chosen.filter((block) => block.kind === 'article');
  const area = areaAround(articles.map((block) => block.area));
  if (area === undefined || articles.length < 2 || articles.length < chosen.length) {
    return undefined;
  }
  const [first] = articles;
  const isFree = articles.every(({ article, locked }) => {
    return !locked && threadOf(issue.pages, article).length === 1;
  });
  if (first === undefined || !isFree) return undefined;
  const ordered = inReadingOrder(articles);
  const id = freshId(issue, 'group');
  const group: ArticleGroup = {
    ...groupFrame(template, area),
    id,
    standingHead,
    members: ordered.map((block) => memberOf(template, block)),
  };
  const index = page.blocks.indexOf(first);
  const edit = editsTogether([
    ...articles.map((block): Edit => ({ kind: 'removedBlock', block: block.id })),
    { kind: 'addedBlock', page: page.id, index, block: group },
  ]);
  return edit && { edit, blocks: [id] };
}

/** Where groups are made and taken apart. */
export interface GroupPlace {
  readonly issue: Issue;
  readonly page: Page;
  readonly template: PageTemplate;
}

const PLAIN_FRAME = { cutouts: [], border: undefined, tint: undefined, locked: false } as const;

/** From the left column down, then the next: as a page is read. */
function inReadingOrder(blocks: readonly ArticleBlock[]): readonly ArticleBlock[] {
  return blocks.toSorted((a, b) => a.area.line - b.area.line || a.area.column - b.area.column);
}

function memberOf(template: PageTemplate, { article, area, headline }: ArticleBlock): GroupMember {
  if (headline === undefined) return { article, headline: memberHeadline(template, area) };
  const extent = Math.min(headline.extent, MEMBER_HEAD_LINES);
  return { article, headline: { ...headline, placement: 'above', extent } };
}

/** A group of that size as the house sets it, without its name and members. */
export function groupFrame(
  template: PageTemplate,
  area: GridArea,
): Omit<ArticleGroup, 'id' | 'standingHead' | 'members'> {
  const extent = Math.min(HEAD_LINES, Math.max(1, area.lines - 1));
  const { columns } = houseLayout(template, area);
  const head = { headPlacement: 'above', extent, arrangement: 'run' } as const;
  return { ...PLAIN_FRAME, kind: 'group', area, ...head, columns };
}

/** The headline of a new member: as the house sets a narrow one, without kicker and deck. */
export function memberHeadline(template: PageTemplate, area: GridArea): HeadlineLayout {
  const { headline } = houseLayout(template, { ...area, columns: 1 });
  const part = headline?.headline ?? PLAIN_PART;
  const extent = MEMBER_HEAD_LINES;
  return { placement: 'above', extent, kicker: undefined, headline: part, deck: undefined };
}

const PLAIN_PART: HeadlineLayout['headline'] = {
  style: 'body',
  sizePt: undefined,
  lines: undefined,
  fit: false,
  align: 'centre',
};

/**
 * Makes article blocks of the members of a group again, one under the other in the group's place,
 * each as high as its story is long. Undefined for a locked group or one without members.
 */
export function splitGroup(
  { issue, page, template }: GroupPlace,
  id: string,
): PlacedBlocks | undefined {
  const group = page.blocks.find((block) => block.id === id);
  if (group?.kind !== 'group' || group.locked || group.members.length === 0) return undefined;
  const rows = sharedLines(group, issue.articles);
  const taken: string[] = [];
  let line = group.area.line;
  const blocks = group.members.map(({ article, headline }, index): ArticleBlock => {
    const lines = rows[index] ?? 1;
    const area = { ...group.area, line, lines };
    line += lines;
    const own = freshId(issue, 'block', taken);
    taken.push(own);
    const base = { ...PLAIN_FRAME, kind: 'article', id: own, article, part: 0 } as const;
    const extent = Math.max(1, Math.min(headline.extent, Math.floor(lines / 2)));
    const { columns } = houseLayout(template, area);
    return { ...base, area, columns, headline: { ...headline, extent }, pictures: [] };
  });
  const index = page.blocks.indexOf(group);
  const added = blocks.map((block, place): Edit => {
    return { kind: 'addedBlock', page: page.id, index: index + place, block };
  });
  const edit = editsTogether([{ kind: 'removedBlock', block: id }, ...added]);
  return edit && { edit, blocks: blocks.map(({ id: own }) => own) };
}

/** The lines of the group shared out by the length of the stories; each gets one at least. */
function sharedLines(
  { area, members }: ArticleGroup,
  articles: Readonly<Record<string, Article>>,
): readonly number[] {
  const weights = members.map(({ article, headline }) => {
    const story = articles[article]?.story.paragraphs ?? [];
    const length = story
      .flatMap(({ runs }) => runs)
      .reduce((sum, { text }) => sum + text.length, 0);
    return Math.ceil(length / area.columns) + headline.extent + 1;
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let given = 0;
  let weighed = 0;
  return weights.map((weight, index) => {
    weighed += weight;
    const left = members.length - index - 1;
    const upTo = Math.round((area.lines * weighed) / all);
    const lines = Math.max(1, Math.min(upTo, area.lines - left) - given);
    given += lines;
    return lines;
  });
}
