import { innerColumns, NARROWEST_TEXT_CHARS } from '#engine/compose/inner-columns.ts';
import type { ArticleBlock, Block, GridArea, Page } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';

/** What an editor would say of the make-up of a page; nothing of it is wrong in print. */
export function checkMakeUp(page: Page): readonly Finding[] {
  const articles = page.blocks.filter((block) => block.kind === 'article');
  return [
    ...collidingHeadlines(articles),
    ...splitPage(page.blocks),
    ...articles.flatMap(narrowRunarounds),
  ];
}

/** Blocks closer than this, in characters, are neighbours. */
const NEIGHBOUR_CHARS = 5;

/** 碰题: two headlines side by side on the same lines read as one. */
function collidingHeadlines(articles: readonly ArticleBlock[]): readonly Finding[] {
  const headed = articles.filter(({ headline }) => headline?.placement === 'above');
  return headed.flatMap((left) =>
    headed
      .filter((right) => collide(left, right))
      .map((right): Finding => {
        const values = { other: right.id };
        return {
          code: 'headlines-collide',
          severity: 'informs',
          where: { block: left.id },
          values,
        };
      }),
  );
}

function collide(left: ArticleBlock, right: ArticleBlock): boolean {
  const gap = right.area.column - (left.area.column + left.area.columns);
  if (left.id === right.id || gap < 0 || gap > NEIGHBOUR_CHARS) return false;
  const end = ({ area, headline }: ArticleBlock) => area.line + (headline?.extent ?? 0);
  return left.area.line < end(right) && right.area.line < end(left);
}

/** Blocks of the page's furniture do not hold a page together. */
const FURNITURE: readonly Block['kind'][] = ['folioLine', 'imprint', 'rule'];
/** A cut nearer to the edge than this share of the page parts off a rail or a foot, as is usual. */
const EDGE_SHARE = 0.25;

/** 断版: a gutter down the whole page. 通线: one across it. Either makes two pages of one. */
function splitPage(blocks: readonly Block[]): readonly Finding[] {
  const areas = blocks.filter(({ kind }) => !FURNITURE.includes(kind)).map(({ area }) => area);
  const across = areas.map(({ column, columns }) => ({ from: column, to: column + columns }));
  const down = areas.map(({ line, lines }) => ({ from: line, to: line + lines }));
  return [
    ...cutsOf(across).map((column) => cut('page-split-down', { column: Math.round(column) })),
    ...cutsOf(down).map((line) => cut('page-split-across', { line: Math.round(line) })),
  ];
}

function cut(code: string, values: Finding['values']): Finding {
  return { code, severity: 'informs', where: {}, values };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Places away from the edges that no stretch covers. */
function cutsOf(stretches: readonly Stretch[]): readonly number[] {
  const start = Math.min(...stretches.map(({ from }) => from));
  const end = Math.max(...stretches.map(({ to }) => to));
  const edge = (end - start) * EDGE_SHARE;
  const cuts: number[] = [];
  let reach = start;
  for (const { from, to } of stretches.toSorted((one, other) => one.from - other.from)) {
    if (from >= reach && from > start + edge && from < end - edge) cuts.push(from);
    reach = Math.max(reach, to);
  }
  return cuts;
}

/** Text beside a picture that is too narrow to be set well. */
function narrowRunarounds(block: ArticleBlock): readonly Finding[] {
  const { area, columns, pictures } = block;
  const { count, gutter, mode } = columns;
  // The base columns of the page are the template's; such blocks have no runaround in practice.
  if (mode === 'automatic') return [];
  const spans = innerColumns({ widthChars: area.columns, count, mode, gutter });
  return pictures.flatMap((picture): readonly Finding[] => {
    const widths = spans.flatMap(({ width, x }) => {
      const column = { from: area.column + x, to: area.column + x + width };
      return leftBeside(column, grown(picture.area, picture.gap));
    });
    const characters = Math.min(...widths, Infinity);
    if (characters >= NARROWEST_TEXT_CHARS) return [];
    const values = { characters: Math.floor(characters), limit: NARROWEST_TEXT_CHARS };
    const where = { block: block.id, text: `picture:${picture.picture}` };
    return [{ code: 'runaround-narrow', severity: 'warns', where, values }];
  });
}

function grown({ column, columns }: GridArea, gap: number): Stretch {
  return { from: column - gap, to: column + columns + gap };
}

/** Widths of what a picture leaves of a column that it cuts. */
function leftBeside(column: Stretch, picture: Stretch): readonly number[] {
  if (picture.to <= column.from || picture.from >= column.to) return [];
  const sides = [picture.from - column.from, column.to - picture.to];
  // Half a character is the gap itself, not a place for text.
  return sides.filter((width) => width > 0.5);
}
