import type { Article, Picture } from '#engine/model/issue.ts';
import { storyText } from '#engine/model/story-text.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import type { WantedSize } from './free-area.ts';
import { houseLayout } from './house-layout.ts';

/** Characters of a story without its paragraph ends; 𠮷 counts once. */
export function storyLength(article: Article): number {
  return [...storyText(article.story).replaceAll('\n', '')].length;
}

/** Characters of a short article; the share of lines that ends and indents leave empty. */
const SHORT_ARTICLE = 260;
const LONG_ARTICLE = 900;
const EMPTY_SHARE = 1.08;

/** Body lines of one base column that a story takes, as near as counting can tell. */
export function storyLines(template: PageTemplate, article: Article): number {
  const measure = baseMeasure(template);
  return article.story.paragraphs.reduce((sum, { runs }) => {
    const length = [...runs.map(({ text }) => text).join('')].length;
    const { firstLineIndentEm } = template.composition;
    return sum + Math.max(1, Math.ceil((length + firstLineIndentEm) / Math.floor(measure)));
  }, 0);
}

/** Lines of a base column that so many letters take, paragraphs unknown. */
export function linesOfLetters(template: PageTemplate, letters: number): number {
  return Math.max(1, Math.ceil(letters / Math.floor(baseMeasure(template))));
}

/** Width and height that suit an article: one column for a brief, three for a lead. */
export function wantedForArticle(template: PageTemplate, article: Article): WantedSize {
  return wantedForText(template, storyLength(article), storyLines(template, article));
}

/** The same for a text of which only its length is known. */
export function wantedForLetters(template: PageTemplate, letters: number): WantedSize {
  return wantedForText(template, letters, linesOfLetters(template, letters));
}

function wantedForText(template: PageTemplate, length: number, lines: number): WantedSize {
  const wished = length < SHORT_ARTICLE ? 1 : length < LONG_ARTICLE ? 2 : 3;
  const baseColumns = Math.min(wished, template.baseColumns.count);
  const text = Math.ceil((lines * EMPTY_SHARE) / baseColumns);
  const columns = Math.floor(baseMeasure(template)) * baseColumns;
  const high = { column: 0, line: 0, columns, lines: template.body.lines };
  const head = houseLayout(template, high).headline?.extent ?? 0;
  return { baseColumns, lines: Math.max(LEAST_LINES, Math.min(text + head, template.body.lines)) };
}

const LEAST_LINES = 8;

/** Two columns for a picture that lies, one for one that stands, with two lines of caption. */
export function wantedForPicture(template: PageTemplate, picture: Picture): WantedSize {
  const isUpright = picture.heightPx > picture.widthPx;
  const baseColumns = Math.min(isUpright ? 1 : 2, template.baseColumns.count);
  const widthPt = baseMeasure(template) * baseColumns * template.body.sizePt;
  const shape = picture.widthPx > 0 ? picture.heightPx / picture.widthPx : UNKNOWN_SHAPE;
  const lines = Math.round((widthPt * shape) / template.body.leadingPt);
  return { baseColumns, lines: Math.max(LEAST_LINES, lines) + CAPTION_LINES };
}

/** An open slot is laid out for a photograph of three by two. */
const UNKNOWN_SHAPE = 2 / 3;
const CAPTION_LINES = 2;

function baseMeasure({ body, baseColumns }: PageTemplate): number {
  const { count, gutter } = baseColumns;
  return (body.columns - gutter * (count - 1)) / count;
}
