import type { PagePoint } from '#engine/display/hit-text.ts';
import type { Block, Page } from '#engine/model/issue.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import type { DragSession } from '#renderer/page-view/page-surface.ts';
import { blockAt } from './block-at.ts';
import { continueThread } from './continue-thread.ts';
import type { BlocksUnderWay } from './drag-blocks.ts';
import { areaBetween, type PageGeometry } from './page-geometry.ts';

/** A story that is drawn on from its overset mark. */
export interface ThreadDrag {
  readonly desk: OpenDesk;
  readonly geometry: PageGeometry;
  readonly page: Page;
  readonly block: Block;
  readonly from: PagePoint;
  readonly onWay: (way: BlocksUnderWay | undefined) => void;
  readonly words: { readonly steps: { readonly thread: string } };
}

/** A column of so many characters and lines when the mark is let go without a drawn area. */
const USUAL_COLUMNS = 18;
const USUAL_LINES = 12;

/**
 * Lets a story go on (续排): dropped on an empty article block it goes on there, on free page in a
 * new block, whose corner is where the pointer is let go.
 */
export function dragThread(drag: ThreadDrag): DragSession {
  const { desk, geometry, page, block } = drag;
  const target = (point: PagePoint) => {
    const hit = blockAt(geometry, page, point);
    if (hit !== undefined && hit.id !== block.id) return { block: hit.id };
    const far = {
      x: point.x + USUAL_COLUMNS * geometry.cellPt,
      y: point.y + USUAL_LINES * geometry.leadingPt,
    };
    const area = areaBetween(geometry, point, far);
    return area && { page: page.id, area };
  };
  return {
    onMove(_, point) {
      const to = target(point);
      const shown =
        to !== undefined && 'area' in to ? [{ ...block, area: to.area, cutouts: [] }] : [];
      drag.onWay({ blocks: shown, guides: [] });
    },
    onUp(_, point) {
      drag.onWay(undefined);
      const to = target(point);
      const placed = to && continueThread(desk.openIssue.issue(), block.id, to);
      if (placed === undefined) return;
      if (!desk.openIssue.edit(drag.words.steps.thread, placed.edit).ok) return;
      desk.state.change({ selection: { kind: 'blocks', blocks: [placed.block] } });
    },
    onCancel: () => drag.onWay(undefined),
  };
}
