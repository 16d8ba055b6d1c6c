import type { Block, GridArea } from '#engine/model/issue.ts';
import type { CheckedPage } from '#engine/preflight/checked-page.ts';
import { UNEVEN_MOST_LINES } from '#engine/preflight/finding-limits.ts';
import type { Finding } from '#engine/units/finding.ts';

/** Blocks closer than this, in characters, are neighbours. */
const NEIGHBOUR_CHARS = 5;

/**
 * Neighbours that end a line or two apart (底不齐) over the same block or the foot of the page. Where
 * the steps are larger, or each has another block below it, the page is stepped on purpose (咬合).
 */
export function checkBlockEnds({ page, template }: CheckedPage): readonly Finding[] {
  const solid = page.blocks.filter(isSolid);
  const below = (area: GridArea) => lineBelow(area, solid, template.body.lines);
  return solid.flatMap((left) =>
    solid.filter(isBeside(left)).flatMap((right): readonly Finding[] => {
      const apart = Math.abs(footOf(left.area) - footOf(right.area));
      if (apart === 0 || apart > UNEVEN_MOST_LINES) return [];
      if (below(left.area) !== below(right.area)) return [];
      const isLeftShort = footOf(left.area) < footOf(right.area);
      const [short, long] = isLeftShort ? [left, right] : [right, left];
      const values = { lines: apart, other: long.id };
      const where = { block: short.id };
      return [{ code: 'block-ends-uneven', severity: 'informs', where, values }];
    }),
  );
}

function isSolid({ kind, cutouts }: Block): boolean {
  return kind !== 'rule' && kind !== 'folioLine' && kind !== 'imprint' && cutouts.length === 0;
}

/** Blocks at the right of one, with which it shares lines. */
function isBeside({ area }: Block): (other: Block) => boolean {
  return ({ area: other }) => {
    const gap = other.column - (area.column + area.columns);
    if (gap < 0 || gap > NEIGHBOUR_CHARS) return false;
    return other.line < footOf(area) && area.line < footOf(other);
  };
}

/** Where the next thing under an area begins. */
function lineBelow(area: GridArea, blocks: readonly Block[], foot: number): number {
  const under = blocks.filter(({ area: { column, columns, line } }) => {
    const isUnder = column < area.column + area.columns && area.column < column + columns;
    return isUnder && line >= footOf(area);
  });
  return Math.min(foot, ...under.map((block) => block.area.line));
}

function footOf({ line, lines }: GridArea): number {
  return line + lines;
}
