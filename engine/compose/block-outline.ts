import type { BlockFrame, GridArea } from '#engine/model/issue.ts';
import type { PageGrid } from './page-grid.ts';

/** A point in a block, in points from its upper left corner. */
export interface Corner {
  readonly x: number;
  readonly y: number;
}

/** Corners of one closed line, clockwise around the block and counter-clockwise around a hole. */
export type OutlineLoop = readonly Corner[];

/**
 * The outline of a block without its cutouts: rectangle, L, U, or any other shape of cells. The
 * inside always lies to the right of the direction of travel.
 */
export function blockOutline(grid: PageGrid, frame: BlockFrame): readonly OutlineLoop[] {
  const cells = cellsOf(frame);
  const edges = new Map(
    boundaryEdges(cells).map((edge) => [`${edge.from.x},${edge.from.y},${edge.turn}`, edge]),
  );
  const loops: OutlineLoop[] = [];
  for (let edge = firstOf(edges); edge !== undefined; edge = firstOf(edges)) {
    loops.push(walkLoop(edges, edge).map((point) => onPage(grid, frame, cells, point)));
  }
  return loops;
}

/** Moves the outline inwards on all sides. */
export function insetLoop(loop: OutlineLoop, insetPt: number): OutlineLoop {
  if (insetPt === 0) return loop;
  return loop.map((corner, index) => {
    const before = loop[(index + loop.length - 1) % loop.length] ?? corner;
    const after = loop[(index + 1) % loop.length] ?? corner;
    const arriving = inwardNormal(before, corner);
    const leaving = inwardNormal(corner, after);
    return {
      x: corner.x + insetPt * (arriving.x + leaving.x),
      y: corner.y + insetPt * (arriving.y + leaving.y),
    };
  });
}

/** With y downwards the inside lies to the right of the direction of travel. */
function inwardNormal(from: Corner, to: Corner): Corner {
  return { x: -Math.sign(to.y - from.y), y: Math.sign(to.x - from.x) };
}

/** The block cut along all edges of its cutouts; `isInside(i, j)` tells what is left of it. */
interface Cells {
  readonly columns: readonly number[];
  readonly lines: readonly number[];
  readonly isInside: (column: number, line: number) => boolean;
}

function cellsOf({ area, cutouts }: BlockFrame): Cells {
  const columns = cutsBetween(sidesOf(area), cutouts.flatMap(sidesOf));
  const lines = cutsBetween(endsOf(area), cutouts.flatMap(endsOf));
  const isInside = (column: number, line: number) => {
    const left = columns[column];
    const right = columns[column + 1];
    const top = lines[line];
    const bottom = lines[line + 1];
    if (left === undefined || right === undefined) return false;
    if (top === undefined || bottom === undefined) return false;
    return !cutouts.some((cut) => covers(cut, (left + right) / 2, (top + bottom) / 2));
  };
  return { columns, lines, isInside };
}

type Span = readonly [from: number, to: number];

function sidesOf(area: GridArea): Span {
  return [area.column, area.column + area.columns];
}

function endsOf(area: GridArea): Span {
  return [area.line, area.line + area.lines];
}

function cutsBetween([from, to]: Span, cuts: readonly number[]): readonly number[] {
  const inside = cuts.filter((cut) => cut > from && cut < to);
  return [...new Set([from, ...inside, to])].sort((a, b) => a - b);
}

function covers(area: GridArea, column: number, line: number): boolean {
  const isAcross = column > area.column && column < area.column + area.columns;
  return isAcross && line > area.line && line < area.line + area.lines;
}

/** Directions clockwise: 0 right, 1 down, 2 left, 3 up. */
type Turn = 0 | 1 | 2 | 3;

/** One side of a cell, in numbers of cuts. */
interface Edge {
  readonly from: Corner;
  readonly to: Corner;
  readonly turn: Turn;
}

function boundaryEdges({ columns, lines, isInside }: Cells): readonly Edge[] {
  const edges: Edge[] = [];
  for (let y = 0; y + 1 < lines.length; y++) {
    for (let x = 0; x + 1 < columns.length; x++) {
      if (!isInside(x, y)) continue;
      const [a, b] = [
        { x, y },
        { x: x + 1, y },
      ];
      const [d, c] = [
        { x, y: y + 1 },
        { x: x + 1, y: y + 1 },
      ];
      if (!isInside(x, y - 1)) edges.push({ from: a, to: b, turn: 0 });
      if (!isInside(x + 1, y)) edges.push({ from: b, to: c, turn: 1 });
      if (!isInside(x, y + 1)) edges.push({ from: c, to: d, turn: 2 });
      if (!isInside(x - 1, y)) edges.push({ from: d, to: a, turn: 3 });
    }
  }
  return edges;
}

type EdgeMap = Map<string, Edge>;

function firstOf(edges: EdgeMap): Edge | undefined {
  for (const edge of edges.values()) return edge;
  return undefined;
}

/** Follows the edges back to the first one and takes them off the map; corners only. */
function walkLoop(edges: EdgeMap, first: Edge): readonly Corner[] {
  const corners: Corner[] = [];
  let edge: Edge | undefined = first;
  let turn: Turn | undefined;
  while (edge !== undefined) {
    edges.delete(`${edge.from.x},${edge.from.y},${edge.turn}`);
    if (edge.turn !== turn) corners.push(edge.from);
    turn = edge.turn;
    edge = nextEdge(edges, edge);
  }
  return corners.length > 0 && turn === first.turn ? corners.slice(1) : corners;
}

/** Where two cells touch at a corner only, turning right keeps their outlines apart. */
function nextEdge(edges: EdgeMap, { to, turn }: Edge): Edge | undefined {
  for (const step of [1, 0, 3]) {
    const next = edges.get(`${to.x},${to.y},${(turn + step) % 4}`);
    if (next !== undefined) return next;
  }
  return undefined;
}

function onPage(grid: PageGrid, frame: BlockFrame, cells: Cells, point: Corner): Corner {
  const column = cells.columns[point.x] ?? 0;
  const line = cells.lines[point.y] ?? 0;
  return {
    x: (column - frame.area.column) * grid.cellPt,
    y: (line - frame.area.line) * grid.leadingPt,
  };
}
