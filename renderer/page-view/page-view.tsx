import { useEffect, useRef } from 'react';
import type { DisplayList } from '#engine/display/display-list.ts';
import type { PaintStock } from '#renderer/painter/surface.ts';
import { paintView } from './paint-view.ts';
import { DESK_EDGE_PX } from './viewport.ts';

/** What the page view shows. */
export interface PageViewProps {
  readonly list: DisplayList;
  readonly stock: PaintStock;
  /** Counts up when more of the stock has arrived, so that the page is painted again. */
  readonly stockRound: number;
  /** Fonts or pictures are still on their way. */
  readonly isArriving: boolean;
  /** CSS pixels for one point. */
  readonly zoom: number;
  /** Said to a screen reader instead of the picture. */
  readonly label: string;
}

/** A page on the desk, read-only: a scrolling desk with one canvas that stays in view. */
export function PageView(props: PageViewProps) {
  const { list, stock, stockRound, isArriving, zoom, label } = props;
  const deskRef = useRef<HTMLDivElement>(undefined);
  const canvasRef = useRef<HTMLCanvasElement>(undefined);

  // The stock is one growing value; its round tells that it has grown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const desk = deskRef.current;
    const canvas = canvasRef.current;
    if (desk === undefined || canvas === undefined) return;
    return keepPainted(desk, () => paintCanvas({ desk, canvas }, list, stock, zoom));
  }, [list, stock, stockRound, zoom]);

  const extent = {
    width: list.widthPt * zoom + 2 * DESK_EDGE_PX,
    height: list.heightPt * zoom + 2 * DESK_EDGE_PX,
  };
  return (
    <div className="page-desk" ref={(desk) => hold(deskRef, desk)}>
      <canvas
        ref={(canvas) => hold(canvasRef, canvas)}
        role="img"
        aria-label={label}
        aria-busy={isArriving}
      />
      <div className="page-extent" style={extent} />
    </div>
  );
}

/** React hands out null when an element goes; the house says undefined. */
function hold<Held>(ref: { current: Held | undefined }, element: unknown): void {
  ref.current = element === null ? undefined : (element as Held);
}

interface Stage {
  readonly desk: HTMLElement;
  readonly canvas: HTMLCanvasElement;
}

function paintCanvas({ desk, canvas }: Stage, list: DisplayList, stock: PaintStock, zoom: number) {
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
  const begun = performance.now();
  paintView(canvas, list, stock, view);
  canvas.dataset.paintMs = (performance.now() - begun).toFixed(1);
}

/** Paints now, and once a frame when the desk is scrolled or resized; answers how to stop. */
function keepPainted(desk: HTMLElement, paint: () => void): () => void {
  let frame = 0;
  const paintSoon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(paint);
  };
  const observer = new ResizeObserver(paintSoon);
  observer.observe(desk);
  desk.addEventListener('scroll', paintSoon, { passive: true });
  paint();
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
    desk.removeEventListener('scroll', paintSoon);
  };
}
