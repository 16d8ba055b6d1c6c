import { useMemo, useRef, useState } from 'react';
import type { PagePoint } from '#engine/display/hit-text.ts';
import type { Block, Page } from '#engine/model/issue.ts';
import {
  type OpenDesk,
  templateOf,
  useDesk,
  useDeskState,
  useIssue,
  usePage,
  useShownPage,
} from '#renderer/desk-state/open-desk.ts';
import {
  type DragSession,
  type PageSurface,
  useOverlay,
  usePageSurface,
  usePointerTool,
} from '#renderer/page-view/page-surface.ts';
import { makeUpStrings } from '#renderer/strings/make-up-strings.ts';
import { blockNames } from '#renderer/strings/property-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { blockAt } from './block-at.ts';
import { type BlocksUnderWay, dragBlocks } from './drag-blocks.ts';
import { dragThread } from './drag-thread.ts';
import { FitBadges } from './fit-badges.tsx';
import { type Handle, handleAt, handlesOf } from './handles.ts';
import { type PageGeometry, pageGeometry, pointOf } from './page-geometry.ts';
import { paintMakeUp } from './paint-make-up.ts';
import { footOf } from './thread-lines.ts';
import { useBlockKeys } from './use-block-keys.ts';
import './make-up.css';

/** Handles are taken before text, blocks after it. */
const HANDLE_ORDER = 10;
const BLOCK_ORDER = 30;
/** So near to the middle of the overset mark, in CSS pixels, it is taken. */
const PORT_REACH_PX = 9;

const CURSORS: Readonly<Record<Handle, string>> = {
  topLeft: 'nwse-resize',
  bottomRight: 'nwse-resize',
  topRight: 'nesw-resize',
  bottomLeft: 'nesw-resize',
  top: 'ns-resize',
  bottom: 'ns-resize',
  left: 'ew-resize',
  right: 'ew-resize',
};

/** Blocks on the page: choose, move, resize, reshape, thread; badges of how they fit. */
export function MakeUpLayer() {
  const desk = useDesk();
  const surface = usePageSurface();
  const words = useWords(makeUpStrings);
  const names = useWords(blockNames);
  const page = usePage();
  const issue = useIssue();
  const fits = useShownPage()?.fits;
  const look = useDeskState((state) => state.look);
  const selection = useDeskState((state) => state.selection);
  const template = templateOf(desk, page);
  const geometry = useMemo(() => template && pageGeometry(template), [template]);
  const [way, setWay] = useState<BlocksUnderWay>();
  const hovered = useRef<string>(undefined);
  const chosen = chosenBlocks(page, selection);
  const isOurs = desk.openIssue.heldBy === undefined;
  useBlockKeys({ desk, page, chosen, geometry, words });

  const over = (point: PagePoint): Taken | undefined =>
    page && geometry && takenAt({ desk, surface, page, geometry, chosen, point });

  useOverlay({
    name: 'make-up',
    order: HANDLE_ORDER,
    paint: (canvas, view) => {
      if (page === undefined || geometry === undefined || look.isPreview) return;
      const hover = page.blocks.find(({ id }) => id === hovered.current);
      paintMakeUp(canvas, view, { issue, page, geometry, chosen, hover, way, look, fits, words });
    },
  });
  usePointerTool({
    name: 'handles',
    tool: 'select',
    order: HANDLE_ORDER,
    onPointerDown: (event, point) => {
      const taken = event.button === 0 && isOurs ? over(point) : undefined;
      if (taken === undefined || page === undefined || geometry === undefined) return undefined;
      const { block, handle } = taken;
      if (handle === 'port') {
        return dragThread({ desk, geometry, page, block, from: point, onWay: setWay, words });
      }
      if (block.locked) return undefined;
      const isCorner = handle.includes('Left') || handle.includes('Right');
      const isReshaping = isCorner && (event.ctrlKey || event.metaKey);
      const corner = handle as 'topLeft' | 'topRight' | 'bottomLeft' | 'bottomRight';
      const step = isReshaping ? words.steps.reshape : words.steps.resize;
      const what = isReshaping ? { corner } : handle;
      const drag = { desk, surface, geometry, page, from: point, onWay: setWay };
      return dragBlocks({ ...drag, blocks: [block], taken: what, step });
    },
    onHover: (_, point) => {
      const taken = over(point);
      if (taken === undefined) return undefined;
      return taken.handle === 'port' ? 'crosshair' : CURSORS[taken.handle];
    },
  });
  usePointerTool({
    name: 'blocks',
    tool: 'select',
    order: BLOCK_ORDER,
    onPointerDown: (event, point): DragSession | undefined => {
      if (event.button !== 0 || page === undefined || geometry === undefined) return undefined;
      const block = blockAt(geometry, page, point);
      if (block === undefined) {
        desk.state.change({ selection: { kind: 'nothing' } });
        return undefined;
      }
      const blocks = choose(desk, chosen, { block, isAdding: event.shiftKey });
      const free = blocks.filter(({ locked }) => !locked);
      if (free.length === 0 || !isOurs) return undefined;
      const drag = { desk, surface, geometry, page, from: point, onWay: setWay };
      return dragBlocks({ ...drag, blocks: free, taken: 'block', step: words.steps.move });
    },
    onHover: (_, point) => {
      const block = page && geometry && blockAt(geometry, page, point);
      if (hovered.current !== block?.id) {
        hovered.current = block?.id;
        surface.repaintOverlay();
      }
      return undefined;
    },
  });
  const [only] = chosen;
  return (
    <>
      {look.showsFits && !look.isPreview && geometry !== undefined && page !== undefined && (
        <FitBadges page={page} geometry={geometry} />
      )}
      <p className="make-up-said" aria-live="polite">
        {only !== undefined && words.chosen(names[only.kind], only.area.columns, only.area.lines)}
      </p>
    </>
  );
}

