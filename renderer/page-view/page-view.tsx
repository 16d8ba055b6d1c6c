import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useDesk, useDeskState, usePage } from '#renderer/desk-state/open-desk.ts';
import { SCREEN_LOOK } from '#renderer/painter/ink.ts';
import { pageViewStrings } from '#renderer/strings/page-view-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { PageOverlays } from './page-overlays.tsx';
import { PageStage } from './page-stage.ts';
import { PageSurfaceContext } from './page-surface.ts';
import './page-view.css';

/** The page that shows. What lies over it (carets, handles, badges) is handed in as children. */
export function PageView({ children }: { readonly children?: ReactNode }) {
  const { stock, state, composing } = useDesk();
  const words = useWords(pageViewStrings);
  const page = usePage();
  const pageId = useDeskState((desk) => desk.page);
  const look = useDeskState((desk) => desk.look);
  const tool = useDeskState((desk) => desk.tool);
  const stage = useMemo(() => new PageStage(), []);
  const [stockRound, setStockRound] = useState(0);
  const root = useRef<HTMLDivElement>(undefined);
  const canvas = useRef<HTMLCanvasElement>(undefined);
  const overlay = useRef<HTMLCanvasElement>(undefined);

  useEffect(() => {
    if (!root.current || !canvas.current || !overlay.current) return;
    stage.onZoom = (zoom, fit) => state.change((desk) => ({ look: { ...desk.look, fit, zoom } }));
    return stage.attach({
      root: root.current,
      canvas: canvas.current,
      overlay: overlay.current,
    });
  }, [stage, state]);
  useEffect(() => {
    stage.tool = tool;
  }, [stage, tool]);
  // Past React: between a keystroke and its painting there is nothing but the composition.
  useEffect(() => {
    let isWanted = true;
    const show = () => {
      const shown = composing.page(pageId);
      if (shown === undefined) return;
      stage.show({ page: pageId, shown, stock, stockRound, look: SCREEN_LOOK });
      stock.fetchFor(shown.list).then(({ arrived }) => {
        if (isWanted && arrived > 0) setStockRound((round) => round + 1);
      });
    };
    show();
    const stopListening = composing.subscribe((composed) => {
      if (composed === pageId) show();
    });
    return () => {
      isWanted = false;
      stopListening();
    };
  }, [stage, composing, pageId, stock, stockRound]);
  useEffect(() => {
    stage.fit = look.fit;
    if (look.fit !== undefined) stage.refit();
    else if (look.zoom !== stage.viewport.read().zoom) stage.zoomTo(look.zoom);
  }, [stage, look.fit, look.zoom]);

  return (
    <PageSurfaceContext value={stage}>
      <main className="page-view" aria-label={words.page}>
        <div
          className="page-root"
          role="application"
          aria-label={page && words.pageName(page.number, page.name)}
          tabIndex={-1}
          ref={(element) => hold(root, element)}
        >
          <canvas
            className="page-canvas"
            role="img"
            aria-label={page && words.pageName(page.number, page.name)}
            aria-busy="true"
            ref={(element) => hold(canvas, element)}
          />
          <canvas className="page-overlay" aria-hidden ref={(element) => hold(overlay, element)} />
        </div>
        <div className="page-layer">
          <PageOverlays />
          {children}
        </div>
      </main>
    </PageSurfaceContext>
  );
}

/** React hands out null when an element goes; the house says undefined. */
function hold<Held>(ref: { current: Held | undefined }, element: unknown): void {
  ref.current = element === null ? undefined : (element as Held);
}
