import { join } from 'node:path';
import { type JsonJournal, openJsonJournal } from '#host/journal/json-journal.ts';
import {
  DELIVERY_ENTRY,
  type DeliveryEntry,
  type DeliveryOrder,
  type OrderedFile,
} from './delivery-entry.ts';
import { type Delivery, noteEntry } from './delivery-log.ts';
import { type DeliveryPlace, DeliveryTrouble } from './delivery-place.ts';
import { type Outbox, openOutbox } from './outbox.ts';
import { partName, SendingStopped, sendFile } from './send-file.ts';

/** What the queue takes from outside. */
export interface QueueParts {
  /** Folder of the log and of what waits. */
  readonly folder: string;
  /** Opens the place that an order goes to; throws a `DeliveryTrouble`. */
  openPlace(order: DeliveryOrder): Promise<DeliveryPlace>;
  /** ISO time. */
  now(): string;
  /** Waits before a further attempt, by the attempts made so far; until the end at most. */
  pause(attempts: number, end: AbortSignal): Promise<void>;
  /** Told of every change. */
  onChange?: (() => void) | undefined;
}

/** A file with its content, to be delivered. */
export interface FileInHand {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly page: OrderedFile['page'];
}

/** How far a delivery that is being sent has come. */
export interface UnderWay {
  readonly delivery: string;
  readonly file: string;
  readonly bytesSent: number;
  /** Attempts that ended in passing trouble, and the last of it. */
  readonly attempts: number;
  readonly trouble: DeliveryTrouble | undefined;
}

/** Deliveries in their order; what is in it outlasts the end of the program. */
export interface DeliveryQueue {
  deliveries(): readonly Delivery[];
  underWay(): UnderWay | undefined;
  /** Takes a delivery in; from now on it will be sent, whatever happens to this program. */
  order(order: Omit<DeliveryOrder, 'files'>, files: readonly FileInHand[]): Promise<void>;
  /** Tries a held delivery again. */
  takeUp(delivery: string): Promise<void>;
  /** Gives up a delivery that is not done; what lies at the print shop stays there. */
  withdraw(delivery: string): Promise<void>;
  /** Answers when nothing is left that could be sent. */
  idle(): Promise<void>;
  shut(): Promise<void>;
}

/** Opens the queue and goes on with what was not delivered. */
export async function openDeliveryQueue(parts: QueueParts): Promise<DeliveryQueue> {
  const journal = await openJsonJournal(join(parts.folder, 'deliveries.log'), DELIVERY_ENTRY);
  const queue = new Queue(parts, journal);
  queue.run();
  return queue;
}

/** A file that is being sent. */
interface Sending {
  readonly order: DeliveryOrder;
  readonly file: OrderedFile;
  readonly attempts: number;
}

class Queue implements DeliveryQueue {
  private readonly parts: QueueParts;
  private readonly journal: JsonJournal<DeliveryEntry>;
  private readonly outbox: Outbox;
  private readonly end = new AbortController();
  /** What the log says, kept up with it: it is asked between any two pieces of a file. */
  private readonly known = new Map<string, Delivery>();
  private running: Promise<void> | undefined;
  private progress: UnderWay | undefined;
  /** Orders that are being taken in: their files lie in the outbox before the log names them. */
  private beingOrdered = 0;

  constructor(parts: QueueParts, journal: JsonJournal<DeliveryEntry>) {
    this.parts = parts;
    this.journal = journal;
    this.outbox = openOutbox(join(parts.folder, 'outbox'));
    for (const entry of journal.entries()) noteEntry(this.known, entry);
  }

  deliveries(): readonly Delivery[] {
    return [...this.known.values()];
  }

  underWay(): UnderWay | undefined {
    return this.progress;
  }

  async order(order: Omit<DeliveryOrder, 'files'>, inHand: readonly FileInHand[]): Promise<void> {
    this.beingOrdered += 1;
    try {
      const files: OrderedFile[] = [];
      for (const { bytes, name, page } of inHand) {
        files.push({ name, page, bytes: bytes.length, sha256: await this.outbox.put(bytes) });
      }
      await this.note({ kind: 'ordered', order: { ...order, files } });
    } finally {
      this.beingOrdered -= 1;
    }
    this.run();
  }

