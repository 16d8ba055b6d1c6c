import { roomPort } from '#host/room-port.ts';
import type { BackRoomNews, BackRoomWork, DeliverOrder } from './back-room-work.ts';
import { runDelivery } from './delivery-run.ts';
import { paintPicture } from './paint-picture.ts';
import { runPress } from './press-run.ts';
import { readProfileWork } from './profile-run.ts';
import { runProof } from './proof-run.ts';

/*
 * The back room: a process of its own for work that would keep the desk waiting, with a memory of
 * its own to run out of. It does one piece of work after the other as they come in and ends when
 * the desk does. Started by start-back-room.ts, or by Electron as a utility process.
 */

type Order = BackRoomWork | DeliverOrder;

const port = roomPort<Order, BackRoomNews>();
const leave = Promise.withResolvers<void>();
let line: Promise<void> = Promise.resolve();
port.hear((order) => {
  if (order.kind === 'deliver') leave.resolve();
  else line = line.then(async () => port.tell(await doWork(order)));
});

async function doWork(work: BackRoomWork): Promise<BackRoomNews> {
  try {
    if (work.kind === 'picture') return await paintPicture(work);
    if (work.kind === 'profile') return await readProfileWork(work);
    if (work.kind === 'delivery') return await runDelivery(work);
    const desk = { tell: port.tell, leave: () => leave.promise };
    if (work.kind === 'proof') return await runProof(work, desk);
    return await runPress(work, desk);
  } catch (trouble) {
    console.error(trouble);
    const failure = { code: 'our-bug', values: { call: work.kind } };
    return { kind: 'failed', failure, findings: [] };
  }
}
