import type { AdCell, AdGrid } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';

/** What was found on a grid: by cell, and on the grid as a whole. */
export interface GridFindings {
  readonly whole: readonly Finding[];
  readonly byCell: ReadonlyMap<number, readonly Finding[]>;
}

/** Sorts what was found on the block of a grid to its cells. */
export function findingsOfGrid(grid: AdGrid, found: readonly Finding[]): GridFindings {
  const byCell = Map.groupBy(found, (finding) => cellOf(grid, finding) ?? -1);
  const whole = byCell.get(-1) ?? [];
  byCell.delete(-1);
  return { whole, byCell };
}

/** Texts are named `adGrid:ID/cell:3/number`, the pictures of cells `picture:ID`. */
function cellOf(grid: AdGrid, { where }: Finding): number | undefined {
  const [owner, part] = where.text?.split('/') ?? [];
  if (owner === `adGrid:${grid.id}`) {
    const cell = Number(part?.replace('cell:', '') ?? 'none');
    return Number.isInteger(cell) ? cell : undefined;
  }
  const cell = grid.cells.findIndex((content) => owner === `picture:${pictureOf(content)}`);
  return cell < 0 ? undefined : cell;
}

function pictureOf(content: AdCell): string | undefined {
  if (content.kind === 'partner') return content.logo;
  return content.kind === 'picture' ? content.picture : undefined;
}
