import type { BlockFit } from '#engine/compose/composed.ts';
import { isEmptyAdCell } from '#engine/model/ad-cells.ts';
import { fillerInForce } from '#engine/model/filler-in-force.ts';
import type { Block, GridArea, Issue, Page, PictureBlock } from '#engine/model/issue.ts';
import { cellInCharge } from '#engine/model/merged-cells.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import { freeAreas, LEAST_HOLE_LINES } from './free-areas.ts';

/** A hole on a page that a filler may close. */
export type Hole = SlotHole | CellHole | FootHole | AreaHole;

/** An ad slot whose ad has not come. */
export interface SlotHole {
  readonly kind: 'slot';
  readonly block: string;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Name of its size. */
  readonly size: string;
}

/** A cell of the partner grid that says nothing. */
export interface CellHole {
  readonly kind: 'cell';
  readonly block: string;
  readonly adGrid: string;
  /** Place in the grid, from 0. */
  readonly cell: number;
}

/** What an article or group leaves free at its foot. */
export interface FootHole {
  readonly kind: 'foot';
  readonly block: string;
  /** Free body lines, summed over the columns. */
  readonly lines: number;
}

/** Cells of the page on which no block stands. */
export interface AreaHole {
  readonly kind: 'area';
  readonly area: GridArea;
}

/** A page and what is known of it when its holes are looked for. */
export interface HolesRequest {
  readonly issue: Issue;
  readonly page: Page;
  readonly template: PageTemplate;
  /** As composed, by block. */
  readonly fits: Readonly<Record<string, BlockFit>>;
}

/** The holes of a page: empty slots and cells, feet of short articles, free areas. */
export function pageHoles(request: HolesRequest): readonly Hole[] {
  const { issue, page, template, fits } = request;
  const inBlocks = page.blocks.flatMap((block): readonly Hole[] => {
    if (block.kind === 'picture') return slotHole(issue, block);
    if (block.kind === 'adGrid') return cellHoles(issue, block);
    return footHole(issue, block, fits[block.id]);
  });
  const areas = freeAreas(page, template).map((area): Hole => ({ kind: 'area', area }));
  return [...inBlocks, ...areas];
}

/** Names a hole, as long as it stays where it is. */
export function holeKey(hole: Hole): string {
  switch (hole.kind) {
    case 'slot':
    case 'foot':
      return `${hole.kind}:${hole.block}`;
    case 'cell':
      return `cell:${hole.block}/${hole.cell}`;
    case 'area':
      return `area:${hole.area.column}/${hole.area.line}`;
  }
}

function slotHole(issue: Issue, block: PictureBlock): readonly Hole[] {
  const { ad, id, picture } = block;
  const shown = issue.pictures[picture];
  if (ad === undefined || shown?.asset !== undefined) return [];
  if (fillerInForce(block, shown) !== undefined) return [];
  const { heightMm, size, widthMm } = ad;
  return [{ kind: 'slot', block: id, widthMm, heightMm, size }];
}

function cellHoles(issue: Issue, block: Block & { readonly kind: 'adGrid' }): readonly Hole[] {
  const grid = issue.adGrids[block.adGrid];
  if (grid === undefined) return [];
  return grid.cells.flatMap((content, cell): readonly Hole[] => {
    const isShown = cellInCharge(grid, cell) === cell;
    if (!isShown || !isEmptyAdCell(content)) return [];
    return [{ kind: 'cell', block: block.id, adGrid: grid.id, cell }];
  });
}

function footHole(issue: Issue, block: Block, fit: BlockFit | undefined): readonly Hole[] {
  const isText = block.kind === 'article' || block.kind === 'group';
  if (!isText || block.locked || fit === undefined) return [];
  if (block.kind === 'article' && (block.filler !== undefined || runsOn(issue, block))) return [];
  const { freeLines: lines, setLines } = fit;
  // Without a line of text a block is an empty one that waits for its article.
  const isHole = setLines > 0 && lines >= Math.max(LEAST_HOLE_LINES, block.columns.count);
  return isHole ? [{ kind: 'foot', block: block.id, lines }] : [];
}

/** True when the story goes on in another block: that one has the hole. */
function runsOn(issue: Issue, block: Block & { readonly kind: 'article' }): boolean {
  return issue.pages.some(({ blocks }) =>
    blocks.some((other) => {
      return other.kind === 'article' && other.article === block.article && other.part > block.part;
    }),
  );
}
