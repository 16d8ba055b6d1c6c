import { captionNumber } from './captions.ts';
import type { ShapedLine } from './gather-stories.ts';
import { type LineShape, shapeOf } from './line-shapes.ts';
import { hasHotline, isPartnerLine, partnerRows } from './partner-cells.ts';
import { repairedLine, withoutWebSigns } from './repair-line.ts';
import type { DraftLine } from './worked-lines.ts';

const GRID_TITLE = /^[\p{Script=Han}]{0,6}(?:合作园区|合作单位|合作伙伴|园区|伙伴|联盟|单位)$/u;
const PARTNER_SHAPES: readonly LineShape[] = ['heading', 'body', 'contact', 'numberedHead', 'byline'];
/** A form has the label of a field in its first cell. */
const FIELD =
  /^[ \u3000]*(?:标题|主标题|新闻标题|题目|引题|肩题|副标题|副题|正文|内容|稿件内容|作者|姓名|通讯员|作者单位|单位|供稿单位|联系电话|电话|手机|邮箱|图片说明|栏目)[ \u3000]*[：:]?$/u;

/**
 * Settles what rows are: cells of partners stay rows, and lines that are a partner each become
 * rows; the rows of a form become labelled lines; those of any other table go into the story.
 */
export function withRows(lines: readonly ShapedLine[]): readonly ShapedLine[] {
  const settled: ShapedLine[] = [];
  let at = 0;
  while (at < lines.length) {
    const run = runFrom(lines, at);
    const first = lines[at];
    if (run.length === 0) {
      if (first) settled.push(first);
      at += 1;
      continue;
    }
    const title = settled.at(-1);
    if (isGrid(run)) {
      if (title && isTitle(title)) settled[settled.length - 1] = { ...title, shape: 'row' };
      settled.push(...run.map(({ line }): ShapedLine => ({ line, shape: 'row' })));
    } else settled.push(...run.map(asText));
    at += run.length;
  }
  return settled;

  function isTitle({ line, shape }: ShapedLine): boolean {
    return shape === 'heading' && GRID_TITLE.test(line.copy.text);
  }

  function isGrid(run: readonly ShapedLine[]): boolean {
    if (run.every(({ shape }) => shape === 'row')) return partnerRows(run) !== undefined;
    const above = settled.at(-1);
    const isSaid = run.some(({ line }) => hasHotline(line.copy.text));
    return isSaid || (above !== undefined && isTitle(above));
  }
}

/** Rows of cells, or at least two lines that are a partner each. */
function runFrom(lines: readonly ShapedLine[], at: number): readonly ShapedLine[] {
  const run: ShapedLine[] = [];
  const isRow = lines[at]?.shape === 'row';
  for (const shaped of lines.slice(at)) {
    const isPartner =
      PARTNER_SHAPES.includes(shaped.shape) && isPartnerLine(shaped.line.copy.text.trim());
    if (isRow ? shaped.shape !== 'row' : !isPartner) break;
    run.push(shaped);
  }
  return isRow || run.length >= 2 ? run : [];
}

/** A row of a form, or of a table whose words go into the story. */
function asText(shaped: ShapedLine): ShapedLine {
  if (shaped.shape !== 'row') return shaped;
  const { raw, look } = shaped.line;
  const [label = '', ...cells] = raw.text.split('\t');
  const isField = cells.length === 1 && FIELD.test(label);
  if (isField) {
    const colon = /[：:]/u.test(label) ? '' : '：';
    const copy = repairedLine(withoutWebSigns(raw).replaced(/\s*\t\s*/gu, 'labels', colon));
    const line: DraftLine = { ...shaped.line, copy, raw: copy, look: { ...look, kind: 'plain' } };
    return { line, shape: shapeOf(line) };
  }
  const copy = raw.replaced(/[ \u3000]*\t+[ \u3000]*/gu, 'spaces', '\u3000');
  const line: DraftLine = { ...shaped.line, copy, look: { ...look, kind: 'row' } };
  return { line, shape: captionNumber(copy.text) === undefined ? 'body' : 'caption' };
}
