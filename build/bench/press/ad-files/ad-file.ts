import { createPdfFile, latinBytes, reference } from '#engine/press/pdf-file.ts';

/** What an ad file is made of; all that is left out is plain. */
export interface AdFile {
  /** Streams of page content. */
  readonly contents?: readonly string[];
  /** Entries of the resource dictionary. */
  readonly resources?: string;
  /** Further entries of the page, such as `/Rotate 90`. */
  readonly page?: string;
  readonly mediaBox?: string;
  /** Objects beside those of the page, numbered from 10: text, or a stream with its entries. */
  readonly objects?: readonly AdObject[];
  /** Further entries of the catalog. */
  readonly catalog?: string;
  /** Pages in all; each shows the same. */
  readonly pages?: number;
}

/** An object of the file. */
export type AdObject = string | { readonly entries: string; readonly bytes: Uint8Array | string };

/** Number of the first of `objects`. */
const FIRST_OBJECT = 10;

/** A blue corner, a magenta bar and a black line: which way is up can be told. */
export const MARK = [
  '1 0 0 0 k 10 10 40 30 re f',
  '0 1 0 0 k 150 20 20 60 re f',
  '0 0 0 1 K 3 w 20 90 m 180 95 l S',
].join('\n');

/** Writes an ad of 200 × 100 points. */
export function adFile(ad: AdFile = {}): Uint8Array {
  const { contents = [MARK], objects = [], pages = 1 } = ad;
  const file = createPdfFile('1.4');
  const numbers = Array.from({ length: FIRST_OBJECT - 1 }, () => file.reserve());
  const [catalog = 1, tree = 2, info = 3, ...spare] = numbers;
  objects.forEach((object) => {
    if (typeof object === 'string') file.add(object);
    else {
      const bytes = typeof object.bytes === 'string' ? latinBytes(object.bytes) : object.bytes;
      file.addStream(object.entries, bytes);
    }
  });
  const streams = contents.map((content) => reference(file.addStream('', latinBytes(content))));
  const kids = Array.from({ length: pages }, () =>
    file.add(
      `<</Type/Page/Parent ${reference(tree)}/MediaBox${ad.mediaBox ?? '[0 0 200 100]'}` +
        `/Resources<<${ad.resources ?? ''}>>/Contents[${streams.join(' ')}]${ad.page ?? ''}>>`,
    ),
  );
  file.add(`<</Type/Pages/Count ${pages}/Kids[${kids.map(reference).join(' ')}]>>`, tree);
  file.add(`<</Type/Catalog/Pages ${reference(tree)}${ad.catalog ?? ''}>>`, catalog);
  file.add('<</Producer(test)>>', info);
  for (const number of spare) file.add('null', number);
  return file.finish({ root: catalog, info, id: ['0123456789abcdef', '0123456789abcdef'] });
}
