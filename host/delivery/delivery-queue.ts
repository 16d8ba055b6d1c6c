import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Attempt, failed, systemFailure } from '#host/issue-folder/folder-failure.ts';
import { type FolderLock, takeLock } from '#host/issue-folder/folder-lock.ts';
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
import { filesInTurn, readyOfOld } from './ready-files.ts';
import { partName, SendingStopped, sendFile } from './send-file.ts';

/** What the queue takes from outside. */
export interface QueueParts {
  /** Folder of the log and of what waits. */
  readonly folder: string;
  /** Orders that this program can send; the others wait for one that can. All, if not given. */
  takes?(order: DeliveryOrder): boolean;
  /** Opens the place that an order goes to; throws a `DeliveryTrouble`. */
  openPlace(order: DeliveryOrder): Promise<DeliveryPlace>;
  /** ISO time. */
  now(): string;
  /** Waits before a further attempt; until `end` at most, which comes when it is asked for. */
  pause(stuck: UnderWay, end: AbortSignal): Promise<void>;
  /** Told of every change. */
  onChange?: (() => void) | undefined;
}

/** A file with its content, to be delivered. */
export interface FileInHand {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly page: OrderedFile['page'];
  readonly readyFor: OrderedFile['readyFor'];
}

/** How far a delivery that is being sent has come. */
export interface UnderWay {
  readonly delivery: string;
  /** Where it goes. */
  readonly target: string;
  readonly file: string;
  readonly bytesSent: number;
  /** Attempts that ended in passing trouble, and the last of it. */
  readonly attempts: number;
  readonly trouble: DeliveryTrouble | undefined;
}

/**
 * Deliveries in their order; what is in it outlasts the end of the program. Each target has a line
 * of its own: a print shop that cannot be reached keeps nothing back from another.
 */
export interface DeliveryQueue {
  deliveries(): readonly Delivery[];
  /** What is being sent, one delivery for each target at most. */
  underWay(): readonly UnderWay[];
  /** Takes a delivery in; from now on it will be sent, whatever happens to this program. */
  order(order: Omit<DeliveryOrder, 'files'>, files: readonly FileInHand[]): Promise<void>;
  /** Tries a held delivery again, and at once one that waits for its line. */
  takeUp(delivery: string): Promise<void>;
  /** Gives up a delivery that is not done; what lies at the print shop stays there. */
  withdraw(delivery: string): Promise<void>;
  /** Sends what can be sent now, where this program has learned to send more than before. */
  run(): void;
  /** Answers when nothing is left that could be sent. */
  idle(): Promise<void>;
  shut(): Promise<void>;
}

/**
 * Opens the queue and goes on with what was not delivered. One program at a time has it: two would
 * send everything twice and write over each other's records.
 */
export async function openDeliveryQueue(parts: QueueParts): Promise<Attempt<DeliveryQueue>> {
  const { folder } = parts;
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    return failed(systemFailure(folder, error));
  }
  const lock = await takeLock(folder, { takeOver: false });
  if (!lock.ok) return lock;
  try {
    const journal = await openJsonJournal(join(folder, 'deliveries.log'), DELIVERY_ENTRY);
    const queue = new Queue(parts, journal, lock.value);
    queue.run();
    return { ok: true, value: queue };
  } catch (error) {
    await lock.value.release();
    return failed(systemFailure(folder, error));
  }
}

/** A file that is being sent. */
interface Sending {
  readonly order: DeliveryOrder;
  readonly file: OrderedFile;
  readonly attempts: number;
}

/** The line to a target. */
interface Line {
  readonly sending: Promise<unknown>;
  progress: UnderWay | undefined;
  /** Ends the pause before the next attempt. */
  wake: AbortController;
}

class Queue implements DeliveryQueue {
  private readonly parts: QueueParts;
  private readonly journal: JsonJournal<DeliveryEntry>;
  private readonly lock: FolderLock;
  private readonly outbox: Outbox;
  private readonly end = new AbortController();
  /** What the log says, kept up with it: it is asked between any two pieces of a file. */
  private readonly known = new Map<string, Delivery>();
  private readonly lines = new Map<string, Line>();
  /** Orders that are being taken in: their files lie in the outbox before the log names them. */
  private beingOrdered = 0;
  private clearing: Promise<void> = Promise.resolve();

  constructor(parts: QueueParts, journal: JsonJournal<DeliveryEntry>, lock: FolderLock) {
    this.parts = parts;
    this.journal = journal;
    this.lock = lock;
    this.outbox = openOutbox(join(parts.folder, 'outbox'));
    for (const entry of journal.entries()) noteEntry(this.known, entry);
  }

  deliveries(): readonly Delivery[] {
    return [...this.known.values()];
  }

  underWay(): readonly UnderWay[] {
    return [...this.lines.values()].flatMap(({ progress }) => progress ?? []);
  }

  async order(order: Omit<DeliveryOrder, 'files'>, inHand: readonly FileInHand[]): Promise<void> {
    this.beingOrdered += 1;
    try {
      await this.clearing;
      const files: OrderedFile[] = [];
      for (const { bytes, ...file } of inHand) {
        files.push({ ...file, bytes: bytes.length, sha256: await this.outbox.put(bytes) });
      }
      await this.note({ kind: 'ordered', order: { ...order, files } });
    } finally {
      this.beingOrdered -= 1;
    }
    this.run();
  }

  async takeUp(delivery: string): Promise<void> {
    const state = this.stateOf(delivery);
    if (state === 'waiting') this.wake(delivery);
    if (state !== 'held') return;
    await this.note({ kind: 'taken up', delivery, at: this.parts.now() });
    this.run();
  }

