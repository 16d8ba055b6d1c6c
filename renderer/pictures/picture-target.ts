import type { PagePoint } from '#engine/display/hit-text.ts';
import type { AdGrid, AdGridBlock, Block, GridArea, Picture } from '#engine/model/issue.ts';
import { areaOfCell, cellOfGridAt } from '#renderer/make-up/ad-cell-area.ts';
import { blockAt, blocksAt } from '#renderer/make-up/block-at.ts';
import { insetArea } from '#renderer/make-up/drop-matter.ts';
import { freeAreaAt } from '#renderer/make-up/free-area.ts';
import type { MakeUpPlace } from '#renderer/make-up/make-up-place.ts';
import { type GridPlace, placeAt } from '#renderer/make-up/page-geometry.ts';
import { wantedForPicture } from '#renderer/make-up/wanted-size.ts';
import type { PlacedPicture } from './cropping.ts';

/** A picture that stands on the page, with its place. */
export interface PictureSlot extends PlacedPicture {
  readonly area: GridArea;
  /** Lines at the foot of the area that hold its words. */
  readonly captionLines: number;
}

/** True for a point on the words of a slot. */
export function isOnCaption(
  { geometry }: MakeUpPlace,
  { area, captionLines }: PictureSlot,
  point: PagePoint,
): boolean {
  return placeAt(geometry, point).line >= area.line + area.lines - captionLines;
}

/** Where a photograph goes that is let go on the page; `area` is where it would show. */
export type PhotographTarget =
  /** It fills an open slot, or takes the place of what the slot shows. */
  | ({ readonly kind: 'slot'; readonly area: GridArea } & PlacedPicture)
  | {
      readonly kind: 'cell';
      readonly block: AdGridBlock;
      readonly cell: number;
      readonly area: GridArea;
    }
  /** The story runs around it. */
  | { readonly kind: 'story'; readonly block: string; readonly area: GridArea }
  | { readonly kind: 'page'; readonly page: string; readonly area: GridArea };

/** The topmost picture block, inset picture or picture cell under a point that may be changed. */
export function slotAt(
  { issue, page, geometry }: MakeUpPlace,
  point: PagePoint,
): PictureSlot | undefined {
  const place = placeAt(geometry, point);
  const [block] = blocksAt(geometry, page, point);
  if (block === undefined || block.locked) return undefined;
  const { id, area } = block;
  if (block.kind === 'picture') {
    const selection = { kind: 'blocks', blocks: [id] } as const;
    const { captionLines } = block;
    return { picture: block.picture, block: id, area, captionLines, selection };
  }
  if (block.kind === 'article') {
    const inset = block.pictures.findLast((one) => holdsPlace(one.area, place));
    if (inset === undefined) return undefined;
    const { picture, captionLines } = inset;
    const selection = { kind: 'inset picture', block: id, picture } as const;
    return { picture, block: id, area: inset.area, captionLines, selection };
  }
  return block.kind === 'adGrid'
    ? pictureCell(issue.adGrids[block.adGrid], block, place)
    : undefined;
}

function pictureCell(
  grid: AdGrid | undefined,
  block: AdGridBlock,
  place: GridPlace,
): PictureSlot | undefined {
  const found = cellAt(grid, block, place);
  const content = found && grid?.cells[found.cell];
  if (found === undefined || content?.kind !== 'picture') return undefined;
  const { cell, area } = found;
  const selection = { kind: 'ad cell', block: block.id, cell } as const;
  return { picture: content.picture, block: block.id, area, captionLines: 0, selection };
}

/**
 * What becomes of a photograph that is let go over a point: over a picture it takes its place,
 * over a cell it is its logo or fills it, over a story it is set into it, and over free page it
 * stands by itself. Undefined where nothing can be done with it.
 */
export function targetAt(
  place: MakeUpPlace,
  photograph: Picture,
  point: PagePoint,
): PhotographTarget | undefined {
  const slot = slotAt(place, point);
  if (slot !== undefined) return { kind: 'slot', ...slot };
  const { geometry, page, template } = place;
  const at = placeAt(geometry, point);
  const over = blockAt(geometry, page, point);
  if (over !== undefined) return onBlock(place, photograph, { over, at });
  const wanted = wantedForPicture(template, photograph);
  const area = freeAreaAt(geometry, page, { at, wanted });
  return area && { kind: 'page', page: page.id, area };
}

interface OverBlock {
  readonly over: Block;
  readonly at: GridPlace;
}

function onBlock(
  { issue }: MakeUpPlace,
  photograph: Picture,
  { over, at }: OverBlock,
): PhotographTarget | undefined {
  if (over.locked) return undefined;
  if (over.kind === 'article') {
    return { kind: 'story', block: over.id, area: insetArea(over, photograph, at) };
  }
  if (over.kind !== 'adGrid') return undefined;
  const grid = issue.adGrids[over.adGrid];
  const found = cellAt(grid, over, at);
  const isTitle = found && grid?.cells[found.cell]?.kind === 'title';
  // The title of the grid is no place for a photograph that slipped.
  return found && !isTitle ? { kind: 'cell', block: over, ...found } : undefined;
}

function cellAt(
  grid: AdGrid | undefined,
  { area }: AdGridBlock,
  at: GridPlace,
): { readonly cell: number; readonly area: GridArea } | undefined {
  if (grid === undefined) return undefined;
  const cell = cellOfGridAt(grid, area, at);
  return { cell, area: areaOfCell(grid, area, cell) };
}

function holdsPlace(area: GridArea, place: GridPlace): boolean {
  const [across, down] = [place.column - area.column, place.line - area.line];
  return across >= 0 && down >= 0 && across < area.columns && down < area.lines;
}
