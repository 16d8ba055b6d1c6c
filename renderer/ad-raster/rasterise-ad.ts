import type { RasterAnswer, RasterOrder } from './raster-messages.ts';

/** The longest that an ad is drawn; a page with a whole-page mesh takes some ten seconds. */
const LONGEST_RASTER_MS = 60_000;

/**
 * Turns a page of an ad into a picture, in a worker that lives for this one ad: whatever its bytes
 * do, the desk goes on, and the worker ends with the answer, with the time, or with `stop`.
 */
export function rasteriseAd(order: RasterOrder, stop: AbortSignal): Promise<RasterAnswer> {
  const worker = new Worker(new URL('./raster-worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve) => {
    const refused = (code: string) => end({ kind: 'refused', code });
    const timer = setTimeout(() => refused('ad-raster-too-slow'), LONGEST_RASTER_MS);
    const end = (answer: RasterAnswer) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(answer);
    };
    stop.addEventListener('abort', () => refused('ad-raster-stopped'));
    worker.onmessage = ({ data }: MessageEvent<Partial<RasterAnswer>>) => {
      // pdf.js says of itself, on the same channel, that it is there.
      if (data.kind === 'raster' || data.kind === 'refused') end(data as RasterAnswer);
    };
    worker.onerror = () => refused('ad-raster-failed');
    worker.postMessage(order);
  });
}