  async takeUp(delivery: string): Promise<void> {
    if (this.stateOf(delivery) !== 'held') return;
    await this.note({ kind: 'taken up', delivery, at: this.parts.now() });
    this.run();
  }

  async withdraw(delivery: string): Promise<void> {
    const state = this.stateOf(delivery);
    if (state !== 'waiting' && state !== 'held') return;
    await this.note({ kind: 'withdrawn', delivery, at: this.parts.now() });
  }

  async idle(): Promise<void> {
    while (this.running !== undefined) await this.running;
  }

  async shut(): Promise<void> {
    this.end.abort();
    await this.idle();
    await this.journal.close();
  }

  /** Sends what waits, unless that is being done. */
  run(): void {
    this.running ??= this.work().finally(() => {
      this.running = undefined;
      this.show(undefined);
    });
  }

  private async work(): Promise<void> {
    for (;;) {
      const next = this.deliveries().find(({ state }) => state === 'waiting');
      if (this.end.signal.aborted) return;
      if (next === undefined) return this.clearOutbox();
      await this.deliver(next.order);
    }
  }

  /** Passing trouble is waited out, whatever else is in line: pages go out in their order. */
  private async deliver(order: DeliveryOrder): Promise<void> {
    for (let attempts = 0; this.isWanted(order); attempts += 1) {
      try {
        return await this.sendAll(order, attempts);
      } catch (thrown) {
        if (thrown instanceof SendingStopped) return;
        const trouble = asTrouble(thrown);
        if (!trouble.isPassing) return this.hold(order, trouble);
        this.show({ delivery: order.id, file: '', bytesSent: 0, attempts: attempts + 1, trouble });
        await this.parts.pause(attempts + 1, this.end.signal);
      }
    }
  }

  private async sendAll(order: DeliveryOrder, attempts: number): Promise<void> {
    const place = await this.parts.openPlace(order);
    try {
      for (const file of order.files) await this.send(place, { order, file, attempts });
      await this.note({ kind: 'done', delivery: order.id, at: this.parts.now() });
    } finally {
      await place.close();
    }
  }

  private async send(place: DeliveryPlace, { order, file, attempts }: Sending): Promise<void> {
    const { name, sha256 } = file;
    const delivery = order.id;
    const bytes = await this.outbox.take(sha256);
    try {
      await sendFile(
        place,
        { name, bytes, sha256 },
        {
          onSent: (bytesSent) =>
            this.show({ delivery, file: name, bytesSent, attempts, trouble: undefined }),
          isWanted: () => this.isWanted(order),
        },
      );
    } catch (thrown) {
      // The print shop must not wonder at a piece that nobody will ever finish.
      if (this.stateOf(delivery) === 'withdrawn') await place.remove(partName(file));
      throw thrown;
    }
    await this.note({ kind: 'sent', delivery, name, sha256, at: this.parts.now() });
  }

  private isWanted({ id }: DeliveryOrder): boolean {
    return !this.end.signal.aborted && this.stateOf(id) === 'waiting';
  }

  private stateOf(id: string): Delivery['state'] | undefined {
    return this.known.get(id)?.state;
  }

  private hold(order: DeliveryOrder, { code, values }: DeliveryTrouble): Promise<void> {
    return this.note({ kind: 'held', delivery: order.id, at: this.parts.now(), code, values });
  }

  private async clearOutbox(): Promise<void> {
    if (this.beingOrdered > 0) return;
    const wanted = this.deliveries()
      .filter(({ state }) => state === 'waiting' || state === 'held')
      .flatMap(({ order }) => order.files.map(({ sha256 }) => sha256));
    await this.outbox.keepOnly(new Set(wanted));
  }

  private async note(entry: DeliveryEntry): Promise<void> {
    await this.journal.add(entry);
    noteEntry(this.known, entry);
    this.parts.onChange?.();
  }

  private show(progress: UnderWay | undefined): void {
    this.progress = progress;
    this.parts.onChange?.();
  }
}

function asTrouble(thrown: unknown): DeliveryTrouble {
  if (thrown instanceof DeliveryTrouble) return thrown;
  return new DeliveryTrouble('delivery-broken', { folder: '', reason: String(thrown) }, true);
}
