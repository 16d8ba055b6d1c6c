import { useEffect, useRef, useState } from 'react';
import { useDesk, useDeskState, usePage, useShownPage } from '#renderer/desk-state/open-desk.ts';
import { zhCn } from '#renderer/strings/zh-cn.ts';
import { paintView } from './paint-view.ts';
import { DESK_EDGE_PX, fittingZoom } from './viewport.ts';

/** The page that shows, on a scrolling desk with one canvas that stays in view. */
export function PageView() {
  const { stock } = useDesk();
  const page = usePage();
  const shown = useShownPage();
  const look = useDeskState((state) => state.look);
  const [arrived, setArrived] = useState(0);
  const deskRef = useRef<HTMLDivElement>(undefined);
  const canvasRef = useRef<HTMLCanvasElement>(undefined);

  useEffect(() => {
    if (shown === undefined) return;
    stock.fetchFor(shown.list).then(() => setArrived((count) => count + 1));
  }, [shown, stock]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the stock grows
  useEffect(() => {
    const desk = deskRef.current;
    const canvas = canvasRef.current;
    if (desk === undefined || canvas === undefined || shown === undefined) return;
    const zoom = fittingZoom(shown.list, desk.clientWidth, desk.clientHeight);
    const view = {
      widthPx: desk.clientWidth,
      heightPx: desk.clientHeight,
      leftPx: desk.scrollLeft,
      topPx: desk.scrollTop,
      zoom,
      density: window.devicePixelRatio,
    };
    canvas.style.width = `${view.widthPx}px`;
    canvas.style.height = `${view.heightPx}px`;
    paintView(canvas, shown.list, stock, view);
  }, [shown, stock, look, arrived]);

  return (
    <div className="page-desk" ref={(desk) => hold(deskRef, desk)}>
      <canvas
        ref={(canvas) => hold(canvasRef, canvas)}
        role="img"
        aria-label={page && zhCn.page(page.number, page.name)}
        aria-busy={arrived === 0}
        style={{ margin: -DESK_EDGE_PX + DESK_EDGE_PX }}
      />
    </div>
  );
}

/** React hands out null when an element goes; the house says undefined. */
function hold<Held>(ref: { current: Held | undefined }, element: unknown): void {
  ref.current = element === null ? undefined : (element as Held);
}
