import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Issue } from '#engine/model/issue.ts';
import { readIssue } from '#engine/model/read-issue.ts';
import { neededSignatures, signOffState } from '#engine/model/sign-off.ts';
import type { WrittenParagraph } from '#engine/page-proof/written-sheets.ts';
import { sentence } from '#host/cli/sentences.ts';
import type { Answer } from '#host/contract.ts';
import { changesSinceSigned } from '#host/delivery/changes-since-signed.ts';
import type { Delivery } from '#host/delivery/delivery-log.ts';
import { isReadyName } from '#host/delivery/delivery-package.ts';
import { DeliveryTrouble } from '#host/delivery/delivery-place.ts';
import type { DeliveryQueue } from '#host/delivery/delivery-queue.ts';
import { targetName } from '#host/delivery/delivery-target.ts';
import { pressReceipt } from '#host/delivery/press-paper.ts';
import { receiptWords } from '#host/delivery/receipt-words.ts';
import type {
  DeliveryHost,
  ReceiptRequest,
  SignedPageRequest,
  StartDeliveryRequest,
} from '#host/delivery-contract.ts';
import { systemFailure } from '#host/issue-folder/folder-failure.ts';
import { replaceFile } from '#host/issue-folder/replace-file.ts';
import { keepVersion } from '#host/issue-folder/versions.ts';
import { loadPressProfile } from '#host/press/load-press-profile.ts';
import { failed, succeeded } from './answers.ts';
import { readTemplates } from './composing-parts.ts';
import { captionOf } from './delivery-captions.ts';
import {
  createDeskDeliveries,
  type DeskDeliveries,
  type OpenedDeliveries,
  openKept,
} from './delivery-desk.ts';
import { createDeliveryJobs, type DeliveryJobs } from './delivery-jobs.ts';
import { targetOf } from './delivery-targets.ts';
import type { DeskCalls } from './desk-host.ts';
import { USUAL_PROFILE } from './desk-places.ts';
import { documentOf, type IssueSessions } from './issue-sessions.ts';
import { findProfile, localTime } from './press-calls.ts';
import { type DeskOpening, programVersion } from './read-desk.ts';
import { folderAnswer, screenFailure } from './screen-failure.ts';
import type { StartBackRoom } from './start-back-room.ts';

/** The calls that have to do with delivery. */
export type DeliveryCalls = Pick<DeskCalls, keyof DeliveryHost>;

/** Delivery at this desk. */
export interface DeskDelivery {
  readonly calls: DeliveryCalls;
  /** Goes on with what was in line when the program ended. */
  goOn(): void;
  shut(): Promise<void>;
}

/** What delivery works with. */
export interface DeskDeliveryParts {
  readonly sessions: IssueSessions;
  readonly opening: DeskOpening;
  readonly startRoom: StartBackRoom;
}

interface DeliveryRoom extends DeskDeliveryParts {
  readonly deliveries: DeskDeliveries;
  readonly jobs: DeliveryJobs;
  /** Issues as they were ordered, by the id of the delivery: kept as a version when it is done. */
  readonly underWay: Map<string, { readonly folder: string; readonly issue: Issue }>;
}

/** Delivery that nobody has asked for yet. */
export function createDeskDelivery(parts: DeskDeliveryParts): DeskDelivery {
  const underWay: DeliveryRoom['underWay'] = new Map();
  const { recordsFolder } = parts.opening;
  const deliveries = createDeskDeliveries({
    recordsFolder,
    onChange: (queue) => keepDelivered(queue, underWay),
  });
  const jobs = createDeliveryJobs(parts.startRoom);
  const room: DeliveryRoom = { ...parts, deliveries, jobs, underWay };
  return {
    calls: { ...targetCalls(room), ...sendingCalls(room), ...signingCalls(room) },
    goOn: () => void deliveries.openedIfAny(),
    async shut() {
      await jobs.shut();
      await deliveries.shut();
    },
  };
}

/** The next proof can be compared with what was delivered. */
function keepDelivered(queue: DeliveryQueue, underWay: DeliveryRoom['underWay']): void {
  for (const { order, state } of queue.deliveries()) {
    const sent = underWay.get(order.id);
    if (sent === undefined || state !== 'done') continue;
    underWay.delete(order.id);
    const kept = { at: localTime(new Date()), reason: 'delivered', note: '' } as const;
    void keepVersion(sent.folder, kept, sent.issue);
  }
}

