import { useEffect, useRef } from 'react';
import { templateOf, useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { SCREEN_LOOK } from '#renderer/painter/ink.ts';
import { PagePicture } from './page-picture.ts';

/** Which page, and how wide its picture is. */
export interface PageThumbnailProps {
  readonly page: string;
  readonly widthPx: number;
}

/** A picture is painted when its page has not changed for so long: typing must not wait for it. */
const QUIET_MS = 600;

/** A small picture of a page, painted when there is time. */
export function PageThumbnail({ page, widthPx }: PageThumbnailProps) {
  const desk = useDesk();
  const { composing, stock } = desk;
  const paper = templateOf(
    desk,
    useIssue().pages.find(({ id }) => id === page),
  )?.paper;
  const canvasRef = useRef<HTMLCanvasElement>(undefined);
  useEffect(() => {
    if (canvasRef.current === undefined) return;
    const picture = new PagePicture(canvasRef.current);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stockRound = 0;
    const paint = () => {
      const list = composing.page(page)?.list;
      if (list === undefined) return;
      const source = { page, list, stock, look: SCREEN_LOOK, stockRound };
      picture.show(source, widthPx * window.devicePixelRatio);
      stock.fetchFor(list)?.then(({ isMore }) => {
        if (!isMore) return;
        stockRound += 1;
        paintSoon();
      });
    };
    const paintSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(paint, QUIET_MS);
    };
    // The first picture does not wait: an empty frame in its place would look like an empty page.
    if (composing.page(page) === undefined) paintSoon();
    else paint();
    const stopListening = composing.subscribe((composed) => {
      if (composed === page && composing.page(page)?.isPreview === false) paintSoon();
    });
    return () => {
      clearTimeout(timer);
      picture.stop();
      stopListening();
    };
  }, [composing, stock, page, widthPx]);
  return (
    <canvas
      className="page-thumbnail"
      style={{ width: widthPx, aspectRatio: paper && `${paper.widthMm} / ${paper.heightMm}` }}
      aria-hidden
      ref={(element) => {
        canvasRef.current = element ?? undefined;
      }}
    />
  );
}
