import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import {
  attachment,
  CAPTION,
  HEADLINE,
  letter,
  mailOf,
  oldWordFile,
  photograph,
  STORY,
  usualWordFile,
  wordFile,
  wordParagraph,
  zipOf,
} from './draft-files.ts';

/** A file that is handed to intake, and what it must answer where that is certain. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Code of the refusal or of a note; `read` for files that must be read all the same. */
  readonly answer?: string;
}

/** Numbers that look thrown and are the same in every run (xorshift). */
export function thrower(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** A good draft of every kind. */
export async function goodFiles(): Promise<readonly HostileFile[]> {
  const text = `${HEADLINE}\r\n\r\n　　${STORY}\r\n${CAPTION}\r\n`;
  const docx = await usualWordFile();
  const picture = sharp({ create: { width: 90, height: 60, channels: 3, background: '#506070' } });
  const exif = { IFD0: { ImageDescription: CAPTION, Artist: 'Li Canhui' } };
  const html = `<html><body><h1>${HEADLINE}</h1><p>${STORY}</p><table><tr><td>甲<td>乙</table>
    <img src="data:image/jpeg;base64,${(await photograph()).toString('base64')}"></body></html>`;
  const files: readonly (readonly [string, Uint8Array])[] = [
    ['稿.docx', docx],
    ['稿.doc', oldWordFile(`${HEADLINE}\r${STORY}\r`)],
    ['稿.txt', Buffer.from(text)],
    ['十六位.txt', Buffer.from(text, 'utf16le')],
    ['稿.md', Buffer.from(`# ${HEADLINE}\n\n**${STORY}**\n\n- ${CAPTION}\n`)],
    ['稿.html', Buffer.from(html)],
    ['稿.eml', mailOf([letter(STORY), attachment('稿.docx', docx)])],
    ['稿.zip', zipOf({ '稿.docx': docx, '1.jpg': await photograph(), '稿.txt': text })],
    ...OFFICE_FILES.map((name) => [name, readFileSync(`tests/fixtures/drafts/${name}`)] as const),
    ['图.jpg', await picture.clone().jpeg().withExif(exif).toBuffer()],
    ['图.png', await picture.clone().png().toBuffer()],
    ['图.tif', await picture.clone().tiff().toBuffer()],
  ];
  return files.map(([name, bytes]) => ({ name, bytes, answer: 'read' }));
}

/** As LibreOffice writes them. */
const OFFICE_FILES = ['draft.odt', 'draft.rtf', 'partners.xlsx', 'partners.ods'];

const CUTS = 9;
const FLIPS = 14;

/** Each good file torn off at nine places, and with bits turned over in fourteen ways. */
export function spoiled(good: readonly HostileFile[]): readonly HostileFile[] {
  return good.flatMap(({ name, bytes }, at) => {
    const cuts = Array.from({ length: CUTS }, (_, cut) => ({
      name: `torn-${cut}-${name}`,
      bytes: bytes.subarray(0, Math.floor((bytes.length * (cut + 1)) / (CUTS + 1))),
    }));
    const flips = Array.from({ length: FLIPS }, (_, flip) => ({
      name: `turned-${flip}-${name}`,
      bytes: turned(bytes, at * 100 + flip, 1 + flip * flip),
    }));
    return [...cuts, ...flips];
  });
}

function turned(bytes: Uint8Array, seed: number, count: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const throwDice = thrower(seed + 1);
  for (let turn = 0; turn < count; turn += 1) {
    const at = throwDice(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << throwDice(8));
  }
  return copy;
}

/** Word files whose archive is whole and whose text inside is torn or turned over. */
export function spoiledWithin(): readonly HostileFile[] {
  const body = Array.from({ length: 12 }, (_, at) =>
    wordParagraph(`${STORY}${at}`, '<w:jc w:val="center"/>', '<w:b/>'),
  ).join('');
  const document = Buffer.from(`<w:document><w:body>${body}</w:body></w:document>`);
  return Array.from({ length: 30 }, (_, at) => {
    const cut = document.subarray(0, Math.floor((document.length * at) / 30));
    const inner = at % 2 === 0 ? cut : turned(document, at, at * 4);
    const bytes = wordFile('', { 'word/document.xml': inner });
    return { name: `within-${at}.docx`, bytes, answer: 'read' };
  });
}
