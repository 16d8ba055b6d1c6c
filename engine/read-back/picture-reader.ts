import type { FinishedPage } from './finished-page.ts';
import type { PdfStream } from './pdf-values.ts';
import { type PictureFacts, readPicture } from './read-picture.ts';

/** Each picture is decoded once, however often it is looked at. */
export function pictureReader({ document }: FinishedPage): (stream: PdfStream) => PictureFacts {
  const known = new Map<PdfStream, PictureFacts>();
  return (stream) => {
    const facts = known.get(stream) ?? readPicture(document, stream);
    known.set(stream, facts);
    return facts;
  };
}
