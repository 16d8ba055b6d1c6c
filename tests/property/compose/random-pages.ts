import fc from 'fast-check';
import type { TestPage } from '#tests/unit/compose/test-page.ts';
import {
  area,
  articleBlock,
  columnsOf,
  continuation,
  group,
  headlineAbove,
  picture,
  pictureBlock,
  plainBlock,
} from '#tests/unit/compose/test-page.ts';

/** What drafts are made of: Han, marks in rows, numbers, words, ASCII marks, a rare character. */
const WORDS = [
  '湘潭经开区',
  '高质量发展',
  '企业',
  '，',
  '。',
  '：“',
  '”。',
  '——',
  '……',
  '？！',
  '2683.56亿元',
  '7.8%',
  'GE和ABB',
  ' ',
  '(通讯员 王墨)',
  '《规划》、《方案》',
  '𠮷野家',
  '1—5月',
];

/** Ends with a character that is no blank: an editor's paragraph does. */
const paragraph = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 40 })
  .map((words) => `${words.join('')}区`);

/** A story of one to five paragraphs in test text. */
export const story = fc
  .array(paragraph, { minLength: 1, maxLength: 5 })
  .map((all) => all.join('\n'));

/** Stories of the articles `lead`, `one` and `two`. */
export const stories = fc.tuple(story, story, story);

/**
 * A page with something of everything: folio, a lead in two columns around a picture that goes on
 * in a block beside it, a bordered group, a picture with its caption.
 */
export function busyPage([lead, one, two]: readonly [string, string, string]): TestPage {
  return {
    blocks: [
      plainBlock('folioLine', area(0, 0, 40, 2)),
      articleBlock('lead', area(0, 2, 25, 12), {
        columns: columnsOf(2, { balance: true, rule: true }),
        headline: headlineAbove(3),
        pictures: [{ picture: 'photo', area: area(8, 8, 9, 4), captionLines: 1, gap: 0.5 }],
      }),
      continuation('lead', 1, area(27, 2, 13, 10)),
      group(['one', 'two'], area(0, 15, 40, 14), {
        border: 'hairline',
        columns: columnsOf(3, { balance: true }),
      }),
      pictureBlock('photo', area(27, 12, 13, 3), 1),
    ],
    articles: { lead, one, two },
    pictures: [picture('photo')],
  };
}
