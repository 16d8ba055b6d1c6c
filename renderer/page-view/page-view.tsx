import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useDesk, useDeskState, usePage } from '#renderer/desk-state/open-desk.ts';
import { pageViewStrings } from '#renderer/strings/page-view-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { PageOverlays } from './page-overlays.tsx';
import { PageStage } from './page-stage.ts';
import { PageSurfaceContext } from './page-surface.ts';
import { PlatesPanel } from './plates-panel.tsx';
import { showPage } from './show-page.ts';
import { usePressLook } from './use-press-look.ts';
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
          <PlatesPanel />
        </div>
      </main>
    </PageSurfaceContext>
  );
}

/** Past React: between a keystroke and its painting there is nothing but the composition. */
function useShowing(stage: PageStage): void {
  const desk = useDesk();
  const page = useDeskState((state) => state.page);
  const look = usePressLook();
  useEffect(() => showPage({ stage, desk, page, look }), [stage, desk, page, look]);
}

/** Tool and zoom of the desk; zooms by hand are told to it. */
function useLook(stage: PageStage): void {
  const { state } = useDesk();
  const { fit, zoom } = useDeskState((desk) => desk.look);
  const tool = useDeskState((desk) => desk.tool);
  useEffect(() => {
    stage.onZoom = (zoomedTo, fitted) =>
      state.change((desk) => ({ look: { ...desk.look, fit: fitted, zoom: zoomedTo } }));
  }, [stage, state]);
  useEffect(() => {
    stage.tool = tool;
  }, [stage, tool]);
  useEffect(() => stage.look(fit, zoom), [stage, fit, zoom]);
}

/** React hands out null when an element goes; the house says undefined. */
function hold<Held>(ref: { current: Held | undefined }, element: unknown): void {
  ref.current = element === null ? undefined : (element as Held);
}
