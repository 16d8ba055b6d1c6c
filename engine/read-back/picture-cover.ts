import { type PdfStream, UnreadablePdf } from './pdf-values.ts';
import type { PictureFacts } from './read-picture.ts';
import type { InkSetting } from './sheet.ts';
import { unpackStream } from './unpack-stream.ts';

/** Where a picture shows: a stencil, or a mask in greys. */
export interface PictureCover {
  readonly widthPx: number;
  readonly heightPx: number;
  /** How far it shows at a place of the unit square, 0 to 1. */
  at(u: number, v: number): number;
}

/** Reads a picture as what it lets through; undefined where it cannot be told. */
export function readCover(
  { document }: Pick<InkSetting, 'document'>,
  stream: PdfStream,
  facts: PictureFacts,
): PictureCover | undefined {
  const { bits, heightPx, inks, isMask, isTurned, widthPx } = facts;
  const cover = (dot: (x: number, y: number) => number): PictureCover => {
    const last = { x: widthPx - 1, y: heightPx - 1 };
    const at = (u: number, v: number) =>
      dot(
        Math.min(last.x, Math.floor(u * widthPx)),
        Math.min(last.y, Math.floor((1 - v) * heightPx)),
      );
    return { widthPx, heightPx, at };
  };
  // Light lets through: black is nought.
  if (!isMask && inks !== undefined) {
    return cover((x, y) => 1 - (inks[(y * widthPx + x) * 4 + 3] ?? 0) / 255);
  }
  if (!isMask || bits !== 1) return undefined;
  try {
    const dots = unpackStream(document, stream);
    const rowBytes = Math.ceil(widthPx / 8);
    if (dots.length < rowBytes * heightPx) return undefined;
    const painted = isTurned ? 1 : 0;
    return cover((x, y) => {
      const byte = dots[y * rowBytes + (x >> 3)] ?? 0;
      return ((byte >> (7 - (x & 7))) & 1) === painted ? 1 : 0;
    });
  } catch (trouble) {
    if (!(trouble instanceof UnreadablePdf)) throw trouble;
    return undefined;
  }
}
