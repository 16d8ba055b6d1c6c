import { type DeliveryQueue, openDeliveryQueue } from '#host/delivery/delivery-queue.ts';
import { openHotFolder } from '#host/delivery/hot-folder.ts';
import { fileOf } from './places.ts';

// Sends files slowly until somebody kills it. Arguments: folder of the queue, the print shop's
// folder, name of the ready-file, names of files.
let queue: DeliveryQueue | undefined;
const [, , folder = '', shop = '', ready = '', ...names] = process.argv;
const opened = await openDeliveryQueue({
  folder,
  async openPlace() {
    const place = await openHotFolder(shop);
    return {
      ...place,
      async append(name, length, bytes) {
        await place.append(name, length, bytes);
        await new Promise((passed) => setTimeout(passed, 60));
      },
    };
  },
  now: () => new Date().toISOString(),
  pause: async () => undefined,
  onChange() {
    const [told] = queue?.underWay() ?? [];
    if (told !== undefined) process.send?.(told);
  },
});
if (!opened.ok) throw new Error(opened.failure.code);
queue = opened.value;
const order = { id: '1', at: '', target: 'shop', targetName: '印厂', by: '', subject: '' };
const files = names.map((name, place) => ({
  ...fileOf(name, 600_000, place + 1),
  page: undefined,
  readyFor: undefined,
}));
const last = { name: ready, bytes: new Uint8Array(), page: undefined, readyFor: names };
await queue.order({ ...order, override: undefined }, [last, ...files]);
await queue.idle();
