import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type {
  DraftCaption,
  DraftOrigin,
  DraftSender,
  DraftState,
  OpenedDraft,
} from '#engine/intake/inbox-draft.ts';
import type { IntakeRooms } from '#host/intake/intake-rooms.ts';
import { type Attempt, failed, systemFailure } from '#host/issue-folder/folder-failure.ts';
import { type FolderLock, takeLock } from '#host/issue-folder/folder-lock.ts';
import {
  createDraftShelf,
  type DraftQuestion,
  type DraftShelf,
  type FoundDrafts,
  type PastIssue,
} from './draft-shelf.ts';
import {
  inboxLogPath,
  keepReading,
  keepReceived,
  makeInboxFolder,
  picturePath,
  readKept,
  receivedPath,
} from './inbox-folder.ts';
import { type InboxLog, openInboxLog, type ReceivedRecord } from './inbox-log.ts';
import { freshReceipt } from './receipt-number.ts';

/** A draft to take in. */
export interface IncomingDraft {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly origin: DraftOrigin;
  readonly sender?: DraftSender | undefined;
  /** What the sender calls this sending: one that is sent again is the same draft. */
  readonly key?: string | undefined;
}

/** A draft that has its receipt number and lies in received/ already. */
export interface AcknowledgedDraft extends Omit<ReceivedRecord, 'kind' | 'key'> {
  readonly key: string;
}

/** What somebody decides about a draft. */
export interface DraftDecision {
  readonly state: DraftState;
  readonly reason: string;
  readonly by: string;
}

