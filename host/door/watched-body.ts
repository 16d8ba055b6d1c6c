import type { IncomingMessage } from 'node:http';
import { DoorTrouble } from './door-trouble.ts';

/** The body of a request as it comes; one that falls silent for too long is refused. */
export async function* watchedBody(
  request: IncomingMessage,
  silenceMs: number,
): AsyncGenerator<Uint8Array> {
  const chunks = request.iterator({ destroyOnReturn: false });
  try {
    for (;;) {
      const next = await withinTime(chunks.next(), silenceMs);
      if (next.done === true) return;
      yield next.value as Uint8Array;
    }
  } catch (trouble) {
    if (trouble instanceof DoorTrouble) throw trouble;
    // The connection broke, or Node ended it because it took too long.
    throw new DoorTrouble({ kind: 'malformed', detail: 'cut off' });
  }
}

async function withinTime<Value>(waiting: Promise<Value>, mostMs: number): Promise<Value> {
  const late = Promise.withResolvers<never>();
  const clock = setTimeout(() => late.reject(new DoorTrouble({ kind: 'too slow' })), mostMs);
  // What comes after that has nobody who hears it.
  waiting.catch(() => undefined);
  try {
    return await Promise.race([waiting, late.promise]);
  } finally {
    clearTimeout(clock);
  }
}
