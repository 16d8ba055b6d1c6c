import { useEffect, useRef } from 'react';
import { PagePicture } from '#renderer/page-view/page-picture.ts';
import { SCREEN_LOOK } from '#renderer/painter/ink.ts';
import type { ComparedPage } from './use-compared-side.ts';

/** A page, and how wide it shows. */
export interface ComparedCanvasProps {
  readonly side: ComparedPage;
  readonly widthPx: number;
  /** What it is, for the screen reader. */
  readonly label: string;
}

/** Wider pictures take more memory than they show. */
const WIDEST_PX = 3400;

/** A page of one side, painted in quiet moments. */
export function ComparedCanvas({ side, widthPx, label }: ComparedCanvasProps) {
  const { list, stock } = side;
  const canvasRef = useRef<HTMLCanvasElement>(undefined);
  useEffect(() => {
    const canvas = canvasRef.current;
    if (canvas === undefined || widthPx === 0) return;
    const picture = new PagePicture(canvas);
    let stockRound = 0;
    const paint = () => {
      const source = { page: side.page.id, list, stock, look: SCREEN_LOOK, stockRound };
      picture.show(source, Math.min(widthPx * window.devicePixelRatio, WIDEST_PX));
      void stock.fetchFor(list)?.then(({ isMore }) => {
        if (!isMore) return;
        stockRound += 1;
        paint();
      });
    };
    paint();
    return () => picture.stop();
  }, [side.page.id, list, stock, widthPx]);
  return (
    <canvas
      className="compared-canvas"
      role="img"
      aria-label={label}
      ref={(element) => {
        canvasRef.current = element ?? undefined;
      }}
    />
  );
}
