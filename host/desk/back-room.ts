import type { BackRoomNews, BackRoomWork, DeliverOrder } from './back-room-work.ts';
import { paintPicture } from './paint-picture.ts';
import { runPress } from './press-run.ts';

/*
 * The back room: a process of its own for work that would keep the desk waiting, with a memory of
 * its own to run out of. It does one piece of work after the other as they come in and ends when
 * the desk does. Started by start-back-room.ts, or by Electron as a utility process.
 */

type Order = BackRoomWork | DeliverOrder;

/** The way to the desk: of Node, or of an Electron utility process. */
interface DeskPort {
  tell(news: BackRoomNews): void;
  hear(listener: (order: Order) => void): void;
}

/** What Electron lays onto `process` in a utility process. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

function deskPort(): DeskPort {
  const { parentPort } = process as { parentPort?: ParentPort };
  if (parentPort !== undefined) {
    return {
      tell: (news) => parentPort.postMessage(news),
      hear: (listener) => parentPort.on('message', ({ data }) => listener(data as Order)),
    };
  }
  // A desk that was killed cannot end its back room; its silence does.
  process.on('disconnect', () => process.exit());
  return {
    tell: (news) => void process.send?.(news),
    hear: (listener) => process.on('message', (order) => listener(order as Order)),
  };
}

const port = deskPort();
const leave = Promise.withResolvers<void>();
let line: Promise<void> = Promise.resolve();
port.hear((order) => {
  if (order.kind === 'deliver') leave.resolve();
  else line = line.then(async () => port.tell(await doWork(order)));
});

async function doWork(work: BackRoomWork): Promise<BackRoomNews> {
  try {
    if (work.kind === 'picture') return await paintPicture(work);
    return await runPress(work, { tell: port.tell, leave: () => leave.promise });
  } catch (trouble) {
    console.error(trouble);
    const failure = { code: 'our-bug', values: { call: work.kind } };
    return { kind: 'failed', failure, findings: [] };
  }
}