/** An inbox that is open; this program alone writes to it. */
export interface Inbox {
  /** Lines of the log that could not be read. */
  readonly damagedLines: number;
  /** Answers when the draft is on the disk, before anything has read it. */
  receive(draft: IncomingDraft): Promise<Attempt<DraftCaption>>;
  /** Takes up a draft that another program has put into received/ and acknowledged. */
  takeUp(draft: AcknowledgedDraft): Promise<Attempt<DraftCaption>>;
  list(question: DraftQuestion): FoundDrafts;
  /** Undefined when there is no such draft. */
  open(receipt: string): Promise<OpenedDraft | undefined>;
  /** The bytes as they came. */
  file(receipt: string): Promise<Attempt<Uint8Array> | undefined>;
  /** A picture of a draft, with the name of its file, by the name that its matter uses. */
  picture(receipt: string, picture: string): Promise<Attempt<DraftPicture> | undefined>;
  /** Undefined when there is no such draft. */
  mark(receipt: string, decision: DraftDecision): Promise<Attempt<DraftCaption> | undefined>;
  /** Issues of the past that drafts are compared with. */
  putIssue(issue: PastIssue): void;
  /** When everything received so far has been read. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** A picture as it came with a draft. */
export interface DraftPicture {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What an inbox is opened with. */
export interface InboxParts {
  readonly folder: string;
  readonly rooms: IntakeRooms;
  /** ISO date and time of now. */
  readonly now: () => string;
}

/** Opens the inbox in a folder, made when it is not there; drafts not yet read are read now. */
export async function openInbox(parts: InboxParts): Promise<Attempt<Inbox>> {
  const { folder } = parts;
  try {
    await makeInboxFolder(folder);
    const lock = await takeLock(folder, { takeOver: false });
    if (!lock.ok) return lock;
    try {
      return { ok: true, value: inboxOver(await openDesk(parts, lock.value)) };
    } catch (error) {
      await lock.value.release();
      throw error;
    }
  } catch (error) {
    return failed(systemFailure(folder, error));
  }
}

interface InboxDesk {
  readonly parts: InboxParts;
  readonly log: InboxLog;
  readonly shelf: DraftShelf;
  readonly lock: FolderLock;
  /** Readings under way. */
  readonly open: Set<Promise<void>>;
  isClosed: boolean;
}

async function openDesk(parts: InboxParts, lock: FolderLock): Promise<InboxDesk> {
  const log = await openInboxLog(inboxLogPath(parts.folder));
  const shelf = createDraftShelf();
  for (const record of log.entries()) shelf.add(record);
  const desk: InboxDesk = { parts, log, shelf, lock, open: new Set(), isClosed: false };
  await takeUpReadings(desk);
  return desk;
}

/** Trouble of the machine rather than of the draft: worth another try at the next start. */
const WORTH_ANOTHER_TRY = new Set([
  'draft-too-slow',
  'draft-reader-stopped',
  'draft-reader-broken',
]);

async function takeUpReadings(desk: InboxDesk): Promise<void> {
  const { parts, shelf } = desk;
  for (const { received } of shelf.all()) {
    const kept = await readKept(parts.folder, received.receipt);
    if (kept === undefined || WORTH_ANOTHER_TRY.has(kept.why?.code ?? '')) {
      beginReading(desk, received.receipt);
    } else shelf.putReading(received.receipt, kept);
  }
}

function beginReading(desk: InboxDesk, receipt: string): void {
  const reading = readInto(desk, receipt).catch((trouble: unknown) => {
    // The draft stays as one that waits; it is read at the next start.
    console.error(trouble);
  });
  desk.open.add(reading);
  void reading.then(() => desk.open.delete(reading));
}

async function readInto(desk: InboxDesk, receipt: string): Promise<void> {
  const { parts, shelf } = desk;
  const received = shelf.get(receipt)?.received;
  if (received === undefined) return;
  const path = receivedPath(parts.folder, received.sha256);
  const reading = await parts.rooms.read({ name: received.name, path });
  // A room that was ended because the desk closes says nothing about the draft.
  if (desk.isClosed) return;
  shelf.putReading(receipt, await keepReading(parts.folder, receipt, reading));
}

function inboxOver(desk: InboxDesk): Inbox {
  const { parts, shelf, log } = desk;
  const comingIn = new Map<string, Promise<Attempt<DraftCaption>>>();
  return {
    damagedLines: log.lostLines,
    receive(draft) {
      const { key = '' } = draft;
      const before = key === '' ? undefined : shelf.receiptOf(key);
      const known = before === undefined ? undefined : shelf.get(before);
      if (known !== undefined) return Promise.resolve({ ok: true, value: shelf.caption(known) });
      const coming = comingIn.get(key);
      if (key !== '' && coming !== undefined) return coming;
      const taken = receive(desk, draft).finally(() => comingIn.delete(key));
      comingIn.set(key, taken);
      return taken;
    },
    async takeUp(draft) {
      const coming = comingIn.get(draft.key);
      if (coming !== undefined) return coming;
      if (shelf.get(draft.receipt) !== undefined) {
        return { ok: true, value: captionOf(desk, draft.receipt) };
      }
      const taken = attempt(parts.folder, () => enter(desk, draft));
      const done = taken.finally(() => comingIn.delete(draft.key));
      comingIn.set(draft.key, done);
      return done;
    },
    list: (question) => shelf.list(question),
    async open(receipt) {
      const draft = shelf.get(receipt);
      if (draft === undefined) return undefined;
      const kept = await readKept(parts.folder, receipt);
      return { caption: shelf.caption(draft), matter: kept?.matter, history: draft.marks };
    },
    file: async (receipt) => {
      const draft = shelf.get(receipt);
      if (draft === undefined) return undefined;
      const path = receivedPath(parts.folder, draft.received.sha256);
      return attempt(path, () => readFile(path));
    },
    picture: (receipt, picture) => pictureOf(desk, receipt, picture),
    mark: (receipt, decision) => markDraft(desk, receipt, decision),
    putIssue: (issue) => shelf.putIssue(issue),
    async settle() {
      while (desk.open.size > 0) await Promise.all(desk.open);
    },
    async close() {
      if (desk.isClosed) return;
      desk.isClosed = true;
      await parts.rooms.shut();
      await Promise.all(desk.open);
      await log.close();
      await desk.lock.release();
    },
  };
}

/** First the bytes, then the record; only then is the draft acknowledged, and only then read. */
async function receive(desk: InboxDesk, draft: IncomingDraft): Promise<Attempt<DraftCaption>> {
  const { parts, shelf } = desk;
  const { origin, key = '', sender = { name: '', unit: '', phone: '' } } = draft;
  const name = basename(draft.name.replaceAll('\\', '/')).slice(-200) || 'draft';
  return attempt(parts.folder, async () => {
    const digest = await keepReceived(parts.folder, draft.bytes);
    const receipt = freshReceipt((taken) => shelf.get(taken) !== undefined);
    const bytes = draft.bytes.length;
    const at = parts.now();
    return enter(desk, { receipt, sha256: digest, name, bytes, origin, sender, key, at });
  });
}

async function enter(desk: InboxDesk, draft: AcknowledgedDraft): Promise<DraftCaption> {
  const record = { kind: 'received', ...draft } as const;
  await desk.log.add(record);
  desk.shelf.add(record);
  beginReading(desk, draft.receipt);
  return captionOf(desk, draft.receipt);
}

async function markDraft(
  desk: InboxDesk,
  receipt: string,
  decision: DraftDecision,
): Promise<Attempt<DraftCaption> | undefined> {
  const { parts, log, shelf } = desk;
  if (shelf.get(receipt) === undefined) return undefined;
  return attempt(parts.folder, async () => {
    const record = { kind: 'marked', receipt, ...decision, at: parts.now() } as const;
    await log.add(record);
    shelf.add(record);
    return captionOf(desk, receipt);
  });
}

function captionOf({ shelf }: InboxDesk, receipt: string): DraftCaption {
  const draft = shelf.get(receipt);
  if (draft === undefined) throw new Error(`no draft ${receipt}, which was there just now`);
  return shelf.caption(draft);
}

async function pictureOf(
  { parts, shelf }: InboxDesk,
  receipt: string,
  picture: string,
): Promise<Attempt<DraftPicture> | undefined> {
  if (shelf.get(receipt) === undefined) return undefined;
  const reading = await readKept(parts.folder, receipt);
  const at = reading?.matter?.pictures.findIndex(({ name }) => name === picture) ?? -1;
  const file = reading?.pictures[at];
  if (file === undefined) return undefined;
  const path = picturePath(parts.folder, file);
  return attempt(path, async () => ({ file, bytes: await readFile(path) }));
}

async function attempt<Value>(path: string, work: () => Promise<Value>): Promise<Attempt<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return failed(systemFailure(path, error));
  }
}
