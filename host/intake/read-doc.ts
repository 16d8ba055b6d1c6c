import WordExtractor from 'word-extractor';
import type { RawPart } from '#engine/intake/raw-matter.ts';
import { DraftTrouble } from './draft-trouble.ts';
import { PartList, plainParagraph } from './gathered.ts';

/**
 * Words of a .doc file (Word 97 to 2003, WPS): the body with its tables, then text boxes and notes.
 * A soft return ends a paragraph here, as the extractor does not tell the two apart; type and
 * pictures are not in what it gives.
 */
export async function readDoc(bytes: Uint8Array): Promise<readonly RawPart[]> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isLocked(file)) throw new DraftTrouble('draft-locked');
  const words = await extract(file);
  return words.flatMap(partsOf);
}

/** Otherwise the extractor turns Chinese quotes into those of typewriters. */
const AS_WRITTEN = { filterUnicode: false } as const;

async function extract(file: Buffer): Promise<readonly string[]> {
  try {
    const word = await new WordExtractor().extract(file);
    const boxes = word.getTextboxes({ ...AS_WRITTEN, includeHeadersAndFooters: false });
    const notes = [word.getFootnotes(AS_WRITTEN), word.getEndnotes(AS_WRITTEN)];
    return [word.getBody(AS_WRITTEN), boxes, ...notes];
  } catch {
    throw new DraftTrouble('draft-damaged');
  }
}

/** [MS-DOC] 2.5.2, FibBase: wIdent 0xA5EC, and fEncrypted at bit 8 of the flags at byte 10. */
function isLocked(file: Buffer): boolean {
  // The stream begins at a sector; compound files have sectors of 512 bytes or 4096.
  for (let at = 512; at + 12 <= file.length; at += 512) {
    if (file.readUInt16LE(at) === 0xa5ec) return (file.readUInt16LE(at + 10) & 0x0100) !== 0;
  }
  return false;
}

/** Rows of a table end with the mark of their last cell; a line with a tab in it does not. */
function partsOf(text: string): readonly RawPart[] {
  const lines = text.split(/\r\n?|\n/u);
  while (lines.at(-1)?.trim() === '') lines.pop();
  const list = new PartList();
  for (const line of lines) {
    const cells = line.replace(/\t$/u, '').split('\t');
    if (line.endsWith('\t') && cells.length > 1) list.row(cells.map((cell) => cell.trim()));
    else if (line !== '' || list.parts.length > 0) list.push(plainParagraph(line));
  }
  return list.parts;
}