async function withQueue<Value>(
  { deliveries }: DeliveryRoom,
  work: (open: OpenedDeliveries) => Promise<Answer<Value>>,
): Promise<Answer<Value>> {
  const open = await deliveries.opened();
  return open.ok ? work(open.value) : open;
}

type TargetCalls = Pick<
  DeliveryCalls,
  'readDeliveries' | 'keepTarget' | 'removeTarget' | 'tryTarget'
>;

const MOST_DELIVERIES = 200;

function targetCalls(room: DeliveryRoom): TargetCalls {
  return {
    async readDeliveries() {
      const open = await room.deliveries.openedIfAny();
      if (!open.ok) return open;
      if (open.value === undefined) return succeeded({ targets: [], deliveries: [] });
      const { queue, targets } = open.value;
      const latest = queue.deliveries().slice(-MOST_DELIVERIES).reverse();
      const captions = latest.map((one) => captionOf(one, queue.underWay()));
      return succeeded({ targets: targets.all(), deliveries: captions });
    },
    keepTarget: (request) =>
      withQueue(room, async ({ queue, targets }) => {
        const { kind, name } = request.along.ready;
        if (kind !== 'none' && !isReadyName(name)) {
          return failed({ code: 'ready-name-unfit', values: { name } });
        }
        const address = targetName(targetOf(request.way));
        const other = targets.of(address);
        if (other !== undefined && other.id !== request.id) {
          return failed({ code: 'target-taken', values: { name: other.name, address } });
        }
        targets.remember(request.id, request.password);
        try {
          const kept = await targets.keep(request);
          queue.run();
          return succeeded(kept);
        } catch (error) {
          return failed(screenFailure(systemFailure(room.opening.recordsFolder, error)));
        }
      }),
    removeTarget: ({ id }) =>
      withQueue(room, async ({ queue, targets }) => {
        const target = targets.all().find((one) => one.id === id);
        const isInUse = queue
          .deliveries()
          .some(({ order, state }) => isOpen(state) && order.target === target?.address);
        if (target !== undefined && isInUse) {
          return failed({ code: 'target-in-use', values: { name: target.name } });
        }
        await targets.remove(id);
        return succeeded({ id });
      }),
    tryTarget: (request) =>
      withQueue(room, async ({ targets }) => {
        const { id, way, password } = request;
        try {
          const place = await openKept({ way }, password ?? targets.passwordOf(id));
          await place.close();
          return succeeded({ id });
        } catch (trouble) {
          if (!(trouble instanceof DeliveryTrouble)) throw trouble;
          return failed({ code: trouble.code, values: trouble.values });
        }
      }),
  };
}

function isOpen(state: Delivery['state']): boolean {
  return state === 'waiting' || state === 'held';
}

type SendingCalls = Pick<
  DeliveryCalls,
  | 'startDelivery'
  | 'deliveryProgress'
  | 'takeUpDelivery'
  | 'withdrawDelivery'
  | 'readReceipt'
  | 'writeReceipt'
>;

function sendingCalls(room: DeliveryRoom): SendingCalls {
  return {
    startDelivery: (request) =>
      withQueue(room, (open) => startDelivery(request as StartDeliveryRequest, room, open)),
    deliveryProgress: async ({ job }) => room.jobs.progress(job),
    takeUpDelivery: ({ delivery, password }) =>
      withQueue(room, async ({ queue, targets }) => {
        const address = deliveryOf(queue, delivery)?.order.target;
        const target = address === undefined ? undefined : targets.of(address);
        if (target !== undefined) targets.remember(target.id, password);
        await queue.takeUp(delivery);
        return succeeded({ delivery });
      }),
    withdrawDelivery: ({ delivery }) =>
      withQueue(room, async ({ queue }) => {
        await queue.withdraw(delivery);
        return succeeded({ delivery });
      }),
    readReceipt: (request) =>
      withQueue(room, async ({ queue }) => {
        const found = receiptOf(queue, request);
        return found === undefined ? NO_DELIVERY : succeeded({ paragraphs: found.words });
      }),
    writeReceipt: (request) => withQueue(room, ({ queue }) => writeReceipt(request, room, queue)),
  };
}

const NO_DELIVERY = failed({ code: 'no-such-delivery', values: {} });

function deliveryOf(queue: DeliveryQueue, id: string): Delivery | undefined {
  return queue.deliveries().find(({ order }) => order.id === id);
}

