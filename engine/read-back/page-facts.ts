import type { FinishedPage, StatedBoxes } from './finished-page.ts';
import type { PdfStream } from './pdf-values.ts';
import type { PictureFacts } from './read-picture.ts';

/** What a finished page consists of, as a report tells it. */
export interface PageFacts {
  readonly boxes: StatedBoxes;
  /** Names of the fonts that set type, in the order of their first use. */
  readonly fonts: readonly string[];
  readonly pictures: readonly PrintedPictureFacts[];
}

/** A picture as it is printed. */
export interface PrintedPictureFacts {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Lower of the two resolutions. */
  readonly ppi: number;
}

/** Gathers what the page consists of. */
export function pageFacts(
  { boxes, content }: FinishedPage,
  picture: (stream: PdfStream) => PictureFacts,
): PageFacts {
  const names = content.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.font.name] : []));
  const pictures = content.marks.flatMap((mark) => {
    if (mark.kind !== 'picture') return [];
    const { heightPx, widthPx } = picture(mark.stream);
    const [a, b, c, d] = mark.matrix;
    const across = (widthPx * 72) / Math.hypot(a, b);
    const ppi = Math.floor(Math.min(across, (heightPx * 72) / Math.hypot(c, d)));
    return [{ widthPx, heightPx, ppi }];
  });
  return { boxes, fonts: [...new Set(names)], pictures };
}
