import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DisplayList } from '#engine/display/display-list.ts';
import type { Page } from '#engine/model/issue.ts';
import { firstNames, pressFileNames } from '#engine/press/page-names.ts';
import type { Finding } from '#engine/units/finding.ts';
import { planPage } from '#host/delivery/delivery-log.ts';
import {
  type DeliveryQueue,
  type FileInHand,
  openDeliveryQueue,
} from '#host/delivery/delivery-queue.ts';
import {
  type DeliveryTarget,
  openTarget,
  readTarget,
  targetName,
} from '#host/delivery/delivery-target.ts';
import { pageDigest } from '#host/delivery/page-digest.ts';
import type { ComposingRoom } from '#host/desk/composing-room.ts';
import { localTime } from '#host/desk/press-calls.ts';
import { readAsset } from '#host/issue-folder/assets.ts';
import { keepVersion } from '#host/issue-folder/versions.ts';
import { type LoadedPressProfile, loadPressProfile } from '#host/press/load-press-profile.ts';
import { type PressAttempt, type PressFailure, pressed } from '#host/press/press-failure.ts';
import { openPressroom } from '#host/press/pressroom.ts';
import { isUnsound, readPageBack } from '#host/press/read-page-back.ts';
import { recordsFolder } from '#host/user-folders.ts';
import { complainOfPress } from './complain-of-press.ts';
import { composeIn } from './compose.ts';
import type { ExitCode } from './exit-codes.ts';
import { EXIT } from './exit-codes.ts';
import type { IssueRequest } from './open-issue.ts';
import { openIssue } from './open-issue.ts';
import { producer } from './press-sheets.ts';
import { holdingCount, sayFindings } from './say-findings.ts';
import type { Terminal } from './terminal.ts';

/** What `banxin deliver` was asked for. */
export interface DeliverRequest {
  readonly issue: IssueRequest;
  readonly target: DeliveryTarget;
  readonly profilePath: string;
  readonly by: string;
  /** Deliver although something was found that should hold the page back. */
  readonly anyway: boolean;
  /** Deliver pages that have not changed once more. */
  readonly again: boolean;
}

/** Presses the pages that have changed since they were delivered, and delivers them. */
export async function deliverIssue(request: DeliverRequest, terminal: Terminal): Promise<ExitCode> {
  const [opened, press] = await Promise.all([
    openIssue(request.issue),
    loadPressProfile(request.profilePath),
  ]);
  if (!opened.ok) {
    terminal.complain(opened.failure.code, opened.failure.values);
    return opened.exit;
  }
  if (!press.ok) {
    return complainOfPress(press.failure, terminal);
  }
  const sheets = opened.pages.map((page) => ({ page, ...composeIn(opened.room, page) }));
  const findings: Finding[] = sheets.flatMap((sheet) => sheet.findings);
  const { issue } = opened.room;
  sayFindings(findings, issue, terminal);
  const blocking = holdingCount(findings, issue);
  if (blocking > 0 && !request.anyway) {
    terminal.complain('held-back', { count: blocking });
    return EXIT.held;
  }
  const line = await openLine(request, terminal);
  try {
    const work = { request, room: opened.room, press: press.value, terminal, ...line };
    return await deliverSheets(sheets, work);
  } finally {
    await line.queue.shut();
  }
}

interface Sheet {
  readonly page: Page;
  readonly list: DisplayList;
}

/** The queue, and when the line to the print shop was given up. */
interface DeliveryLine {
  readonly queue: DeliveryQueue;
  readonly givenUp: Promise<'given up'>;
}

interface DeliveryWork extends DeliveryLine {
  readonly request: DeliverRequest;
  readonly room: ComposingRoom;
  readonly press: LoadedPressProfile;
  readonly terminal: Terminal;
}

/** Attempts wait twice as long each time; what was ordered stays in the queue after the last. */
const FIRST_PAUSE_MS = 1000;
const MOST_ATTEMPTS = 5;

