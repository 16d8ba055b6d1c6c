import type { Failure } from '#host/contract.ts';
import { type Allowance, createAllowance, MOST_NESTING } from './allowance.ts';
import type { DecodedBytes } from './decode-bytes.ts';
import { DraftTrouble } from './draft-trouble.ts';
import { formatOf } from './format-of.ts';
import { type FilePart, joined, NO_ENVELOPE, type Reading, readingOf } from './gathered.ts';
import { createPictureBox, type PictureBox, SMALL_PICTURE } from './picture-box.ts';
import { readDoc } from './read-doc.ts';
import { isDocx, otherOfficeKind, readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import { readMail } from './read-mail.ts';
import { readMarkdown } from './read-markdown.ts';
import { isOdf, readOdf } from './read-odf.ts';
import { readPlainText } from './read-plain-text.ts';
import { readRtf } from './read-rtf.ts';
import { isSlip, readSlip, withSlip } from './read-sending.ts';
import { isXlsx, readXlsx } from './read-xlsx.ts';
import { readZipEntries, type ZipEntry } from './zip-entries.ts';

/** A file as it came. */
export interface IncomingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was read of a draft, or why nothing was. */
export type DraftReading =
  | { readonly ok: true; readonly reading: Reading }
  | { readonly ok: false; readonly failure: Failure };

/**
 * Reads a draft of any kind, by what it holds. Untidy drafts are read as far as they go; only what
 * is dangerous, locked or no text at all is refused. Runs in a process of its own: see
 * intake-rooms.ts.
 */
export async function readDraft(file: IncomingFile): Promise<DraftReading> {
  const allowance = createAllowance();
  try {
    const desk = { allowance, box: createPictureBox(allowance), depth: 0 };
    return { ok: true, reading: readingOf(await readFile(file, desk)) };
  } catch (trouble) {
    if (!(trouble instanceof DraftTrouble)) throw trouble;
    const { code, values } = trouble.failure;
    return { ok: false, failure: { code, values: { name: file.name, ...values } } };
  }
}

interface ReadingDesk {
  readonly allowance: Allowance;
  readonly box: PictureBox;
  /** How many archives and mails are around the file. */
  readonly depth: number;
}

async function readFile({ name, bytes }: IncomingFile, desk: ReadingDesk): Promise<FilePart> {
  const format = formatOf(name, bytes);
  switch (format.kind) {
    case 'empty':
      throw new DraftTrouble('draft-empty', { name });
    case 'refused':
      throw new DraftTrouble(format.code, { name });
    case 'picture':
      return readPicture({ name, bytes }, desk);
    case 'doc':
      return withParts(await readDoc(bytes));
    case 'rtf':
      return readRtf(bytes, desk.box);
    case 'zip':
      return readZip({ name, bytes }, desk);
    case 'mail':
      return readWholeMail({ name, bytes }, desk);
    case 'html':
      return withLostLetters(name, format.decoded, await readHtml(format.decoded.text, desk));
    case 'markdown': {
      const { parts, notes } = readMarkdown(format.decoded.text);
      return withLostLetters(name, format.decoded, withParts(parts, notes));
    }
    case 'text':
      return withLostLetters(name, format.decoded, withParts(readPlainText(format.decoded.text)));
  }
}

function withParts(parts: FilePart['parts'], notes: readonly Failure[] = []): FilePart {
  return { parts, notes, envelope: NO_ENVELOPE, pictures: [] };
}

function withLostLetters(name: string, { lostLetters }: DecodedBytes, part: FilePart): FilePart {
  if (lostLetters === 0) return part;
  const note = { code: 'draft-lost-letters', values: { name, count: lostLetters } };
  return { ...part, notes: [...part.notes, note] };
}

async function readPicture({ name, bytes }: IncomingFile, desk: ReadingDesk): Promise<FilePart> {
  const taken = await desk.box.take(name, bytes);
  if ('code' in taken) throw new DraftTrouble(taken.code, taken.values);
  const mark = { kind: 'picture', picture: taken.picture.name } as const;
  return { ...withParts([mark]), pictures: [taken] };
}

async function readWholeMail(file: IncomingFile, desk: ReadingDesk): Promise<FilePart> {
  const inner = within(file.name, desk);
  const { envelope, letter, attachments } = await readMail(file.bytes, desk.box);
  const files = await readAll(
    attachments.map(({ name, bytes }) => ({
      name,
      read: async () => {
        desk.allowance.takeEntry();
        desk.allowance.takeBytes(bytes.length);
        return bytes;
      },
    })),
    inner,
  );
  return joined(envelope, [letter, ...files]);
}

async function readZip({ name, bytes }: IncomingFile, desk: ReadingDesk): Promise<FilePart> {
  const inner = within(name, desk);
  const entries = await readZipEntries(bytes, desk.allowance);
  if (isDocx(entries)) return readDocx(entries, desk.box);
  if (isXlsx(entries)) return withParts(await readXlsx(entries));
  if (isOdf(entries)) return readOdf(entries, desk.box);
  const other = otherOfficeKind(entries);
  if (other !== undefined) throw new DraftTrouble(other, { name });
  const slip = await readSlip(entries);
  const isOfDraft = (entry: ZipEntry) => slip === undefined || !isSlip(entry);
  const files = entries.filter((entry) => !isLitter(entry) && isOfDraft(entry));
  if (files.length === 0) throw new DraftTrouble('draft-empty', { name });
  const locked = files.every(({ isLocked }) => isLocked);
  if (locked) throw new DraftTrouble('draft-locked', { name });
  const unsafe = files.filter(({ isSafe }) => !isSafe).map(({ name: path }) => path);
  const parts = await readAll(
    files.filter(({ isSafe }) => isSafe),
    inner,
  );
  const read = slip === undefined ? joined(NO_ENVELOPE, parts) : withSlip(slip, parts);
  const notes = unsafe.map((path) => ({ code: 'draft-unsafe-name', values: { name: path } }));
  const all = [...notes, ...read.notes];
  if (read.parts.length === 0) throw troubleOf(all[0], name);
  return { ...read, notes: all };
}

/** An archive of which nothing could be read is refused for its first file's reason. */
function troubleOf(first: Failure | undefined, name: string): DraftTrouble {
  return new DraftTrouble(first?.code ?? 'draft-empty', first?.values ?? { name });
}

function within(name: string, desk: ReadingDesk): ReadingDesk {
  if (desk.depth >= MOST_NESTING) {
    throw new DraftTrouble('draft-nested', { name, most: MOST_NESTING });
  }
  return { ...desk, depth: desk.depth + 1 };
}

/** What the archivers of macOS, Windows and Office leave lying about. */
function isLitter({ name }: ZipEntry): boolean {
  return /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$|\._)/u.test(name);
}

