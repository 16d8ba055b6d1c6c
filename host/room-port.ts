/** The way from a room, which is a process of its own, to the desk that started it. */
export interface RoomPort<Order, News> {
  tell(news: News): void;
  hear(listener: (order: Order) => void): void;
}

/** What Electron lays onto `process` in a utility process. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** The port of this process: of Node, or of an Electron utility process. */
export function roomPort<Order, News>(): RoomPort<Order, News> {
  const { parentPort } = process as { parentPort?: ParentPort };
  if (parentPort !== undefined) {
    return {
      tell: (news) => parentPort.postMessage(news),
      hear: (listener) => parentPort.on('message', ({ data }) => listener(data as Order)),
    };
  }
  // A desk that was killed cannot end its rooms; its silence does.
  process.on('disconnect', () => process.exit());
  return {
    tell: (news) => void process.send?.(news),
    hear: (listener) => process.on('message', (order) => listener(order as Order)),
  };
}
