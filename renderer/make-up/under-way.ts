import type { PagePoint } from '#engine/display/hit-text.ts';
import type { Block, GridArea } from '#engine/model/issue.ts';
import { createStore, type Store } from '#renderer/desk-state/store.ts';
import type { SnapGuide } from './snap-area.ts';

/** What is being dragged over the page, for drawing. Nothing of it is in the issue yet. */
export interface UnderWay {
  /** Blocks where they would come to lie; undefined while nothing is dragged. */
  readonly blocks: readonly Block[] | undefined;
  /** Areas without a block: a picture in its block, a block to be drawn. */
  readonly areas: readonly GridArea[];
  readonly guides: readonly SnapGuide[];
  /** The area whose place and size are told beside the pointer. */
  readonly told: GridArea | undefined;
  /** From the overset mark to the pointer. */
  readonly thread: { readonly from: PagePoint; readonly to: PagePoint } | undefined;
  /** The selection box. */
  readonly box: GridArea | undefined;
  readonly isCopy: boolean;
}

/** Nothing is dragged. */
export const AT_REST: UnderWay = {
  blocks: undefined,
  areas: [],
  guides: [],
  told: undefined,
  thread: undefined,
  box: undefined,
  isCopy: false,
};

/** What is drawn over the page beside what is chosen. */
export interface Hovering {
  readonly underWay: UnderWay;
  /** Id of the block under the pointer. */
  readonly hovered: string | undefined;
}

/** The state of one page view's make-up layer. */
export type HoverStore = Store<Hovering>;

/** Nothing under the pointer, nothing dragged. */
export function createHoverStore(): HoverStore {
  return createStore<Hovering>({ underWay: AT_REST, hovered: undefined });
}
