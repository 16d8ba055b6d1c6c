import type { Room } from './fork-room.ts';

/** What is asked of a room, and what it means when the room says nothing. */
export interface RoomQuestion<Order, Told> {
  readonly order: Order;
  /** Hears what the room tells, and calls `tell` with what answers the question. */
  readonly hear: (news: unknown, tell: (told: Told) => void) => void;
  readonly longestMs: number;
  /** The answer when the time is over, and when the room ends by itself. */
  readonly tooSlow: () => Told;
  readonly stopped: () => Told;
}

/** Asks a room one thing and ends it, whatever comes of it. */
export async function askRoom<Order, Told>(
  room: Room<Order>,
  { order, hear, longestMs, tooSlow, stopped }: RoomQuestion<Order, Told>,
): Promise<Told> {
  const told = Promise.withResolvers<Told>();
  room.hear((news) => hear(news, told.resolve));
  const clock = setTimeout(() => told.resolve(tooSlow()), longestMs);
  void room.ended.then(() => told.resolve(stopped()));
  room.send(order);
  try {
    return await told.promise;
  } finally {
    clearTimeout(clock);
    room.end();
    await room.ended;
  }
}