/** A file on its way: unpacked when its turn comes. */
interface PackedFile {
  readonly name: string;
  read(): Promise<Uint8Array>;
}

/** One after the other, words before photographs; what cannot be read becomes a note. */
async function readAll(
  files: readonly PackedFile[],
  desk: ReadingDesk,
): Promise<readonly FilePart[]> {
  const parts: { readonly part: FilePart; readonly isPicture: boolean }[] = [];
  for (const file of files) {
    const part = await readPacked(file, desk);
    parts.push({ part, isPicture: part.parts.every(({ kind }) => kind === 'picture') });
  }
  const chosen = (wanted: boolean) =>
    parts.filter(({ isPicture }) => isPicture === wanted).map(({ part }) => part);
  return [...chosen(false), ...chosen(true)];
}

async function readPacked(file: PackedFile, desk: ReadingDesk): Promise<FilePart> {
  try {
    return await readFile({ name: file.name, bytes: await file.read() }, desk);
  } catch (trouble) {
    if (!(trouble instanceof DraftTrouble)) throw trouble;
    const { code, values } = trouble.failure;
    // Bombs are dangerous wherever they lie: the whole draft is refused.
    if (DANGEROUS.has(code)) throw trouble;
    if (code === SMALL_PICTURE) return withParts([]);
    return withParts([], [{ code, values: { name: file.name, ...values } }]);
  }
}

const DANGEROUS = new Set(['draft-inflates', 'draft-too-many-entries']);
