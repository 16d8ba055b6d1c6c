import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';

/*
 * Files as correspondents send them, made here byte by byte, so that tests can spoil them at any
 * place. Words are from the sample page.
 */

export const HEADLINE = '湘潭经开区： 学史力行，把满意写进群众心里';
export const STORY = '本报讯(通讯员 王墨)质胜于华，行胜于言，党史学习教育不仅在于知，更在于行。';
export const CAPTION = '湘潭经开区召开安全生产会议（李灿晖 摄）';

/** A small photograph. */
export function photograph(background = '#4060a0'): Promise<Buffer> {
  return sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

/** An archive of files; text becomes UTF-8. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(files);
  return zipSync(
    Object.fromEntries(
      entries.map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );
}

/** A paragraph of a Word file. */
export function wordParagraph(text: string, properties = '', runProperties = ''): string {
  const run = `<w:r><w:rPr>${runProperties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  return `<w:p><w:pPr>${properties}</w:pPr>${run}</w:p>`;
}

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** A Word file with this body; further parts by name. */
export function wordFile(
  body: string,
  parts: Readonly<Record<string, string | Uint8Array>> = {},
): Uint8Array {
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels':
      '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/>' +
      '</Relationships>',
    'word/document.xml':
      `<?xml version="1.0"?><w:document ${NAMESPACES}>` + `<w:body>${body}</w:body></w:document>`,
    ...parts,
  });
}

/** The relationships of a Word file, from id to target. */
export function relationships(targets: Readonly<Record<string, string>>): string {
  const lines = Object.entries(targets).map(
    ([id, target]) => `<Relationship Id="${id}" Type="x/image" Target="${target}"/>`,
  );
  return `<Relationships>${lines.join('')}</Relationships>`;
}

/** A usual draft in Word: headline, story, a photograph with its caption. */
export async function usualWordFile(): Promise<Uint8Array> {
  const body =
    wordParagraph(HEADLINE, '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="44"/>') +
    wordParagraph(STORY) +
    '<w:p><w:r><w:drawing><a:blip r:embed="rId1"/></w:drawing></w:r></w:p>' +
    wordParagraph(CAPTION);
  return wordFile(body, {
    'word/_rels/document.xml.rels': relationships({ rId1: 'media/image1.jpeg' }),
    'word/media/image1.jpeg': await photograph(),
  });
}

const SECTOR = 512;
const END_OF_CHAIN = 0xfffffffe;
const NO_SECTOR = 0xffffffff;

/** A compound file ([MS-CFB]) of streams; each is filled up to 4096 bytes and whole sectors. */
export function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const whole = Object.entries(streams).map(([name, content]) => {
    const length = Math.max(8, Math.ceil(content.length / SECTOR)) * SECTOR;
    return { name, content: Buffer.concat([content], length) };
  });
  const fat = Buffer.alloc(SECTOR, 0xff);
  fat.writeUInt32LE(0xfffffffd, 0);
  fat.writeUInt32LE(END_OF_CHAIN, 4);
  const directory = Buffer.alloc(SECTOR);
  writeEntry(directory, 0, { name: 'Root Entry', type: 5, child: 1, start: END_OF_CHAIN });
  let sector = 2;
  for (const [at, { name, content }] of whole.entries()) {
    const right = at + 1 < whole.length ? at + 2 : NO_SECTOR;
    const entry = { name, type: 2, right, start: sector, size: content.length };
    writeEntry(directory, at + 1, entry);
    const last = sector + content.length / SECTOR - 1;
    for (; sector < last; sector += 1) fat.writeUInt32LE(sector + 1, sector * 4);
    fat.writeUInt32LE(END_OF_CHAIN, sector * 4);
    sector += 1;
  }
  const contents = whole.map(({ content }) => content);
  return Buffer.concat([compoundHeader(), fat, directory, ...contents]);
}

function compoundHeader(): Buffer {
  const header = Buffer.alloc(SECTOR);
  header.write('d0cf11e0a1b11ae1', 'hex');
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(END_OF_CHAIN, 60);
  header.writeUInt32LE(END_OF_CHAIN, 68);
  header.fill(0xff, 76);
  header.writeUInt32LE(0, 76);
  return header;
}

interface DirectoryEntry {
  readonly name: string;
  readonly type: number;
  readonly child?: number;
  readonly right?: number;
  readonly start: number;
  readonly size?: number;
}

function writeEntry(directory: Buffer, at: number, entry: DirectoryEntry): void {
  const { name, type, child = NO_SECTOR, right = NO_SECTOR, start, size = 0 } = entry;
  const from = at * 128;
  directory.write(name, from, 'utf16le');
  directory.writeUInt16LE((name.length + 1) * 2, from + 64);
  directory.writeUInt8(type, from + 66);
  directory.writeUInt8(1, from + 67);
  directory.writeUInt32LE(NO_SECTOR, from + 68);
  directory.writeUInt32LE(right, from + 72);
  directory.writeUInt32LE(child, from + 76);
  directory.writeUInt32LE(start, from + 116);
  directory.writeUInt32LE(size, from + 120);
}

/** A .doc file of plain paragraphs ([MS-DOC]): one piece of UTF-16 behind the FIB. */
export function oldWordFile(
  text: string,
  { isLocked = false }: { readonly isLocked?: boolean } = {},
): Buffer {
  const words = Buffer.from(text, 'utf16le');
  const start = 2048;
  const stream = Buffer.concat([Buffer.alloc(start), words]);
  stream.writeUInt16LE(0xa5ec, 0);
  stream.writeUInt16LE(0xc1, 2);
  stream.writeUInt16LE(0x0200 | (isLocked ? 0x0100 : 0), 10);
  stream.writeUInt32LE(start, 0x18);
  stream.writeUInt32LE(text.length, 0x4c);
  const pieces = Buffer.alloc(5 + 16);
  pieces.writeUInt8(2, 0);
  pieces.writeUInt32LE(16, 1);
  pieces.writeUInt32LE(text.length, 9);
  pieces.writeUInt32LE(start, 15);
  stream.writeUInt32LE(0, 0x1a2);
  stream.writeUInt32LE(pieces.length, 0x1a6);
  return compoundFile({ WordDocument: stream, '1Table': pieces });
}

/** A mail with these parts in it, each with its own headers. */
export function mailOf(parts: readonly string[], subject = HEADLINE): Buffer {
  const word = `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`;
  const head = [
    'From: =?gb2312?B?zfXEqw==?= <wangmo@example.com>',
    `Subject: ${word}`,
    'Date: Fri, 18 Jun 2021 09:30:00 +0800',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="grenze"',
    '',
  ];
  const body = parts.map((part) => `--grenze\r\n${part}\r\n`).join('');
  return Buffer.from(`${head.join('\r\n')}\r\n${body}--grenze--\r\n`);
}

/** A part of a mail that is a file. */
export function attachment(name: string, bytes: Uint8Array, headers = ''): string {
  const content = Buffer.from(bytes)
    .toString('base64')
    .replaceAll(/(.{76})/gu, '$1\r\n');
  const encoded = `=?utf-8?B?${Buffer.from(name).toString('base64')}?=`;
  return [
    `Content-Type: application/octet-stream; name="${encoded}"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="${encoded}"${headers}`,
    '',
    content,
  ].join('\r\n');
}

/** A part of a mail that is text. */
export function letter(text: string, kind = 'plain', headers = ''): string {
  return `Content-Type: text/${kind}; charset=utf-8${headers}\r\n\r\n${text}`;
}
