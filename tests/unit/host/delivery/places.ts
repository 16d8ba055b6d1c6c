import type { DeliveryPlace } from '#host/delivery/delivery-place.ts';
import type { FileToSend } from '#host/delivery/send-file.ts';
import { sha256 } from '#host/issue-folder/assets.ts';

/** A print shop's folder in memory. */
export class MemoryPlace implements DeliveryPlace {
  readonly files = new Map<string, Uint8Array>();
  /** Names of files in the order in which they came to be. */
  readonly seen: string[] = [];
  appended = 0;

  async size(name: string): Promise<number | undefined> {
    return this.files.get(name)?.length;
  }

  async append(name: string, length: number, bytes: Uint8Array): Promise<void> {
    const before = this.files.get(name)?.subarray(0, length) ?? new Uint8Array();
    this.files.set(name, Buffer.concat([before, bytes]));
    this.appended += bytes.length;
  }

  async *read(name: string, length: number): AsyncIterable<Uint8Array> {
    const bytes = this.files.get(name);
    if (bytes !== undefined) yield bytes.subarray(0, length);
  }

  async rename(from: string, to: string): Promise<void> {
    const bytes = this.files.get(from);
    if (bytes === undefined) throw new Error(`no ${from}`);
    this.files.delete(from);
    this.files.set(to, bytes);
    this.seen.push(to);
  }

  async remove(name: string): Promise<void> {
    this.files.delete(name);
  }

  async close(): Promise<void> {
    return;
  }
}

/** A file of so many bytes that are never alike. */
export function fileOf(name: string, length: number, seed = 1): FileToSend {
  const bytes = new Uint8Array(length);
  let state = seed;
  for (let at = 0; at < length; at += 1) {
    // Numerical Recipes' linear congruential generator.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return { name, bytes, sha256: sha256(bytes) };
}
