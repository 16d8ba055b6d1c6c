import type { Edit } from '#engine/model/edits/edit.ts';
import { freshId } from '#engine/model/fresh-id.ts';
import type { AdCell, Article, Issue, Paragraph, Picture } from '#engine/model/issue.ts';
import {
  applyRepairs,
  type CleanArticle,
  type CleanCell,
  type CleanPicture,
  refusedAtFirst,
} from './apply-repairs.ts';
import type { Draft } from './draft.ts';

/** What an accepted draft puts into an issue; none of it is on a page yet. */
export interface AcceptedDraft {
  readonly articles: readonly Article[];
  readonly groups: readonly AcceptedGroup[];
  readonly pictures: readonly AcceptedPicture[];
  /** Cells for a partner grid, row by row. */
  readonly cells: readonly AdCell[];
  /** Adds articles and pictures to the issue. */
  readonly edits: readonly Edit[];
}

/** Articles that belong under one standing head. */
export interface AcceptedGroup {
  readonly standingHead: string;
  /** Ids of articles. */
  readonly articles: readonly string[];
}

/** A picture slot with its words. */
export interface AcceptedPicture {
  readonly picture: Picture;
  /** Name of the photograph in the raw matter; undefined where the draft has none. */
  readonly photograph: string | undefined;
}

/** A working name is a few characters of the headline. */
const SLUGLINE_LENGTH = 8;

/**
 * The articles, pictures and partner cells of a draft, with fresh ids for this issue. An article
 * without a byline gets the sender's at its end, so that nobody's name is lost.
 */
export function articlesOf(
  draft: Draft,
  issue: Issue,
  refused: ReadonlySet<string> = refusedAtFirst(draft),
): AcceptedDraft {
  const taken: string[] = [];
  const fresh = (stem: string) => {
    const id = freshId(issue, stem, taken);
    taken.push(id);
    return id;
  };
  const articles: Article[] = [];
  const groups: AcceptedGroup[] = [];
  const pictures: AcceptedPicture[] = [];
  const cells: AdCell[] = [];
  const accept = (clean: CleanArticle) => {
    const article = modelArticle(fresh('article'), clean, draft.sender.name);
    articles.push(article);
    return article.id;
  };
  for (const piece of applyRepairs(draft, refused)) {
    if (piece.kind === 'article') accept(piece);
    if (piece.kind === 'group') {
      const { standingHead, members } = piece;
      groups.push({ standingHead, articles: members.map(accept) });
    }
    if (piece.kind === 'picture') pictures.push(acceptedPicture(fresh('picture'), piece));
    if (piece.kind === 'partnerGrid') cells.push(...piece.cells.map(adCell));
  }
  const edits: readonly Edit[] = [
    ...articles.map((article): Edit => ({ kind: 'addedArticle', article })),
    ...pictures.map(({ picture }): Edit => ({ kind: 'addedPicture', picture })),
  ];
  return { articles, groups, pictures, cells, edits };
}

function modelArticle(id: string, clean: CleanArticle, sender: string | undefined): Article {
  const { kicker, headline = '', deck, paragraphs } = clean;
  const words = headline === '' ? wordsOf(paragraphs) : headline;
  const slugline = words.replace(/[\s\p{P}]/gu, '').slice(0, SLUGLINE_LENGTH);
  const story = { paragraphs: withByline(paragraphs, sender) };
  return { id, slugline, kicker, headline, deck, story };
}

function wordsOf(paragraphs: readonly Paragraph[]): string {
  const plain = paragraphs.flatMap(({ runs }) => runs.filter(({ role }) => role === 'plain'));
  return plain[0]?.text ?? '';
}

function withByline(
  paragraphs: readonly Paragraph[],
  sender: string | undefined,
): readonly Paragraph[] {
  const last = paragraphs.at(-1);
  const hasByline = paragraphs.some(({ runs }) => runs.some(({ role }) => role === 'byline'));
  if (hasByline || sender === undefined || last === undefined) return paragraphs;
  const byline = { text: `（通讯员 ${sender}）`, role: 'byline' } as const;
  return [...paragraphs.slice(0, -1), { ...last, runs: [...last.runs, byline] }];
}

function acceptedPicture(id: string, { picture, caption, credit }: CleanPicture): AcceptedPicture {
  return {
    picture: {
      id,
      asset: undefined,
      widthPx: 0,
      heightPx: 0,
      caption,
      credit,
      focus: { x: 0.5, y: 0.5 },
      zoom: 1,
      greyscale: false,
      whole: false,
    },
    photograph: picture,
  };
}

function adCell({ kind, name, latinName, slogan, label, number }: CleanCell): AdCell {
  if (kind === 'title') return { kind, text: name };
  return {
    kind,
    logo: undefined,
    name,
    latinName: latinName === '' ? undefined : latinName,
    slogan,
    hotline: number === '' ? undefined : { label, number },
    expires: undefined,
  };
}
