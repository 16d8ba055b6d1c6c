import { sharedArea } from '#engine/model/grid-areas.ts';
import type { Block, GridArea } from '#engine/model/issue.ts';
import type { CheckedPage } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';

/** Blocks that lie on one another: both are printed there, text over text. */
export function checkOverlappingBlocks({ page }: CheckedPage): readonly Finding[] {
  const solid = page.blocks.filter(isSolid);
  return solid.flatMap((block, place) =>
    solid
      .slice(place + 1)
      .filter((other) => sharesCells(block, other))
      .map(({ id }): Finding => {
        const where = { block: block.id };
        return { code: 'blocks-overlap', severity: 'warns', where, values: { other: id } };
      }),
  );
}

/** A rule is meant to lie where others end; of an ad over other matter, its own check tells. */
function isSolid(block: Block): boolean {
  return block.kind !== 'rule' && !(block.kind === 'picture' && block.ad !== undefined);
}

/** Cells are whole or half; less than this is rounding. */
const LEAST_CELL = 0.26;

function sharesCells(one: Block, other: Block): boolean {
  const shared = sharedArea(one.area, other.area);
  if (shared === undefined) return false;
  const cut = [...one.cutouts, ...other.cutouts].flatMap((area) => sharedArea(area, shared) ?? []);
  return sizeOf(shared) - cut.reduce((sum, area) => sum + sizeOf(area), 0) > LEAST_CELL;
}

function sizeOf({ columns, lines }: GridArea): number {
  return columns * lines;
}
