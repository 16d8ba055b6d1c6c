import { askRoom } from '#host/ask-room.ts';
import type { PictureFile } from './gathered.ts';
import type { IntakeNews, IntakeOrder } from './intake-order.ts';
import type { DraftReading } from './read-draft.ts';
import type { StartIntakeRoom } from './start-intake-room.ts';

/** Reads drafts, each in a process of its own. */
export interface IntakeRooms {
  /** Answers within `LONGEST_READING_MS` after the draft's turn has come, whatever it holds. */
  read(order: IntakeOrder): Promise<DraftReading>;
  /** Ends what runs; drafts that wait are not read any more. */
  shut(): Promise<void>;
}

/** The longest that a draft is read. */
export const LONGEST_READING_MS = 5000;

/** A newsroom's machine has the page to compose meanwhile. */
const ROOMS_AT_ONCE = 2;

/** No room is open yet. */
export function createIntakeRooms(
  startRoom: StartIntakeRoom,
  longestMs = LONGEST_READING_MS,
): IntakeRooms {
  const waiting: (() => void)[] = [];
  const running = new Set<ReturnType<StartIntakeRoom>>();
  const spare = createSpareRoom(startRoom);
  let taken = 0;
  let isShut = false;
  async function takeTurn(): Promise<void> {
    if (taken < ROOMS_AT_ONCE) taken += 1;
    else await new Promise<void>((begin) => waiting.push(begin));
  }
  function giveTurnOn(): void {
    const next = waiting.shift();
    if (next === undefined) taken -= 1;
    else next();
  }
  async function readInTurn(order: IntakeOrder): Promise<DraftReading> {
    if (isShut) return refused('draft-not-read-yet', order);
    const room = spare.take();
    running.add(room);
    try {
      return await readIn(room, order, longestMs);
    } finally {
      running.delete(room);
      if (!isShut) spare.prepare();
    }
  }
  return {
    async read(order) {
      await takeTurn();
      try {
        return await readInTurn(order);
      } finally {
        giveTurnOn();
      }
    },
    async shut() {
      isShut = true;
      spare.end();
      for (const room of running) room.end();
      await Promise.all([...running].map(({ ended }) => ended));
    },
  };
}

/** How long an empty room is kept; drafts come in heaps. */
const SPARE_FOR_MS = 60_000;

/** A room opened ahead, because opening one takes longer than reading a story. */
function createSpareRoom(startRoom: StartIntakeRoom) {
  let room: ReturnType<StartIntakeRoom> | undefined;
  let clock: NodeJS.Timeout | undefined;
  const spare = {
    prepare(): void {
      if (room !== undefined) return;
      const opened = startRoom();
      room = opened;
      void opened.ended.then(() => {
        if (room === opened) room = undefined;
      });
      clock = setTimeout(() => spare.end(), SPARE_FOR_MS);
      clock.unref();
    },
    take(): ReturnType<StartIntakeRoom> {
      const taken = room ?? startRoom();
      room = undefined;
      clearTimeout(clock);
      return taken;
    },
    end(): void {
      clearTimeout(clock);
      room?.end();
      room = undefined;
    },
  };
  return spare;
}

function readIn(
  room: ReturnType<StartIntakeRoom>,
  order: IntakeOrder,
  longestMs: number,
): Promise<DraftReading> {
  const pictures: PictureFile[] = [];
  return askRoom<IntakeOrder, DraftReading>(room, {
    order,
    hear(message, tell) {
      const news = message as IntakeNews;
      if (news.kind === 'picture') pictures.push(news.file);
      else if (news.kind === 'failed') tell({ ok: false, failure: news.failure });
      else if (news.kind === 'read') {
        const { matter, notes } = news;
        tell({ ok: true, reading: { matter, notes, pictures } });
      }
    },
    longestMs,
    tooSlow: () => refused('draft-too-slow', order),
    stopped: () => refused('draft-reader-stopped', order),
  });
}

function refused(code: string, { name }: IntakeOrder): DraftReading {
  return { ok: false, failure: { code, values: { name, seconds: LONGEST_READING_MS / 1000 } } };
}
