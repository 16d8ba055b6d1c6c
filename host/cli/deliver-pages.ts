import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Finding } from '#engine/units/finding.ts';
import { changesSinceSigned } from '#host/delivery/changes-since-signed.ts';
import type { DeliveryOverride } from '#host/delivery/delivery-entry.ts';
import type { Delivery } from '#host/delivery/delivery-log.ts';
import { packageOf } from '#host/delivery/delivery-package.ts';
import {
  type DeliveryQueue,
  type FileInHand,
  openDeliveryQueue,
} from '#host/delivery/delivery-queue.ts';
import { type DeliveryTarget, openTarget, targetName } from '#host/delivery/delivery-target.ts';
import {
  type FileForDelivery,
  isUnsigned,
  lookThrough,
  namedPages,
  overrideFor,
  type PageForDelivery,
  type PagesToDeliver,
  packageParts,
  pressForDelivery,
} from '#host/delivery/pages-to-deliver.ts';
import { pressReceipt } from '#host/delivery/press-paper.ts';
import { receiptWords } from '#host/delivery/receipt-words.ts';
import { roleWords } from '#host/delivery/role-words.ts';
import type { AlongWithPages } from '#host/delivery-contract.ts';
import { localTime } from '#host/desk/press-calls.ts';
import { screenFailure } from '#host/desk/screen-failure.ts';
import type { Attempt } from '#host/issue-folder/folder-failure.ts';
import { keepVersion } from '#host/issue-folder/versions.ts';
import { loadPressProfile } from '#host/press/load-press-profile.ts';
import { writeOutput } from '#host/press/press-issue.ts';
import { recordsFolder } from '#host/user-folders.ts';
import { complainOfPress } from './complain-of-press.ts';
import type { ExitCode } from './exit-codes.ts';
import { EXIT } from './exit-codes.ts';
import type { IssueRequest } from './open-issue.ts';
import { openIssue } from './open-issue.ts';
import { producer } from './press-sheets.ts';
import { holdingCount, sayFindings } from './say-findings.ts';
import { sentence } from './sentences.ts';
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
  /** Why pages are sent that are not signed; undefined sends none. */
  readonly unsigned: string | undefined;
  /** What goes to the print shop beside the pages. */
  readonly along: AlongWithPages;
  /** File for the receipt. */
  readonly receipt: string | undefined;
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
  if (!press.ok) return complainOfPress(press.failure, terminal);
  const line = await openLine(request, terminal);
  if (!line.ok) {
    const { code, values } = screenFailure(line.failure);
    terminal.complain(code === 'open elsewhere' ? 'delivery-open-elsewhere' : code, values);
    return EXIT.output;
  }
  const { queue } = line.value;
  const wish: PagesToDeliver = {
    room: opened.room,
    pages: opened.pages,
    press: press.value,
    deliveries: queue.deliveries(),
    target: targetName(request.target),
    producer: producer(),
    time: localTime(new Date()),
  };
  try {
    return await deliverPages({ request, wish, terminal, ...line.value });
  } finally {
    await queue.shut();
  }
}

/** The queue, and when the line to the print shop was given up. */
interface DeliveryLine {
  readonly queue: DeliveryQueue;
  readonly givenUp: Promise<'given up'>;
}

interface DeliveryWork extends DeliveryLine {
  readonly request: DeliverRequest;
  readonly wish: PagesToDeliver;
  readonly terminal: Terminal;
}

/** Attempts wait twice as long each time; what was ordered stays in the queue after the last. */
const FIRST_PAUSE_MS = 1000;
const MOST_ATTEMPTS = 5;

