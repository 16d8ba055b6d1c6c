import { useEffect, useRef } from 'react';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { SCREEN_LOOK } from '#renderer/painter/ink.ts';
import { paintPage } from '#renderer/painter/paint-page.ts';

/** Which page, and how wide its picture is. */
export interface PageThumbnailProps {
  readonly page: string;
  readonly widthPx: number;
}

/** A picture is painted when its page has not changed for so long: typing must not wait for it. */
const QUIET_MS = 600;

/** A small picture of a page, painted when there is time. */
export function PageThumbnail({ page, widthPx }: PageThumbnailProps) {
  const { composing, stock } = useDesk();
  const canvasRef = useRef<HTMLCanvasElement>(undefined);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const paint = async () => {
      const list = composing.page(page)?.list;
      const canvas = canvasRef.current;
      if (list === undefined || canvas === undefined) return;
      await stock.fetchFor(list);
      const density = window.devicePixelRatio;
      const scale = (widthPx * density) / list.widthPt;
      canvas.width = Math.round(list.widthPt * scale);
      canvas.height = Math.round(list.heightPt * scale);
      const surface = canvas.getContext('2d');
      if (!surface) return;
      surface.setTransform(scale, 0, 0, scale, 0, 0);
      const visible = { x: 0, y: 0, width: list.widthPt, height: list.heightPt };
      paintPage(surface, { list, stock, look: SCREEN_LOOK, visible });
    };
    const paintSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void paint(), QUIET_MS);
    };
    void paint();
    const stopListening = composing.subscribe((composed) => {
      if (composed === page) paintSoon();
    });
    return () => {
      clearTimeout(timer);
      stopListening();
    };
  }, [composing, stock, page, widthPx]);
  return (
    <canvas
      className="page-thumbnail"
      style={{ width: widthPx }}
      aria-hidden
      ref={(element) => {
        canvasRef.current = element ?? undefined;
      }}
    />
  );
}
