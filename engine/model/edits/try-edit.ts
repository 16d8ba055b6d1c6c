import { blockSchema } from '#engine/model/block-schema.ts';
import type {
  Article,
  Block,
  Issue,
  Paragraph,
  StoryTracking,
  TextRun,
} from '#engine/model/issue.ts';
import { sliceRuns, storyPlace } from '#engine/model/story-text.ts';
import type { Edit } from './edit.ts';
import type { ReplacedText, SetHeadlinePart, SetLooseness } from './text-edit.ts';
import { tryMatter } from './try-matter.ts';

/**
 * The issue as it would be after an edit, without a document: for finding out what an edit would do
 * before anybody asks for it. Only text, headlines, spacing, shape and fields of blocks, and new
 * matter can be tried; for other edits, and for those that name nothing, there is no answer. What
 * does not change keeps its identity.
 */
export function tryEdit(issue: Issue, edit: Edit): Issue | undefined {
  switch (edit.kind) {
    case 'replacedText':
      return withStory(issue, edit.article, (paragraphs) => replaced(paragraphs, edit));
    case 'setLooseness':
      return withStory(issue, edit.article, (paragraphs) => loosened(paragraphs, edit));
    case 'setTracking':
      return withArticle(issue, edit.article, (article) => tracked(article, edit.tracking));
    case 'setHeadlinePart':
      return withHeadlinePart(issue, edit);
    case 'resizedBlock': {
      const { area, cutouts } = edit;
      return withBlock(issue, edit.block, (block) => ({ ...block, area, cutouts }));
    }
    case 'setBlockProperty':
      return withBlock(issue, edit.block, (block) => {
        const parsed = blockSchema.safeParse({ ...block, [edit.property]: edit.value });
        return parsed.success ? parsed.data : undefined;
      });
    case 'editsTogether':
      return edit.edits.reduce<Issue | undefined>(
        (before, one) => before && tryEdit(before, one),
        issue,
      );
    default:
      return tryMatter(issue, edit);
  }
}

type Paragraphs = readonly Paragraph[];

function withStory(
  issue: Issue,
  id: string,
  change: (paragraphs: Paragraphs) => Paragraphs | undefined,
): Issue | undefined {
  return withArticle(issue, id, (article) => {
    const paragraphs = change(article.story.paragraphs);
    return paragraphs && { ...article, story: { paragraphs } };
  });
}

function withHeadlinePart(
  issue: Issue,
  { article, part, text }: SetHeadlinePart,
): Issue | undefined {
  const words = text === '' && part !== 'headline' ? undefined : text;
  return withArticle(issue, article, (before) => ({ ...before, [part]: words }));
}

function withArticle(
  issue: Issue,
  id: string,
  change: (article: Article) => Article | undefined,
): Issue | undefined {
  const article = issue.articles[id];
  const changed = article && change(article);
  return changed && { ...issue, articles: { ...issue.articles, [id]: changed } };
}

/** Tracking 0 is none, as the document reads. */
function tracked(article: Article, tracking: StoryTracking): Article {
  const { tracking: _before, ...untracked } = article;
  return tracking === 0 ? untracked : { ...untracked, tracking };
}

function withBlock(
  issue: Issue,
  id: string,
  change: (block: Block) => Block | undefined,
): Issue | undefined {
  const page = issue.pages.find(({ blocks }) => blocks.some((block) => block.id === id));
  const block = page?.blocks.find((one) => one.id === id);
  const changed = block && change(block);
  if (page === undefined || changed === undefined) return undefined;
  const blocks = page.blocks.map((one) => (one === block ? changed : one));
  const pages = issue.pages.map((one) => (one === page ? { ...page, blocks } : one));
  return { ...issue, pages };
}

function loosened(paragraphs: Paragraphs, edit: SetLooseness): Paragraphs | undefined {
  const paragraph = paragraphs[edit.paragraph];
  if (paragraph === undefined) return undefined;
  return paragraphs.with(edit.paragraph, { ...paragraph, looseness: edit.looseness });
}

/** The content takes the place of the range; see `ReplacedText` for what becomes of its ends. */
function replaced(paragraphs: Paragraphs, edit: ReplacedText): Paragraphs | undefined {
  const start = storyPlace(paragraphs, edit.start);
  const end = storyPlace(paragraphs, edit.end);
  const first = paragraphs[start?.paragraph ?? -1];
  const last = paragraphs[end?.paragraph ?? -1];
  if (!start || !end || !first || !last || edit.end < edit.start) return undefined;
  const before = sliceRuns(first.runs, 0, start.offset);
  const after = sliceRuns(last.runs, end.offset, Number.POSITIVE_INFINITY);
  const [opening, ...others] = edit.content;
  const closing = others.at(-1);
  const opened = [...before, ...(opening?.runs ?? [])];
  const put = closing
    ? [
        { ...first, runs: joinRuns(opened) },
        ...others.slice(0, -1),
        { ...closing, runs: joinRuns([...closing.runs, ...after]) },
      ]
    : [{ ...first, runs: joinRuns([...opened, ...after]) }];
  return [...paragraphs.slice(0, start.paragraph), ...put, ...paragraphs.slice(end.paragraph + 1)];
}

/** Neighbours of one role are one run, and none is empty, as the document reads. */
function joinRuns(runs: readonly TextRun[]): readonly TextRun[] {
  const joined: TextRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.text === '') continue;
    if (last?.role === run.role) joined[joined.length - 1] = { ...run, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}
