import type { DoorLimits } from './door-limits.ts';
import { DoorTrouble } from './door-trouble.ts';
import {
  type KeptFile,
  PICTURE_SLOTS,
  readKeptFiles,
  STORY_SLOT,
  writeSlot,
} from './kept-files.ts';
import { type FormPart, readMultipart } from './read-multipart.ts';

/** A form as it came in. */
export interface SentForm {
  readonly fields: ReadonlyMap<string, string>;
  /** Files of this attempt and of earlier ones. */
  readonly files: readonly KeptFile[];
  /** Slots whose file was larger than one may be; it was not kept. */
  readonly tooLarge: ReadonlySet<string>;
  /** Files came, and were not kept, because the sender is not known. */
  readonly hasLostFiles: boolean;
}

/** How a form is taken in. */
export interface FormOrder {
  readonly body: AsyncIterable<Uint8Array>;
  readonly boundary: string;
  /** Where the files of this form lie. */
  readonly folder: string;
  readonly limits: DoorLimits;
  /** Asked when the first file begins: nobody unknown writes to our disk. */
  readonly mayKeep: (fields: ReadonlyMap<string, string>) => Promise<boolean>;
}

/** All fields together: the longest story, in the longest UTF-8. */
const MOST_FIELD_BYTES = 1024 * 1024;

/** Takes a form in as it comes: fields into memory, files onto the disk. Throws DoorTrouble. */
export async function receiveForm(order: FormOrder): Promise<SentForm> {
  const fields = new Map<string, string>();
  const files = new Map<string, KeptFile>();
  const before = await readKeptFiles(order.folder);
  for (const file of before) files.set(file.slot, file);
  const tooLarge = new Set<string>();
  let keeps: boolean | undefined;
  let hasLostFiles = false;
  let fieldBytes = 0;
  let part: OpenPart | undefined;
  const body = limited(order.body, order.limits.sendingBytes);
  try {
    for await (const news of readMultipart(body, order.boundary)) {
      if (news.kind === 'part') {
        const isFile = news.part.fileName !== undefined;
        if (isFile) keeps ??= await order.mayKeep(fields);
        part = isFile ? filePart(news.part, order, keeps === true) : fieldPart(news.part);
      } else if (news.kind === 'bytes') {
        if (part?.kind === 'field') fieldBytes += news.bytes.length;
        if (fieldBytes > MOST_FIELD_BYTES) throw new DoorTrouble({ kind: 'too large' });
        await part?.write(news.bytes);
      } else if (part !== undefined) {
        const ended = await part.end();
        if (ended.kind === 'field') fields.set(ended.name, ended.value);
        if (ended.kind === 'file') files.set(ended.file.slot, ended.file);
        if (ended.kind === 'lost') hasLostFiles = true;
        if (ended.kind === 'too large') {
          tooLarge.add(ended.slot);
          files.delete(ended.slot);
        }
        part = undefined;
      }
    }
  } catch (trouble) {
    // A file that was coming in is closed; it is in no list, so the next attempt takes it away.
    await part?.end();
    throw trouble;
  }
  // One that was chosen anew stays, whatever is said of the old one.
  const dropped = before.filter(({ slot }) => fields.has(`drop-${slot}`));
  for (const file of dropped) if (files.get(file.slot) === file) files.delete(file.slot);
  return { fields, files: [...files.values()], tooLarge, hasLostFiles };
}

async function* limited(body: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > most) throw new DoorTrouble({ kind: 'too large' });
    yield chunk;
  }
}

type EndedPart =
  | { readonly kind: 'field'; readonly name: string; readonly value: string }
  | { readonly kind: 'file'; readonly file: KeptFile }
  | { readonly kind: 'too large'; readonly slot: string }
  /** It came from somebody unknown. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'nothing' };

interface OpenPart {
  readonly kind: 'field' | 'file';
  write(bytes: Uint8Array): Promise<void>;
  end(): Promise<EndedPart>;
}

function fieldPart({ name }: FormPart): OpenPart {
  const chunks: Uint8Array[] = [];
  return {
    kind: 'field',
    // The reader's bytes are a window on its own buffer.
    write: async (bytes) => void chunks.push(bytes),
    end: async () => ({ kind: 'field', name, value: Buffer.concat(chunks).toString('utf8') }),
  };
}

/** A file that comes in; without a name and bytes none was chosen. */
function filePart(
  { name: slot, fileName = '' }: FormPart,
  { folder, limits }: FormOrder,
  isKept: boolean,
): OpenPart {
  const isOurs = slot === STORY_SLOT || PICTURE_SLOTS.includes(slot);
  const most = slot === STORY_SLOT ? limits.fileBytes : limits.pictureBytes;
  let writer: Awaited<ReturnType<typeof writeSlot>> | undefined;
  let length = 0;
  return {
    kind: 'file',
    async write(bytes) {
      length += bytes.length;
      if (!isKept || !isOurs || length > most) return;
      writer ??= await writeSlot(folder, slot, shownName(fileName));
      await writer.write(bytes);
    },
    async end() {
      const file = await writer?.end();
      if (isKept && isOurs && length > most) return { kind: 'too large', slot };
      if (!isKept && length > 0) return { kind: 'lost' };
      return file === undefined ? { kind: 'nothing' } : { kind: 'file', file };
    },
  };
}

/** The last part of what the client calls it, without signs that mean something to a system. */
function shownName(fileName: string): string {
  const last = fileName.replace(/^.*[\\/]/su, '').replaceAll(/[\p{C}<>:"|?*]/gu, '');
  return last.slice(-100) || '未命名';
}
