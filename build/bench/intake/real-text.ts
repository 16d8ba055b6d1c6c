import { readFileSync } from 'node:fs';
import { bylinesOf } from '#engine/intake/bylines.ts';
import type { AdCell, Article, Issue } from '#engine/model/issue.ts';
import { parseIssue } from '#engine/model/issue-schema.ts';
import type { ArticleKey, DraftKey } from './draft-key.ts';

const TOP = new URL('../../../', import.meta.url);

/** The raw text of the real page, as it came: one text for the whole page. */
export function realText(): string {
  return readFileSync(new URL('tests/fixtures/park-supplement-page.txt', TOP), 'utf8');
}

/** The sample issue, made from that text by hand. */
export function handMadeIssue(): Issue {
  const path = 'templates/samples/park-supplement-2021-06-18.issue/issue.json';
  const parsed = parseIssue(JSON.parse(readFileSync(new URL(path, TOP), 'utf8')));
  if (!parsed.ok) throw new Error(`the sample issue does not parse: ${JSON.stringify(parsed)}`);
  return parsed.value;
}

/** What the raw text has to become: the fields of the sample issue. */
export function handMadeKey(issue: Issue): DraftKey {
  const ids = Object.keys(issue.articles);
  const groups = issue.pages.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'group'));
  return {
    articles: Object.values(issue.articles).map(articleKey),
    groups: groups.flatMap((block) => {
      if (block.kind !== 'group') return [];
      const { standingHead, members } = block;
      return [{ standingHead, members: members.map(({ article }) => ids.indexOf(article)) }];
    }),
    captions: Object.values(issue.pictures).map(({ caption, credit }) => ({ caption, credit })),
    cells: Object.values(issue.adGrids).flatMap(({ cells }) => cells.map(cellWords)),
  };
}

function articleKey({ kicker, headline, deck, story }: Article): ArticleKey {
  const runs = story.paragraphs.flatMap((paragraph) => paragraph.runs);
  const words = (role: string) => runs.filter((run) => run.role === role).map(({ text }) => text);
  return {
    kicker,
    headline,
    deck,
    names: words('byline').flatMap((text) => bylinesOf(text).flatMap(({ names }) => names)),
    leadIn: words('leadIn').join(' '),
    paragraphs: story.paragraphs.map((one) => one.runs.map(({ text }) => text).join('')),
  };
}

function cellWords(cell: AdCell): readonly string[] {
  if (cell.kind === 'picture') return [];
  if (cell.kind === 'title') return [cell.text, '', '', '', ''];
  const { name, latinName = '', slogan, hotline } = cell;
  return [name, latinName, slogan, hotline?.label ?? '', hotline?.number ?? ''];
}
