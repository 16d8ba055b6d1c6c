import { type AdPlacement, adPages, placementOf } from '#engine/placed-ads/ad-pages.ts';
import { openAd } from '#engine/placed-ads/open-ad.ts';
import { greysOnBlack } from './greys-on-black.ts';
import { drawPage, faultOfPage, openPdfPage } from './pdf-drawing.ts';
import type { AdRaster, RasterAnswer, RasterOrder } from './raster-messages.ts';

// Draws one ad with pdf.js and ends: see rasterise-ad.ts.
const scope = self as unknown as {
  postMessage(answer: RasterAnswer, moved?: Transferable[]): void;
};

self.addEventListener('message', ({ data }: MessageEvent<RasterOrder>) => {
  if (!(data.bytes instanceof Uint8Array)) return;
  void answerTo(data).then((answer) => {
    scope.postMessage(answer, answer.kind === 'raster' ? [answer.raster.bytes.buffer] : []);
  });
});

async function answerTo(order: RasterOrder): Promise<RasterAnswer> {
  try {
    const { document } = await openAd(order.bytes);
    const found = adPages(document)[order.page - 1];
    if (found === undefined) return { kind: 'refused', code: 'ad-without-page' };
    const placement = placementOf(document, found);
    const page = await openPdfPage(order.bytes, order.page);
    const fault = await faultOfPage(page);
    if (fault !== undefined) return { kind: 'refused', code: fault };
    const look = lookOf(placement, order.slotPt);
    if (look === undefined) return { kind: 'refused', code: 'ad-raster-too-large' };
    const canvas = newSheet(look);
    await drawPage(page, canvas, look.toPixels);
    return { kind: 'raster', raster: await finished(canvas, look.ppi) };
  } catch {
    return { kind: 'refused', code: 'ad-raster-failed' };
  }
}

/** What newsprint holds of line work (R0033 asks for more, which only vectors give). */
const RASTER_PPI = 300;
/** A whole page at that resolution; more would take a gigabyte while it is drawn. */
const MOST_PIXELS = 40_000_000;
const FEWEST_PPI = 150;

interface RasterLook {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Pixels to the inch of the printed size. */
  readonly ppi: number;
  readonly toPixels: DOMMatrix;
}

function lookOf(
  { heightPt, matrix, widthPt }: AdPlacement,
  slotPt: RasterOrder['slotPt'],
): RasterLook | undefined {
  const printed =
    slotPt === undefined ? 1 : Math.min(slotPt.width / widthPt, slotPt.height / heightPt);
  const most = Math.sqrt(MOST_PIXELS / (widthPt * heightPt)) / (printed / 72);
  const ppi = Math.floor(Math.min(RASTER_PPI, most));
  if (ppi < FEWEST_PPI) return undefined;
  const scale = (ppi / 72) * printed;
  const widthPx = Math.max(1, Math.round(widthPt * scale));
  const heightPx = Math.max(1, Math.round(heightPt * scale));
  const stretch = [widthPx / widthPt, heightPx / heightPt] as const;
  const toPixels = new DOMMatrix([stretch[0], 0, 0, -stretch[1], 0, heightPx]);
  return { widthPx, heightPx, ppi, toPixels: toPixels.multiply(new DOMMatrix([...matrix])) };
}

/** White paper: what lets it through is printed on it. */
function newSheet({ heightPx, widthPx }: RasterLook): OffscreenCanvas {
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  const surface = surfaceOf(canvas);
  surface.fillStyle = '#fff';
  surface.fillRect(0, 0, widthPx, heightPx);
  return canvas;
}

function surfaceOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const surface = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (surface === null) throw new Error('a canvas without a surface');
  return surface;
}

async function finished(canvas: OffscreenCanvas, ppi: number): Promise<AdRaster> {
  const surface = surfaceOf(canvas);
  const image = surface.getImageData(0, 0, canvas.width, canvas.height);
  greysOnBlack(image);
  surface.putImageData(image, 0, 0);
  const png = await canvas.convertToBlob({ type: 'image/png' });
  return { bytes: new Uint8Array(await png.arrayBuffer()), ppi };
}
