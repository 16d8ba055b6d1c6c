import type { Edit } from '#engine/model/edits/edit.ts';
import type { Issue } from '#engine/model/issue.ts';
import { storyText } from '#engine/model/story-text.ts';

/** What an editor types: Han, marks, a digit, a letter. */
const KEYS = [...'的园区安全，生产。发展5新高“A和了、项目企业是为'];

/** Places are spread by a step that shares no divisor with the lengths of stories (Knuth, 6.4). */
const STEP = 0.618_033_988_75;

/**
 * The edit number `index` on an issue: one character typed or taken away, each time another
 * character at another place, story after story, so that no cache can know the answer.
 */
export function oneCharacterEdit(issue: Issue, index: number): Edit {
  const articles = Object.values(issue.articles);
  const article = articles[index % articles.length];
  const text = article === undefined ? '' : storyText(article.story);
  const place = Math.floor(((index * STEP) % 1) * text.length);
  const at = text[place] === '\n' ? place + 1 : place;
  const isDeletion = index % 2 === 1 && text[at] !== '\n' && at < text.length;
  const key = KEYS[index % KEYS.length] ?? '';
  return {
    kind: 'replacedText',
    article: article?.id ?? '',
    start: at,
    end: isDeletion ? at + 1 : at,
    content: [
      {
        kind: 'body',
        looseness: 0,
        runs: isDeletion ? [] : [{ text: key, role: 'plain' }],
      },
    ],
  };
}