/** The line to the one target that was named; orders for others are left to who can send them. */
async function openLine(
  { target }: DeliverRequest,
  terminal: Terminal,
): Promise<Attempt<DeliveryLine>> {
  const { promise: givenUp, resolve: giveUp } = Promise.withResolvers<'given up'>();
  const queue = await openDeliveryQueue({
    folder: join(recordsFolder(), 'delivery'),
    takes: (order) => order.target === targetName(target),
    openPlace: () => openTarget(target, undefined),
    now: () => localTime(new Date()),
    async pause({ attempts, trouble }, signal) {
      if (attempts >= MOST_ATTEMPTS) giveUp('given up');
      if (trouble) terminal.complain(trouble.code, trouble.values);
      const wait = FIRST_PAUSE_MS * 2 ** Math.min(attempts, MOST_ATTEMPTS);
      await pause(wait, undefined, { signal }).catch(() => undefined);
    },
  });
  return queue.ok ? { ok: true, value: { queue: queue.value, givenUp } } : queue;
}

/** What is in line for the target goes first; then the pages that have changed. */
async function deliverPages(work: DeliveryWork): Promise<ExitCode> {
  const { queue, wish, terminal } = work;
  const inLine = queue
    .deliveries()
    .filter(({ order, state }) => order.target === wish.target && isOpen(state));
  for (const { order, state } of inLine) if (state === 'held') await queue.takeUp(order.id);
  const ids = inLine.map(({ order }) => order.id);
  const pages = await filesToSend(work);
  if (pages.files.length > 0) ids.push(await orderFiles(pages, work));
  if (ids.length === 0 && pages.exit === EXIT.done) terminal.say('delivery-nothing', {});
  const end = ids.length === 0 ? 'idle' : await Promise.race([queue.idle(), work.givenUp]);
  const deliveries = queue.deliveries().filter(({ order }) => ids.includes(order.id));
  const sent = deliveries.map((delivery) => report(delivery, terminal));
  if (end === 'given up') terminal.complain('delivery-stays', { target: wish.target });
  if (sent.includes(true)) await keepDelivered(work);
  const receipt = await writeReceipt(deliveries.at(-1) ?? lastOf(work), work);
  if (pages.exit !== EXIT.done) return pages.exit;
  return sent.includes(false) ? EXIT.output : receipt;
}

function isOpen(state: Delivery['state']): boolean {
  return state === 'waiting' || state === 'held';
}

/** Says what has arrived of a delivery, and why not all of it; true when all of it has. */
function report({ order, sent, state, trouble }: Delivery, terminal: Terminal): boolean {
  for (const { name, sha256 } of order.files) {
    if (sent.has(name)) terminal.say('delivered', { file: name, sha256, target: order.target });
  }
  if (trouble) terminal.complain(trouble.code, trouble.values);
  return state === 'done';
}

/** The delivery that last brought a page of this issue to the target. */
function lastOf({ queue, wish }: DeliveryWork): Delivery | undefined {
  return queue
    .deliveries()
    .findLast(
      ({ order }) =>
        order.target === wish.target &&
        order.files.some(({ page }) => page?.issue === wish.room.issue.id),
    );
}

/** The pages to send; with an exit code when something holds them. */
interface PagesInHand {
  readonly override: DeliveryOverride | undefined;
  readonly files: readonly FileInHand[];
  readonly exit: ExitCode;
}

async function filesToSend(work: DeliveryWork): Promise<PagesInHand> {
  const { request, wish, terminal } = work;
  const { issue } = wish.room;
  const all = lookThrough(wish);
  const held = (exit: ExitCode): PagesInHand => ({ override: undefined, files: [], exit });
  const findings: Finding[] = all.flatMap((sheet) => sheet.findings);
  sayFindings(findings, issue, terminal);
  const blocking = holdingCount(findings, issue);
  if (blocking > 0 && !request.anyway) {
    terminal.complain('held-back', { count: blocking });
    return held(EXIT.held);
  }
  const sheets = all.filter((sheet) => request.again || !sayUnchanged(sheet, terminal));
  const unsigned = sheets.filter(isUnsigned);
  for (const sheet of unsigned) await sayUnsigned(sheet, work);
  if (unsigned.length > 0 && request.unsigned === undefined) {
    terminal.complain('held-unsigned', { count: unsigned.length });
    return held(EXIT.held);
  }
  return pressSheets(sheets, work);
}

