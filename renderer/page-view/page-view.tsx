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
  const words = useWords(pageViewStrings);
  const page = usePage();
  const stage = useMemo(() => new PageStage(), []);
  const root = useRef<HTMLDivElement>(undefined);
  const canvas = useRef<HTMLCanvasElement>(undefined);
  const overlay = useRef<HTMLCanvasElement>(undefined);
  const name = page && words.pageName(page.number, page.name);

  useLook(stage);
  useEffect(() => {
    if (!root.current || !canvas.current || !overlay.current) return;
    const elements = { root: root.current, canvas: canvas.current, overlay: overlay.current };
    return stage.attach(elements);
  }, [stage]);
  useShowing(stage);

  return (
    <PageSurfaceContext value={stage}>
      <main className="page-view" aria-label={words.page}>
        <div
          className="page-root"
          role="application"
          aria-label={name}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: an application has keys of its own
          tabIndex={0}
          ref={(element) => hold(root, element)}
        >
          <canvas
            className="page-canvas"
            role="img"
            aria-label={name}
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

/** Past React: between a keystroke and its painting there is nothing but the composition. */
function useShowing(stage: PageStage): void {
  const { stock, composing } = useDesk();
  const pageId = useDeskState((desk) => desk.page);
  const [stockRound, setStockRound] = useState(0);
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
}

/** Tool and zoom of the desk; zooms by hand are told to it. */
function useLook(stage: PageStage): void {
  const { state } = useDesk();
  const look = useDeskState((desk) => desk.look);
  const tool = useDeskState((desk) => desk.tool);
  useEffect(() => {
    stage.onZoom = (zoom, fit) => state.change((desk) => ({ look: { ...desk.look, fit, zoom } }));
  }, [stage, state]);
  useEffect(() => {
    stage.tool = tool;
  }, [stage, tool]);
  useEffect(() => {
    stage.fit = look.fit;
    if (look.fit !== undefined) stage.refit();
    else if (look.zoom !== stage.viewport.read().zoom) stage.zoomTo(look.zoom);
  }, [stage, look.fit, look.zoom]);
}

/** React hands out null when an element goes; the house says undefined. */
function hold<Held>(ref: { current: Held | undefined }, element: unknown): void {
  ref.current = element === null ? undefined : (element as Held);
}
