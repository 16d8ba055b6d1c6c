import type { PagePoint } from '#engine/display/hit-text.ts';
import type { AdGridBlock, ArticleBlock, Block, Page } from '#engine/model/issue.ts';
import type { GridShape } from '#engine/model/merged-cells.ts';
import type { Selection } from '#renderer/desk-state/desk-state.ts';
import { cellOfGridAt } from './ad-cell-area.ts';
import { blocksAt } from './block-at.ts';
import { cornerCutout } from './block-shape.ts';
import { chosenBlocks } from './choose-blocks.ts';
import type { CornerHandle, Handle } from './handles.ts';
import { handleAt, handlesOf, MOVED_EDGES } from './handles.ts';
import { insetOf } from './inset-pictures.ts';
import { type BlockFits, oversetPorts, portAt } from './overset-port.ts';
import { type GridPlace, type PageGeometry, placeAt, pointOf } from './page-geometry.ts';

/** What the pointer takes when it is pressed. */
export type PressTarget =
  | { readonly kind: 'port'; readonly block: ArticleBlock }
  | { readonly kind: 'handle'; readonly block: Block; readonly handle: Handle }
  /** The inner corner of a cutout. */
  | { readonly kind: 'notch'; readonly block: Block; readonly corner: CornerHandle }
  | {
      readonly kind: 'inset handle';
      readonly block: ArticleBlock;
      readonly picture: string;
      readonly handle: Handle;
    }
  | { readonly kind: 'inset'; readonly block: ArticleBlock; readonly picture: string }
  | { readonly kind: 'ad cell'; readonly block: AdGridBlock; readonly cell: number }
  | { readonly kind: 'block'; readonly block: Block };

/** What a press is judged by. */
export interface Pressed {
  readonly geometry: PageGeometry;
  readonly page: Page;
  readonly point: PagePoint;
  readonly zoom: number;
  readonly selection: Selection;
  readonly fits: BlockFits;
  /** Rows, columns and merged cells of the ad grid of a block. */
  readonly gridOf: (block: AdGridBlock) => GridShape;
}

/** Marks and handles of what is chosen before blocks; what lies in a block before the block. */
export function pressTarget(pressed: Pressed): PressTarget | undefined {
  return markAt(pressed) ?? handleOfChosen(pressed) ?? insideAt(pressed);
}

function markAt({ geometry, page, point, zoom, fits }: Pressed): PressTarget | undefined {
  const block = portAt(oversetPorts(geometry, page, { fits, zoom }), point, zoom);
  return block && { kind: 'port', block };
}

function handleOfChosen(pressed: Pressed): PressTarget | undefined {
  const { geometry, page, point, zoom, selection } = pressed;
  if (selection.kind === 'inset picture') {
    const block = page.blocks.find(({ id }) => id === selection.block);
    const inset = insetOf(block, selection.picture);
    const handle = inset && handleAt(handlesOf(geometry, inset.area, zoom), point, zoom);
    if (block?.kind !== 'article' || handle === undefined) return undefined;
    return { kind: 'inset handle', block, picture: selection.picture, handle };
  }
  const chosen = chosenBlocks(page, selection);
  const [block] = chosen;
  if (block === undefined || chosen.length > 1) return undefined;
  const corner = notchAt(pressed, block);
  if (corner !== undefined) return { kind: 'notch', block, corner };
  const handle = handleAt(handlesOf(geometry, block.area, zoom), point, zoom);
  return handle && { kind: 'handle', block, handle };
}

const CORNERS: readonly CornerHandle[] = ['topLeft', 'topRight', 'bottomRight', 'bottomLeft'];

/** So near, in CSS pixels, the inner corner of a cutout is taken. */
const NOTCH_REACH_PX = 8;

/** The cut corners of a block with their inner corners. */
export function notchesOf(
  block: Block,
): readonly { readonly corner: CornerHandle; readonly at: GridPlace }[] {
  return CORNERS.flatMap((corner) => {
    const cutout = cornerCutout(block, corner);
    if (cutout === undefined) return [];
    const { across, down } = MOVED_EDGES[corner];
    const column = across < 0 ? cutout.column + cutout.columns : cutout.column;
    const line = down < 0 ? cutout.line + cutout.lines : cutout.line;
    return [{ corner, at: { column, line } }];
  });
}

function notchAt({ geometry, point, zoom }: Pressed, block: Block): CornerHandle | undefined {
  return notchesOf(block).find(({ at }) => {
    const { x, y } = pointOf(geometry, at);
    return Math.max(Math.abs(x - point.x), Math.abs(y - point.y)) * zoom <= NOTCH_REACH_PX;
  })?.corner;
}

function insideAt(pressed: Pressed): PressTarget | undefined {
  const { geometry, page, point } = pressed;
  const [block] = blocksAt(geometry, page, point);
  if (block === undefined) return undefined;
  const { column, line } = placeAt(geometry, point);
  if (block.kind === 'article') {
    const inset = block.pictures.findLast(({ area }) => {
      const isAcross = column >= area.column && column < area.column + area.columns;
      return isAcross && line >= area.line && line < area.line + area.lines;
    });
    if (inset !== undefined) return { kind: 'inset', block, picture: inset.picture };
  }
  if (block.kind === 'adGrid') {
    const cell = cellOfGridAt(pressed.gridOf(block), block.area, { column, line });
    return { kind: 'ad cell', block, cell };
  }
  return { kind: 'block', block };
}

/** The block under a point that lies below the chosen one; the topmost when none does. */
export function blockBelow(
  geometry: PageGeometry,
  page: Page,
  { point, chosen }: { readonly point: PagePoint; readonly chosen: string | undefined },
): Block | undefined {
  const stack = blocksAt(geometry, page, point);
  const at = stack.findIndex(({ id }) => id === chosen);
  return stack[(at + 1) % Math.max(1, stack.length)];
}