async function startDelivery(
  request: StartDeliveryRequest,
  room: DeliveryRoom,
  { queue, targets }: OpenedDeliveries,
): ReturnType<DeliveryCalls['startDelivery']> {
  const { sessions, opening, jobs, underWay } = room;
  const open = sessions.current(request.session);
  if (!open.ok) return open;
  const target = targets.all().find(({ id }) => id === request.target);
  if (target === undefined) return failed({ code: 'no-such-target', values: {} });
  const profile = await findProfile(opening.places.profilesFolder, request.profile);
  if (!profile.ok) return profile;
  const { folder, doc } = open.value;
  const issue = readIssue(doc);
  const { by, again, unsignedReason } = request;
  return jobs.start({
    work: {
      kind: 'delivery',
      folder,
      document: documentOf(open.value),
      templatesFolder: opening.places.templatesFolder,
      profilePath: profile.value,
      pages: [...new Set(request.pages)],
      target: target.address,
      deliveries: queue.deliveries(),
      again,
      unsignedReason,
      by,
      along: target.along,
      producer: await producerOf(opening),
      time: localTime(new Date()),
    },
    issue,
    targetName: target.name,
    queue,
    ordered: (delivery) => underWay.set(delivery, { folder, issue }),
  });
}

async function producerOf({ places }: DeskOpening): Promise<string> {
  return `Banxin ${await programVersion(places.packageFile)}`;
}

function receiptOf(
  queue: DeliveryQueue,
  { delivery: id, language }: ReceiptRequest,
): { readonly delivery: Delivery; readonly words: readonly WrittenParagraph[] } | undefined {
  const delivery = deliveryOf(queue, id);
  if (delivery === undefined) return undefined;
  const words = receiptWords(delivery, {
    language,
    sentence: (code, values) => sentence(language, code, values),
  });
  return { delivery, words };
}

/** Receipts lie in the issue folder and travel with it. */
const RECEIPTS = 'receipts';

async function writeReceipt(
  request: ReceiptRequest & { readonly session: string },
  { sessions, opening }: DeliveryRoom,
  queue: DeliveryQueue,
): Promise<Answer<{ readonly path: string }>> {
  const open = sessions.current(request.session);
  if (!open.ok) return open;
  const found = receiptOf(queue, request);
  if (found === undefined) return NO_DELIVERY;
  const press = await loadPressProfile(
    join(opening.places.profilesFolder, `${USUAL_PROFILE}.json`),
  );
  if (!press.ok) return press;
  const { delivery, words } = found;
  const parts = { press: press.value, producer: await producerOf(opening) };
  const pdf = await pressReceipt(delivery, words, parts);
  if (!pdf.ok) return pdf;
  const folder = join(open.value.folder, RECEIPTS);
  const time = delivery.order.at.slice(0, 19).replaceAll(/[T:]/gu, '-');
  const path = join(folder, `${time}-${delivery.order.id.slice(0, 8)}.pdf`);
  try {
    await mkdir(folder, { recursive: true });
    await replaceFile(path, pdf.value);
    return succeeded({ path });
  } catch (error) {
    return failed(screenFailure(systemFailure(path, error)));
  }
}

type SigningCalls = Pick<DeliveryCalls, 'keepSignedState' | 'changesSinceSigned'>;

function signingCalls(room: DeliveryRoom): SigningCalls {
  return {
    async keepSignedState({ session }) {
      const open = room.sessions.current(session);
      if (!open.ok) return open;
      const { folder, doc } = open.value;
      const kept = { at: localTime(new Date()), reason: 'signed', note: '' } as const;
      const done = folderAnswer(await keepVersion(folder, kept, readIssue(doc)));
      return done.ok ? succeeded({ version: done.value.name, at: kept.at }) : done;
    },
    changesSinceSigned: (request) => changesInWords(request, room),
  };
}

async function changesInWords(
  { session, page: id, look, language }: SignedPageRequest,
  { sessions, opening }: DeliveryRoom,
): ReturnType<DeliveryCalls['changesSinceSigned']> {
  const open = sessions.current(session);
  if (!open.ok) return open;
  const issue = readIssue(open.value.doc);
  const page = issue.pages.find((one) => one.id === id);
  if (page === undefined) return failed({ code: 'no-such-page', values: { page: id } });
  const templates = await readTemplates(join(opening.places.templatesFolder, 'pages'));
  const template = templates.ok
    ? templates.value.find((one) => one.id === page.template)
    : undefined;
  const signs = signOffState(issue, id, look, neededSignatures(template));
  const { folder } = open.value;
  return succeeded({ changes: await changesSinceSigned({ folder, issue, page, language }, signs) });
}
