import { PDFDocument } from 'pdf-lib';

/**
 * Joins files of one page each into one file, for people to print: it is no PDF/X any more. Equal
 * files give equal bytes.
 */
export async function joinPages(files: readonly Uint8Array[], title: string): Promise<Uint8Array> {
  const joined = await PDFDocument.create({ updateMetadata: false });
  joined.setTitle(title);
  for (const bytes of files) {
    const file = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const page of await joined.copyPages(file, file.getPageIndices())) joined.addPage(page);
  }
  return joined.save({ updateFieldAppearances: false });
}
