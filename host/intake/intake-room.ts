import { readFile } from 'node:fs/promises';
import { isMainThread, Worker } from 'node:worker_threads';
import sharp from 'sharp';
import { roomPort } from '#host/room-port.ts';
import type { AdToRead, IntakeNews, IntakeOrder, RoomOrder } from './intake-order.ts';
import { guardMemory } from './memory-guard.ts';
import { readDraft } from './read-draft.ts';

/*
 * The intake room: a process of its own in which one draft is read, by a file of a stranger's
 * making. It holds nothing but that draft, writes nothing, and is ended from outside when it takes
 * too long (intake-rooms.ts), from a thread of its own when it takes too much memory.
 */

if (isMainThread) openRoom();
else guardMemory();

function openRoom(): void {
  const guard = new Worker(import.meta.filename);
  // Without its guard the room still has its limits on time and on V8's memory.
  guard.on('error', () => undefined);
  guard.unref();
  // One picture at a time, and nothing kept of it.
  sharp.cache(false);
  sharp.concurrency(1);
  const port = roomPort<RoomOrder, IntakeNews>();
  port.hear((order) => {
    void ('kind' in order ? readOneAd(order, port.tell) : answer(order, port.tell));
  });
}

/** Ads are read as closely held as drafts: they come from strangers as well. */
async function readOneAd(
  { bytes, kind, order }: AdToRead,
  tell: (news: IntakeNews) => void,
): Promise<void> {
  try {
    if (kind === 'ad preview') {
      const { previewAd } = await import('#engine/placed-ads/preview-ad.ts');
      return tell({ kind, preview: await previewAd(bytes, order) });
    }
    const { readAd } = await import('#engine/placed-ads/read-ad.ts');
    tell({ kind: 'ad', reading: await readAd(bytes, order) });
  } catch (trouble) {
    console.error(trouble);
    tell({ kind: 'failed', failure: { code: 'ad-damaged', values: {} } });
  }
}

async function answer(order: IntakeOrder, tell: (news: IntakeNews) => void): Promise<void> {
  try {
    const bytes = await readFile(order.path);
    const read = await readDraft({ name: order.name, bytes });
    if (!read.ok) return tell({ kind: 'failed', failure: read.failure });
    const { matter, notes, pictures } = read.reading;
    for (const file of pictures) tell({ kind: 'picture', file });
    tell({ kind: 'read', matter, notes });
  } catch (trouble) {
    console.error(trouble);
    tell({
      kind: 'failed',
      failure: { code: 'draft-reader-broken', values: { name: order.name } },
    });
  }
}
