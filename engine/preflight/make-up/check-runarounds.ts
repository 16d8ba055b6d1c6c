import { innerColumns, NARROWEST_TEXT_CHARS } from '#engine/compose/inner-columns.ts';
import type { ArticleBlock, GridArea } from '#engine/model/issue.ts';
import type { CheckedPage } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';

/** Text beside a picture (串文) that is too narrow to be set well. */
export function checkRunarounds({ page }: CheckedPage): readonly Finding[] {
  return page.blocks.flatMap((block) => (block.kind === 'article' ? narrowRunarounds(block) : []));
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

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
