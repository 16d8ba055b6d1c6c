import { captionNumber } from './captions.ts';
import { type LineShape, shapeOf } from './line-shapes.ts';
import { hasHotline, isPartnerLine, isPartnerName, partnerRows } from './partner-cells.ts';
import { repairedLine, withoutWebSigns } from './repair-line.ts';
import type { ShapedLine } from './shaped-lines.ts';
import type { DraftLine } from './worked-lines.ts';

const GRID_TITLE =
  /^[\p{Script=Han}]{0,6}(?:合作园区|合作单位|合作伙伴|园区|伙伴|联盟|单位)(?:名单|名录|一览表?)?(?:（[^（）]{2,12}）)?：?$/u;
const PARTNER_SHAPES: readonly LineShape[] = [
  'heading',
  'body',
  'contact',
  'numberedHead',
  'byline',
];
/** Name, Latin name, two lines of slogan, hotline. */
const LONGEST_BLOCK = 5;
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
    const sentence = partnerSentence(lines[at]);
    if (sentence.length > 0) {
      settled.push(...sentence);
      at += 1;
      continue;
    }
    const blocks = partnerBlocks(lines, at);
    const title = settled.at(-1);
    if (blocks.rows.length >= 2 || (blocks.rows.length === 1 && title && isTitle(title))) {
      if (title && isTitle(title)) settled[settled.length - 1] = { ...title, shape: 'row' };
      settled.push(...blocks.rows);
      at = blocks.end;
      continue;
    }
    const run = runFrom(lines, at);
    const first = lines[at];
    if (run.length === 0) {
      if (first) settled.push(first);
      at += 1;
      continue;
    }
    if (isGrid(run)) {
      if (title && isTitle(title)) settled[settled.length - 1] = { ...title, shape: 'row' };
      settled.push(...run.map(({ line }): ShapedLine => ({ line, shape: 'row' })));
    } else settled.push(...run.map(asText));
    at += run.length;
  }
  return settled;

  function isTitle({ line, shape }: ShapedLine): boolean {
    return (shape === 'heading' || shape === 'contact') && GRID_TITLE.test(line.copy.text);
  }

  function isGrid(run: readonly ShapedLine[]): boolean {
    if (run.every(({ shape }) => shape === 'row')) return partnerRows(run) !== undefined;
    const above = settled.at(-1);
    const isSaid = run.some(({ line }) => hasHotline(line.copy.text));
    return isSaid || (above !== undefined && isTitle(above));
  }
}

/** 合作园区：雨湖高新区，…；天易经开区，…。 as the rows of a grid; none for any other line. */
function partnerSentence(shaped: ShapedLine | undefined): readonly ShapedLine[] {
  if (shaped?.shape !== 'body') return [];
  const { raw } = shaped.line;
  const [, title = ''] = /^\s*([\p{Script=Han}]{2,8})[：:]/u.exec(raw.text) ?? [];
  if (!GRID_TITLE.test(title)) return [];
  const from = raw.text.indexOf(title) + title.length + 1;
  const parts = [...raw.text.slice(from).matchAll(/[^；;]+[；;。]?/gu)];
  const isPark = ([part]: RegExpExecArray) => isPartnerName(part.trim().split(/[，,]/u)[0] ?? '');
  if (parts.length < 2 || !parts.every(isPark)) return [];
  const heads = raw.slice(0, from);
  const cells = parts.map(({ index, 0: part }) => {
    return raw
      .slice(from + index, from + index + part.length)
      .replaced(/[；;。]\s*$/gu, 'marks', '')
      .replaced(/[，,]/gu, 'marks', ' ');
  });
  return [heads, ...cells].map((copy): ShapedLine => {
    return { line: { ...shaped.line, copy, raw: copy }, shape: 'row' };
  });
}

/** Partners of which each field has a line of its own: the name first, the hotline last. */
function partnerBlocks(
  lines: readonly ShapedLine[],
  from: number,
): { readonly rows: readonly ShapedLine[]; readonly end: number } {
  const rows: ShapedLine[] = [];
  let end = from;
  for (;;) {
    const name = lines[end]?.line.copy.text ?? '';
    if (!isPartnerName(name) || GRID_TITLE.test(name)) break;
    const last = lines.slice(end + 1, end + LONGEST_BLOCK).findIndex(({ line }) => {
      return hasHotline(line.copy.text) && line.copy.text.length <= 30;
    });
    const block = lines.slice(end, end + 2 + last);
    const isBlock = last >= 0 && block.every(({ line }) => !/[，。；]/u.test(line.copy.text));
    const row = isBlock ? inOneRow(block) : undefined;
    if (row === undefined) break;
    rows.push(row);
    end += block.length;
  }
  return { rows, end };
}

function inOneRow([first, ...rest]: readonly ShapedLine[]): ShapedLine | undefined {
  if (first === undefined) return undefined;
  const raw = rest.reduce(
    (copy, { line }) => copy.joinedTo(line.raw, 'spaces', ' '),
    first.line.raw,
  );
  return { line: { ...first.line, raw }, shape: 'row' };
}

/** Rows of cells, or at least two lines that are a partner each. */
function runFrom(lines: readonly ShapedLine[], at: number): readonly ShapedLine[] {
  const run: ShapedLine[] = [];
  const isRow = lines[at]?.shape === 'row';
  for (let index = at; index < lines.length; index += 1) {
    const shaped = lines[index];
    if (shaped === undefined) break;
    const isPartner =
      PARTNER_SHAPES.includes(shaped.shape) && isPartnerLine(shaped.line.raw.text.trim());
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
    const line: DraftLine = {
      ...shaped.line,
      copy,
      raw: copy,
      look: { ...look, kind: 'plain' },
      isApart: false,
    };
    return { line, shape: shapeOf(line) };
  }
  const copy = raw.replaced(/[ \u3000]*\t+[ \u3000]*/gu, 'spaces', '\u3000');
  const line: DraftLine = { ...shaped.line, copy, look: { ...look, kind: 'row' } };
  return { line, shape: captionNumber(copy.text) === undefined ? 'body' : 'caption' };
}
