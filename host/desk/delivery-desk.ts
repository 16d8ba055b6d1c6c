import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '#host/contract.ts';
import type { DeliveryOrder } from '#host/delivery/delivery-entry.ts';
import { type DeliveryPlace, DeliveryTrouble } from '#host/delivery/delivery-place.ts';
import { type DeliveryQueue, openDeliveryQueue } from '#host/delivery/delivery-queue.ts';
import { openTarget } from '#host/delivery/delivery-target.ts';
import type { KeptTarget } from '#host/delivery-contract.ts';
import { failed, succeeded } from './answers.ts';
import { type DeliveryTargets, openDeliveryTargets, targetOf } from './delivery-targets.ts';
import { localTime } from './press-calls.ts';
import { screenFailure } from './screen-failure.ts';

/** The queue and the targets of this machine, in the hands of this desk. */
export interface OpenedDeliveries {
  readonly queue: DeliveryQueue;
  readonly targets: DeliveryTargets;
}

/** Deliveries of this desk: opened when they are first asked for, or go on from last time. */
export interface DeliveryDeskParts {
  readonly recordsFolder: string;
  /** Told of every change of the queue. */
  onChange(queue: DeliveryQueue): void;
}

/** How the desk comes by its queue. */
export interface DeskDeliveries {
  opened(): Promise<Answer<OpenedDeliveries>>;
  /** The same, but where nothing was ever kept or sent there is nothing to open. */
  openedIfAny(): Promise<Answer<OpenedDeliveries | undefined>>;
  shut(): Promise<void>;
}

/** Deliveries that nobody has asked for yet. */
export function createDeskDeliveries(parts: DeliveryDeskParts): DeskDeliveries {
  let opening: Promise<Answer<OpenedDeliveries>> | undefined;
  /** What could not be opened is tried again: another program may have gone since. */
  async function opened(): Promise<Answer<OpenedDeliveries>> {
    opening ??= openAll(parts);
    const answer = await opening;
    if (!answer.ok) opening = undefined;
    return answer;
  }
  return {
    opened,
    async openedIfAny() {
      const log = join(queueFolder(parts), 'deliveries.log');
      const isAny = opening !== undefined || (await stat(log).then(yes, no));
      return isAny ? opened() : succeeded(undefined);
    },
    async shut() {
      const open = await opening;
      opening = undefined;
      if (open?.ok === true) await open.value.queue.shut();
    },
  };
}

const yes = () => true;
const no = () => false;

function queueFolder({ recordsFolder }: DeliveryDeskParts): string {
  return join(recordsFolder, 'delivery');
}

async function openAll(parts: DeliveryDeskParts): Promise<Answer<OpenedDeliveries>> {
  const targets = await openDeliveryTargets(parts.recordsFolder);
  let queue: DeliveryQueue | undefined;
  const attempt = await openDeliveryQueue({
    folder: queueFolder(parts),
    takes: ({ target }) => targets.of(target) !== undefined,
    openPlace: (order) => openPlace(order, targets),
    now: () => localTime(new Date()),
    pause: ({ attempts }, signal) =>
      pause(pauseMs(attempts), undefined, { signal }).catch(() => undefined),
    onChange: () => queue && parts.onChange(queue),
  });
  if (attempt.ok) {
    queue = attempt.value;
    return succeeded({ queue, targets });
  }
  const { code, values } = screenFailure(attempt.failure);
  return failed({ code: code === 'open elsewhere' ? 'delivery-open-elsewhere' : code, values });
}

const FIRST_PAUSE_MS = 1000;
/** A night is short: a line that is back is used within the minute. */
const LONGEST_PAUSE_MS = 60_000;

function pauseMs(attempts: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempts, 10));
}

async function openPlace(
  { target }: DeliveryOrder,
  targets: DeliveryTargets,
): Promise<DeliveryPlace> {
  const kept = targets.of(target);
  if (kept === undefined) throw new DeliveryTrouble('no-such-target', {}, false);
  return openKept(kept, targets.passwordOf(kept.id));
}

/** Opens a kept target; throws a `DeliveryTrouble`. */
export async function openKept(
  { way }: Pick<KeptTarget, 'way'>,
  password: string | undefined,
): Promise<DeliveryPlace> {
  const needsPassword = way.kind === 'sftp' && way.keyFile === undefined;
  // A server that is new is asked for its key first; it needs no password for that.
  if (needsPassword && password === undefined && way.hostKey !== undefined) {
    throw new DeliveryTrouble('delivery-password-missing', { host: way.host }, false);
  }
  return openTarget(targetOf(way), password);
}
