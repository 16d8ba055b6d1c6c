import { randomUUID } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { encodeIssueDoc, type IssueDoc, mergeUpdate } from '#engine/model/issue-updates.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { Answer, Failure, IssueHolder, OpenedIssue, Written } from '#host/contract.ts';
import type { FolderFailure } from '#host/issue-folder/folder-failure.ts';
import { type OpenIssueFolder, openIssueFolder } from '#host/issue-folder/open-issue-folder.ts';
import { readIssueDocument } from '#host/issue-folder/read-issue-folder.ts';
import { failed, succeeded } from './answers.ts';
import { badRequest } from './requests.ts';
import { folderAnswer, screenFailure } from './screen-failure.ts';

/** An issue that lies open in this window. */
export interface OpenSession {
  readonly session: string;
  readonly folder: string;
  readonly doc: IssueDoc;
  readonly findings: readonly Finding[];
  /** Who else has it; nothing is written then. */
  readonly heldBy: IssueHolder | undefined;
  /** The folder under our lock; undefined when it is only read. */
  readonly kept: OpenIssueFolder | undefined;
}

/** Which issue folder is opened. */
export interface OpeningRequest {
  readonly folder: string;
  readonly takeOver: boolean;
}

/** The issue on the desk: one at a time, under a name that is over when the next one is opened. */
export interface IssueSessions {
  open(request: OpeningRequest): Promise<Answer<OpenSession>>;
  /** The issue of that session, as long as it is the one on the desk. */
  current(session: string): Answer<OpenSession>;
  /** Folder of a session of this run, over or not. */
  folderOf(session: string): string | undefined;
  write(session: string, update: Uint8Array): Promise<Answer<Written>>;
  save(session: string): Promise<Answer<Written>>;
  close(session: string): Promise<Answer<Written>>;
  /** Gives back whatever lies open, at the end of the program. */
  shut(): Promise<void>;
}

/** An empty desk. */
export function createIssueSessions(): IssueSessions {
  const folders = new Map<string, string>();
  let lying: OpenSession | undefined;
  // Openings and closings stand in line, so that no two of them hold one folder.
  let line: Promise<unknown> = Promise.resolve();

  function inLine<Value>(task: () => Promise<Value>): Promise<Value> {
    const done = line.then(task);
    line = done.catch(() => undefined);
    return done;
  }
  function current(session: string): Answer<OpenSession> {
    if (lying?.session === session) return succeeded(lying);
    return failed({ code: 'session-over', values: { folder: folders.get(session) ?? '' } });
  }
  async function putAway(): Promise<FolderFailure | undefined> {
    const ending = lying?.kept;
    lying = undefined;
    if (ending === undefined) return undefined;
    // Saved at the end, so that edits which only the log has are a sign of a program that died.
    if (ending.unsavedEdits() > 0) await ending.save();
    return ending.close();
  }
  async function openNext(request: OpeningRequest): Promise<Answer<OpenSession>> {
    // The same folder is given back before it is taken again; another only for one that opens.
    if (lying !== undefined && (await isSameFolder(lying.folder, request.folder))) await putAway();
    const opened = await openSession(request);
    if (!opened.ok) return opened;
    await putAway();
    lying = opened.value;
    folders.set(lying.session, lying.folder);
    return opened;
  }
  return {
    open: (request) => inLine(() => openNext(request)),
    current,
    folderOf: (session) => folders.get(session),
    async write(session, update) {
      const open = current(session);
      return open.ok ? writeUpdate(open.value, update) : open;
    },
    async save(session) {
      const open = current(session);
      if (!open.ok) return open;
      const { heldBy, kept } = open.value;
      return kept === undefined ? failed(readOnly(heldBy)) : written(await kept.save());
    },
    close: (session) =>
      inLine(async () => {
        const open = current(session);
        return open.ok ? written(await putAway()) : open;
      }),
    shut: () => inLine(async () => void (await putAway())),
  };
}

/** What the screen is told of an opening. */
export function describeSession(open: OpenSession): OpenedIssue {
  const { session, folder, heldBy, findings } = open;
  return { session, folder, heldBy, findings };
}

async function isSameFolder(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map((path) => realPath(path)));
  return first === second;
}

function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

async function openSession({ folder, takeOver }: OpeningRequest): Promise<Answer<OpenSession>> {
  const session = randomUUID();
  const attempt = await openIssueFolder(folder, { takeOver });
  if (attempt.ok) {
    const { doc, findings } = attempt.value;
    return succeeded({ session, folder, doc, findings, heldBy: undefined, kept: attempt.value });
  }
  if (attempt.failure.code !== 'open elsewhere') return folderAnswer(attempt);
  const reading = folderAnswer(await readIssueDocument(folder));
  if (!reading.ok) return reading;
  const { host, user, since } = attempt.failure.holder;
  const heldBy = { computer: host, user, since };
  return succeeded({ session, folder, ...reading.value, heldBy, kept: undefined });
}

async function writeUpdate(open: OpenSession, update: Uint8Array): Promise<Answer<Written>> {
  if (open.kept === undefined) return failed(readOnly(open.heldBy));
  try {
    mergeUpdate(open.doc, update);
  } catch {
    return failed(badRequest('writeUpdate'));
  }
  return written(await open.kept.settle());
}

/** The failure of writing to an issue that somebody else has. */
export function readOnly(heldBy: IssueHolder | undefined): Failure {
  return { code: 'read-only', values: { ...heldBy } };
}

function written(failure: FolderFailure | undefined): Answer<Written> {
  if (failure !== undefined) return failed(screenFailure(failure));
  return succeeded({ at: new Date().toISOString() });
}

/** The document of an open issue as one update. */
export function documentOf({ doc }: OpenSession): Uint8Array {
  return encodeIssueDoc(doc);
}