  async withdraw(delivery: string): Promise<void> {
    const state = this.stateOf(delivery);
    if (state !== 'waiting' && state !== 'held') return;
    await this.note({ kind: 'withdrawn', delivery, at: this.parts.now() });
    this.wake(delivery);
  }

  private wake(delivery: string): void {
    for (const { progress, wake } of this.lines.values()) {
      if (progress?.delivery === delivery) wake.abort();
    }
  }

  async idle(): Promise<void> {
    while (this.lines.size > 0)
      await Promise.all([...this.lines.values()].map((one) => one.sending));
    await this.clearing;
  }

  async shut(): Promise<void> {
    this.end.abort();
    await this.idle();
    await this.journal.close();
    await this.lock.release();
  }

  run(): void {
    if (this.end.signal.aborted) return;
    const targets = new Set(this.sendable().map(({ order }) => order.target));
    for (const target of targets) {
      if (this.lines.has(target)) continue;
      const sending = this.work(target).then(
        () => {
          this.lines.delete(target);
          // What was ordered while the line came to its end.
          this.run();
          this.parts.onChange?.();
        },
        // The records cannot be written: the line rests until somebody asks for it again.
        () => this.lines.delete(target),
      );
      this.lines.set(target, { sending, progress: undefined, wake: new AbortController() });
    }
    if (this.lines.size === 0) this.clearOutbox();
  }

  private sendable(): readonly Delivery[] {
    return this.deliveries().filter(
      ({ state, order }) => state === 'waiting' && (this.parts.takes?.(order) ?? true),
    );
  }

  private async work(target: string): Promise<void> {
    // The line must be among the lines before anything of it shows.
    await Promise.resolve();
    for (;;) {
      const next = this.sendable().find(({ order }) => order.target === target);
      if (this.end.signal.aborted || next === undefined) return;
      await this.deliver(next.order);
    }
  }

  /** Passing trouble is waited out: pages go out in their order. */
  private async deliver(order: DeliveryOrder): Promise<void> {
    const { id: delivery, target } = order;
    const line = this.lines.get(target);
    if (line !== undefined) line.progress = undefined;
    for (let attempts = 0; this.isWanted(order); attempts += 1) {
      try {
        return await this.sendAll(order, attempts);
      } catch (thrown) {
        if (thrown instanceof SendingStopped) return;
        const trouble = asTrouble(thrown);
        if (!trouble.isPassing) return this.hold(order, trouble);
        const stuck = { delivery, target, file: '', bytesSent: 0, attempts: attempts + 1, trouble };
        await this.waitOut(stuck);
      }
    }
  }

  private async waitOut(stuck: UnderWay): Promise<void> {
    const wake = new AbortController();
    const line = this.lines.get(stuck.target);
    if (line !== undefined) line.wake = wake;
    this.show(stuck);
    await this.parts.pause(stuck, AbortSignal.any([this.end.signal, wake.signal]));
  }

  private async sendAll(order: DeliveryOrder, attempts: number): Promise<void> {
    const place = await this.parts.openPlace(order);
    const { announced, announcing } = filesInTurn(order);
    try {
      await this.takeBackReady(place, order);
      for (const file of announced) await this.send(place, { order, file, attempts });
      for (const file of announcing) await this.send(place, { order, file, attempts });
      await this.note({ kind: 'done', delivery: order.id, at: this.parts.now() });
    } finally {
      await place.close();
    }
  }

  /** A ready-file of earlier pages must not stand for the files that now take their names. */
  private async takeBackReady(place: DeliveryPlace, order: DeliveryOrder): Promise<void> {
    const { sent } = this.known.get(order.id) ?? { sent: new Map() };
    if (filesInTurn(order).announced.every(({ name }) => sent.has(name))) return;
    for (const name of readyOfOld(order, this.deliveries())) await place.remove(name);
  }

  private async send(place: DeliveryPlace, { order, file, attempts }: Sending): Promise<void> {
    const { name, sha256 } = file;
    const { id: delivery, target } = order;
    const begun = this.parts.now();
    let arrived = begun;
    const bytes = await this.outbox.take(sha256);
    try {
      await sendFile(
        place,
        { name, bytes, sha256 },
        {
          onSent: (bytesSent) => {
            if (bytesSent === bytes.length) arrived = this.parts.now();
            this.show({ delivery, target, file: name, bytesSent, attempts, trouble: undefined });
          },
          isWanted: () => this.isWanted(order),
        },
      );
    } catch (thrown) {
      // The print shop must not wonder at a piece that nobody will ever finish.
      if (this.stateOf(delivery) === 'withdrawn') await place.remove(partName(file));
      throw thrown;
    }
    const at = this.parts.now();
    await this.note({ kind: 'sent', delivery, name, sha256, begun, arrived, at });
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

  private clearOutbox(): void {
    if (this.beingOrdered > 0 || this.end.signal.aborted) return;
    const wanted = this.deliveries()
      .filter(({ state }) => state === 'waiting' || state === 'held')
      .flatMap(({ order }) => order.files.map(({ sha256 }) => sha256));
    this.clearing = this.clearing.then(() => this.outbox.keepOnly(new Set(wanted)));
  }

  private async note(entry: DeliveryEntry): Promise<void> {
    await this.journal.add(entry);
    noteEntry(this.known, entry);
    this.parts.onChange?.();
  }

  private show(progress: UnderWay): void {
    const line = this.lines.get(progress.target);
    if (line !== undefined) line.progress = progress;
    this.parts.onChange?.();
  }
}

function asTrouble(thrown: unknown): DeliveryTrouble {
  if (thrown instanceof DeliveryTrouble) return thrown;
  return new DeliveryTrouble('delivery-broken', { folder: '', reason: String(thrown) }, true);
}
