import { createHash } from 'node:crypto';
import { sha256 } from '#host/issue-folder/assets.ts';
import { type DeliveryPlace, DeliveryTrouble } from './delivery-place.ts';

/** A file on its way to the print shop. */
export interface FileToSend {
  /** The name it has when it is whole. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** sha-256 of the bytes, in hexadecimal digits. */
  readonly sha256: string;
}

/** What is watched while a file is sent. */
export interface SendWatch {
  /** Bytes that lie at the place so far. */
  onSent?(bytes: number): void;
  /** False when the file is no longer to be sent. */
  isWanted?(): boolean;
}

/** Sending ended because the file was no longer wanted; what lies there can be gone on with. */
export class SendingStopped extends Error {}

/** One piece of a file; after each the file can be taken up again where it stood. */
const PIECE_BYTES = 256 * 1024;
const DIGEST_DIGITS = 12;

/**
 * Brings a file to a place so that nothing half-written ever bears its name: it is written under a
 * name that no hot folder takes, taken up again where an earlier attempt was cut, read back whole,
 * and renamed when what lies there has the sha-256 of what was sent.
 */
export async function sendFile(
  place: DeliveryPlace,
  file: FileToSend,
  watch: SendWatch = {},
): Promise<void> {
  if (await isThere(place, file)) {
    watch.onSent?.(file.bytes.length);
    return;
  }
  const part = partName(file);
  let length = await usableLength(place, part, file);
  watch.onSent?.(length);
  do {
    stopUnlessWanted(watch);
    const piece = file.bytes.subarray(length, length + PIECE_BYTES);
    await place.append(part, length, piece);
    length += piece.length;
    watch.onSent?.(length);
  } while (length < file.bytes.length);
  if ((await digestOf(place, part, length)) !== file.sha256) {
    await place.remove(part);
    throw new DeliveryTrouble('delivery-read-back', { file: file.name }, true);
  }
  stopUnlessWanted(watch);
  await place.rename(part, file.name);
}

function stopUnlessWanted(watch: SendWatch): void {
  if (watch.isWanted?.() === false) throw new SendingStopped();
}

/** The name of a file while it is on its way; another content never goes on with its pieces. */
export function partName({ name, sha256 }: Pick<FileToSend, 'name' | 'sha256'>): string {
  return `.${name}.${sha256.slice(0, DIGEST_DIGITS)}.part`;
}

/** A receipt was lost, not the file: it lies there whole and is not sent again. */
async function isThere(place: DeliveryPlace, file: FileToSend): Promise<boolean> {
  const { length } = file.bytes;
  if ((await place.size(file.name)) !== length) return false;
  return (await digestOf(place, file.name, length)) === file.sha256;
}

/** How much of an earlier attempt is of this file; what is not is written over. */
async function usableLength(
  place: DeliveryPlace,
  part: string,
  { bytes }: FileToSend,
): Promise<number> {
  const length = await place.size(part);
  if (length === undefined || length === 0) return 0;
  if (length > bytes.length) {
    await place.remove(part);
    return 0;
  }
  const sent = sha256(bytes.subarray(0, length));
  if ((await digestOf(place, part, length)) === sent) return length;
  await place.remove(part);
  return 0;
}

async function digestOf(place: DeliveryPlace, name: string, length: number): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of place.read(name, length)) hash.update(piece);
  return hash.digest('hex');
}