type ChosenKind = ReturnType<OpenDesk['state']['read']>['selection'];

function chosenBlocks(page: Page | undefined, selection: ChosenKind): readonly Block[] {
  if (page === undefined || selection.kind !== 'blocks') return [];
  return selection.blocks.flatMap((id) => page.blocks.filter((block) => block.id === id));
}

interface Choice {
  readonly block: Block;
  readonly isAdding: boolean;
}

/** Chooses a block; with Shift it is added or taken out. The pressed one comes first. */
function choose(desk: OpenDesk, chosen: readonly Block[], choice: Choice): readonly Block[] {
  const { block, isAdding } = choice;
  const isChosen = chosen.some(({ id }) => id === block.id);
  const others = chosen.filter(({ id }) => id !== block.id);
  const kept = isAdding && isChosen ? others : isAdding || isChosen ? [block, ...others] : [block];
  desk.state.change({ selection: { kind: 'blocks', blocks: kept.map(({ id }) => id) } });
  return kept;
}

/** A handle of a chosen block, or its overset mark. */
interface Taken {
  readonly block: Block;
  readonly handle: Handle | 'port';
}

interface Place {
  readonly desk: OpenDesk;
  readonly surface: PageSurface;
  readonly page: Page;
  readonly geometry: PageGeometry;
  readonly chosen: readonly Block[];
  readonly point: PagePoint;
}

function takenAt({ desk, surface, page, geometry, chosen, point }: Place): Taken | undefined {
  const { zoom } = surface.viewport.read();
  const fits = desk.composing.page(page.id)?.fits ?? {};
  for (const block of page.blocks) {
    if (block.kind !== 'article' || (fits[block.id]?.oversetLines ?? 0) === 0) continue;
    const port = pointOf(geometry, footOf(block));
    if (Math.hypot(port.x - point.x, port.y - point.y) * zoom < PORT_REACH_PX) {
      return { block, handle: 'port' };
    }
  }
  for (const block of chosen) {
    const handle = handleAt(handlesOf(geometry, block.area, zoom), point, zoom);
    if (handle !== undefined) return { block, handle };
  }
  return undefined;
}