async function openLine(request: DeliverRequest, terminal: Terminal): Promise<DeliveryLine> {
  const { promise: givenUp, resolve: giveUp } = Promise.withResolvers<'given up'>();
  const keys = request.target.kind === 'sftp' ? request.target : NO_KEYS;
  const queue = await openDeliveryQueue({
    folder: join(recordsFolder(), 'delivery'),
    // The name of a target is its address.
    openPlace: (order) => openTarget(readTarget(order.target, keys)),
    now: () => localTime(new Date()),
    async pause(attempts, signal) {
      if (attempts >= MOST_ATTEMPTS) giveUp('given up');
      const trouble = queue.underWay()?.trouble;
      if (trouble) terminal.complain(trouble.code, trouble.values);
      const wait = FIRST_PAUSE_MS * 2 ** Math.min(attempts, MOST_ATTEMPTS);
      await pause(wait, undefined, { signal }).catch(() => undefined);
    },
  });
  return { queue, givenUp };
}

const NO_KEYS = { hostKey: undefined, keyFile: undefined };

async function deliverSheets(sheets: readonly Sheet[], work: DeliveryWork): Promise<ExitCode> {
  const { queue, request, terminal } = work;
  const files = await pressChanged(sheets, work);
  if (!files.ok) {
    terminal.complain(files.failure.code, files.failure.values);
    return files.failure.code === 'pdf-held' ? EXIT.held : EXIT.material;
  }
  if (files.value.length === 0) {
    terminal.say('delivery-nothing', {});
    return EXIT.done;
  }
  const id = randomUUID();
  const name = targetName(request.target);
  const order = { id, at: localTime(new Date()), target: name, targetName: name, by: request.by };
  await queue.order({ ...order, override: undefined }, files.value);
  const end = await Promise.race([queue.idle(), work.givenUp]);
  const delivery = queue.deliveries().find((one) => one.order.id === id);
  for (const file of delivery?.order.files ?? []) {
    if (!delivery?.sent.has(file.name)) continue;
    terminal.say('delivered', { file: file.name, sha256: file.sha256, target: name });
  }
  if (delivery?.state === 'done') {
    await keepDelivered(work);
    return EXIT.done;
  }
  if (delivery?.trouble) terminal.complain(delivery.trouble.code, delivery.trouble.values);
  if (end === 'given up') terminal.complain('delivery-stays', { target: name });
  return EXIT.output;
}

/** The next proof can be compared with it. A folder that takes none is no reason to complain. */
async function keepDelivered({ room, request, terminal }: DeliveryWork): Promise<void> {
  const kept = { at: localTime(new Date()), reason: 'delivered', note: '' } as const;
  const done = await keepVersion(room.folder, kept, room.issue);
  if (!done.ok) terminal.say('version-not-kept', { folder: request.issue.folder });
}

/** Pages that lie at the print shop as they are are named and passed over. */
async function pressChanged(
  sheets: readonly Sheet[],
  { request, room, press, queue, terminal }: DeliveryWork,
): Promise<PressAttempt<readonly FileInHand[]>> {
  const pressroom = openPressroom({
    fonts: room.book,
    press,
    readAsset: (asset) => readAsset(room.folder, asset),
    producer: producer(),
  });
  const files: FileInHand[] = [];
  for (const { page, list } of sheets) {
    const inHand = { issue: room.issue.id, number: page.number, digest: pageDigest(list, press) };
    const plan = planPage(queue.deliveries(), targetName(request.target), inHand);
    if (plan.isThere && !request.again) {
      terminal.say('delivery-unchanged', { page: page.number, version: plan.version });
      continue;
    }
    const first = firstNames(room.issue, page, {
      plates: press.profile.plates,
      time: localTime(new Date()),
    });
    const names = { ...first, version: plan.version };
    const pdf = await pressroom.press({ list, names });
    if (!pdf.ok) return pdf;
    const held = heldByReading(pdf.value, page.number, { request, room, press, terminal });
    if (held !== undefined) return { ok: false, failure: held };
    const [name = ''] = pressFileNames(press.profile.fileName, [names], 'plates');
    files.push({ name, bytes: pdf.value, page: { ...inHand, version: plan.version } });
  }
  return pressed(files);
}

/** Reads a finished page back; one that breaks a rule goes nowhere unless it is told to. */
function heldByReading(
  pdf: Uint8Array,
  page: string,
  { request, room, press, terminal }: Omit<DeliveryWork, keyof DeliveryLine>,
): PressFailure | undefined {
  const reading = readPageBack(pdf, { number: page, standard: undefined }, press);
  sayFindings(reading.findings, room.issue, terminal);
  if (isUnsound(reading)) return { code: 'pdf-unsound', values: { page } };
  const count = holdingCount(reading.findings, room.issue);
  return count > 0 && !request.anyway ? { code: 'pdf-held', values: { page, count } } : undefined;
}