/** Presses the pages, reads them back and packs them with what goes along. */
async function pressSheets(
  sheets: readonly PageForDelivery[],
  { request, wish, terminal }: DeliveryWork,
): Promise<PagesInHand> {
  const { issue } = wish.room;
  const held = (exit: ExitCode): PagesInHand => ({ override: undefined, files: [], exit });
  const pages: FileForDelivery[] = [];
  for (const one of namedPages(sheets, wish)) {
    const pdf = await pressForDelivery(one, wish);
    if (!pdf.ok) return held(complainOfPress(pdf.failure, terminal));
    const { findings } = pdf.value;
    sayFindings(findings, issue, terminal);
    const count = holdingCount(findings, issue);
    if (count > 0 && !request.anyway) {
      terminal.complain('pdf-held', { page: one.sheet.page.number, count });
      return held(EXIT.held);
    }
    pages.push(pdf.value);
  }
  const { along, by, unsigned } = request;
  const override = overrideFor(sheets, { by, reason: unsigned ?? '' });
  if (pages.length === 0) return { override, files: [], exit: EXIT.done };
  const files = await packageOf(pages, { ...packageParts(wish), along, by, override });
  if (!files.ok) return held(complainOfPress(files.failure, terminal));
  return { override, files: files.value, exit: EXIT.done };
}

/** Names a page that lies at the print shop as it is, or is on its way. */
function sayUnchanged({ page, plan }: PageForDelivery, terminal: Terminal): boolean {
  if (!plan.isThere) return false;
  const code = plan.isInLine ? 'delivery-in-line' : 'delivery-unchanged';
  terminal.say(code, { page: page.number, version: plan.version });
  return true;
}

async function sayUnsigned(sheet: PageForDelivery, { wish, terminal }: DeliveryWork) {
  const { page, signs } = sheet;
  const { language } = terminal;
  const [or, and] = language === 'zh' ? ['或', '、'] : [' or ', ', '];
  const roles = signs.missing
    .map((group) => group.map((role) => roleWords(role, language)).join(or))
    .join(and);
  const code = signs.kind === 'changed' ? 'page-changed-since-signed' : 'page-unsigned';
  terminal.say(code, { page: page.number, roles });
  const { issue, folder } = wish.room;
  const changes = await changesSinceSigned({ folder, issue, page, language }, signs);
  for (const change of changes ?? []) terminal.note(`  ${change}`);
}

async function orderFiles(
  { override, files }: PagesInHand,
  { queue, request, wish }: DeliveryWork,
): Promise<string> {
  const id = randomUUID();
  const { by } = request;
  await queue.order(
    {
      id,
      at: localTime(new Date()),
      target: wish.target,
      targetName: wish.target,
      by,
      subject: packageParts(wish).subject,
      override,
    },
    files,
  );
  return id;
}

async function writeReceipt(
  delivery: Delivery | undefined,
  { request, wish, terminal }: DeliveryWork,
): Promise<ExitCode> {
  if (request.receipt === undefined) return EXIT.done;
  if (delivery === undefined) {
    terminal.complain('no-receipt', {});
    return EXIT.held;
  }
  const { language } = terminal;
  const words = receiptWords(delivery, {
    language,
    sentence: (code, values) => sentence(language, code, values),
  });
  const pdf = await pressReceipt(delivery, words, wish);
  const written = pdf.ok ? await writeOutput(request.receipt, pdf.value) : pdf;
  if (!written.ok) return complainOfPress(written.failure, terminal);
  terminal.say('receipt-written', { path: request.receipt });
  return EXIT.done;
}

/** The next proof can be compared with it. A folder that takes none is no reason to complain. */
async function keepDelivered({ wish, request, terminal }: DeliveryWork): Promise<void> {
  const kept = { at: localTime(new Date()), reason: 'delivered', note: '' } as const;
  const done = await keepVersion(wish.room.folder, kept, wish.room.issue);
  if (!done.ok) terminal.say('version-not-kept', { folder: request.issue.folder });
}
