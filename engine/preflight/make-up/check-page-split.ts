import type { Block } from '#engine/model/issue.ts';
import { type CheckedPage, told } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';

/** Blocks of the page's furniture do not hold a page together. */
const FURNITURE: readonly Block['kind'][] = ['folioLine', 'imprint', 'rule'];
/** A cut nearer to the edge than this share of the page parts off a rail or a foot, as is usual. */
const EDGE_SHARE = 0.25;

/**
 * 断版: a gutter down the whole page. 通线: a gap across it between blocks that stand side by side.
 * Either makes two pages of one. Under or over a block as wide as the page (通栏) a gap is natural.
 */
export function checkPageSplit({ page }: CheckedPage): readonly Finding[] {
  const solid = page.blocks.filter(({ kind }) => !FURNITURE.includes(kind));
  const areas = solid.map(({ area }) => area);
  const across = areas.map(({ column, columns }) => ({ from: column, to: column + columns }));
  const down = areas.map(({ line, lines }) => ({ from: line, to: line + lines }));
  const width =
    Math.max(...across.map(({ to }) => to)) - Math.min(...across.map(({ from }) => from));
  const wide = areas.filter(({ columns }) => columns >= width - 1);
  const lines = cutsOf(down).filter(({ end, start }) => {
    return !wide.some(({ line, lines: own }) => line === start || line + own === end);
  });
  return [
    ...cutsOf(across).map(({ start }) => {
      return told('page-split-down', 'informs', { column: Math.round(start) });
    }),
    ...lines.map(({ start }) => told('page-split-across', 'informs', { line: Math.round(start) })),
  ];
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A bare strip through the page: where what is before it ends, and what is behind it starts. */
interface Cut {
  readonly end: number;
  readonly start: number;
}

/** Strips away from the edges that no stretch covers. */
function cutsOf(stretches: readonly Stretch[]): readonly Cut[] {
  const first = Math.min(...stretches.map(({ from }) => from));
  const last = Math.max(...stretches.map(({ to }) => to));
  const edge = (last - first) * EDGE_SHARE;
  const cuts: Cut[] = [];
  let reach = first;
  for (const { from, to } of stretches.toSorted((one, other) => one.from - other.from)) {
    const isInside = from > first + edge && from < last - edge;
    if (from >= reach && isInside) cuts.push({ end: reach, start: from });
    reach = Math.max(reach, to);
  }
  return cuts;
}
