import type { ArticleKey, DraftKey } from '#build/bench/intake/draft-key.ts';
import { assert } from '#engine/units/assert.ts';

/** A key as it is read from a text file. */
export type ReadKey = DraftKey;

interface OpenArticle {
  kicker: string | undefined;
  headline: string | undefined;
  deck: string | undefined;
  names: readonly string[];
  leadIn: string;
  paragraphs: string[];
}

/**
 * The key of a draft. Each line begins with what it is: `K` kicker, `H` headline, `D` deck,
 * `N` names, `L` lead-in, `P` paragraph, `#` crosshead, `G` standing head and its articles by
 * place, `C` caption and credit, `X` the five words of a cell. `⏎` ends a line of a headline. An
 * article begins at its kicker, else at its headline.
 */
export function readKey(text: string): ReadKey {
  const lines = text.split('\n').filter((line) => line !== '');
  const of = (letter: string) =>
    lines.filter((line) => line.startsWith(`${letter} `)).map((line) => line.slice(2));
  return {
    articles: articlesOf(lines),
    groups: of('G').map((words) => {
      const [standingHead = '', members = ''] = words.split(': ');
      return { standingHead, members: members.split(' ').map(Number) };
    }),
    captions: of('C').map((words) => {
      const [caption = '', credit = ''] = words.split('|');
      return { caption, credit };
    }),
    cells: of('X').map((words) => words.split('|')),
  };
}

function articlesOf(lines: readonly string[]): readonly ArticleKey[] {
  const articles: OpenArticle[] = [];
  let hasHead = true;
  for (const line of lines) {
    const kind = line.slice(0, 1);
    const words = line.slice(2).replaceAll('⏎', '\n');
    if ((kind === 'K' || kind === 'H') && hasHead) {
      articles.push(emptyArticle());
      hasHead = false;
    }
    if (kind === 'N' || kind === 'L' || kind === 'P') hasHead = true;
    const article = articles.at(-1);
    if ('KHDNLP#'.includes(kind)) {
      assert(article !== undefined, `the key begins with a headline: ${line}`);
      addTo(article, kind, words);
    }
  }
  return articles;
}

function emptyArticle(): OpenArticle {
  const head = { kicker: undefined, headline: undefined, deck: undefined };
  return { ...head, names: [], leadIn: '', paragraphs: [] };
}

function addTo(article: OpenArticle, kind: string, words: string): void {
  if (kind === 'K') article.kicker = words;
  if (kind === 'H') article.headline = words;
  if (kind === 'D') article.deck = words;
  if (kind === 'N') article.names = words.split(' ');
  if (kind === 'L') article.leadIn = words;
  if (kind === 'P') article.paragraphs.push(words);
  if (kind === '#') article.paragraphs.push(`# ${words}`);
}
