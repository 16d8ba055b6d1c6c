import { readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  encodeIssueDoc,
  type IssueDoc,
  mergeUpdate,
  watchUpdates,
} from '#engine/model/issue-updates.ts';
import { readableJson } from '#engine/model/json-text.ts';
import { readIssue } from '#engine/model/read-issue.ts';
import { sha256 } from './assets.ts';
import { errorCode, type FolderFailure, FolderTrouble, systemFailure } from './folder-failure.ts';
import type { FolderLock } from './folder-lock.ts';
import { logHeader, readLog, savedJsonRecord, updateRecord } from './log-format.ts';
import { createLogWriter, type LogFile, type LogWriter } from './log-writer.ts';
import { JSON_NAME, type LastSave, LOG_NAME } from './read-issue-folder.ts';
import { replaceFile } from './replace-file.ts';

/** An issue folder and the document that its log follows. */
export interface JournalPlace {
  readonly folder: string;
  readonly doc: IssueDoc;
  readonly lock: FolderLock;
  readonly openLog: (path: string) => Promise<LogFile>;
  readonly lastSave: LastSave;
  /** Bytes of the log when it is whole; undefined writes it anew. */
  readonly logLength: number | undefined;
}

/** Keeps the log of an open folder; see OpenIssueFolder for what the calls promise. */
export interface Journal {
  /** Sees that the folder can be written; a log that is missing or damaged is written at once. */
  mend(): Promise<FolderFailure | undefined>;
  settle(): Promise<FolderFailure | undefined>;
  save(): Promise<FolderFailure | undefined>;
  close(): Promise<FolderFailure | undefined>;
  /** Edits that issue.json does not hold. */
  unsavedEdits(): number;
}

/** What is still to be written, and the line in which tasks wait. */
interface JournalState {
  readonly place: JournalPlace;
  readonly logPath: string;
  /** Open while records are appended; closed while the log is replaced. */
  writer: LogWriter | undefined;
  /** Where the next record begins; undefined when the log must be written anew. */
  logLength: number | undefined;
  unwritten: readonly Uint8Array[];
  lastSave: LastSave;
  line: Promise<FolderFailure | undefined>;
}

/**
 * Updates are collected while the disk is busy and written together with one sync; writing, saving
 * and closing stand in one line and never overlap. Before anything is written the lock is looked
 * at: a log whose folder was removed can be written to its end without an error and be lost.
 */
export function openJournal(place: JournalPlace): Journal {
  const state: JournalState = {
    place,
    logPath: join(place.folder, LOG_NAME),
    writer: undefined,
    logLength: place.logLength,
    unwritten: [],
    lastSave: place.lastSave,
    line: Promise.resolve(undefined),
  };
  const { logPath } = state;
  const stopWatching = watchUpdates(place.doc, (update) => {
    const { sha256: digest, unsavedEdits } = state.lastSave;
    state.lastSave = { sha256: digest, unsavedEdits: unsavedEdits + 1 };
    state.unwritten = [...state.unwritten, updateRecord(update)];
    void inLine(state, logPath, () => writeUnwritten(state));
  });
  return {
    mend: () =>
      inLine(state, logPath, async () => {
        await confirmLock(state);
        if (state.logLength === undefined) await writeAnew(state);
      }),
    settle: () => inLine(state, logPath, () => writeUnwritten(state)),
    save: () => inLine(state, join(place.folder, JSON_NAME), () => saveFolder(state)),
    unsavedEdits: () => state.lastSave.unsavedEdits,
    close() {
      stopWatching();
      return inLine(state, logPath, async () => {
        try {
          await writeUnwritten(state);
        } finally {
          await closeWriter(state);
          await place.lock.release();
        }
      });
    },
  };
}

function inLine(
  state: JournalState,
  path: string,
  task: () => Promise<void>,
): Promise<FolderFailure | undefined> {
  state.line = state.line.then(async () => {
    try {
      await task();
      return undefined;
    } catch (error) {
      // A log that has once failed, on a drive that was pulled out, never works again.
      await closeWriter(state).catch(() => undefined);
      return systemFailure(path, error);
    }
  });
  return state.line;
}

async function writeUnwritten(state: JournalState): Promise<void> {
  if (state.unwritten.length === 0) return;
  await confirmLock(state);
  if (state.logLength === undefined) return writeAnew(state);
  const records = state.unwritten;
  await append(state, records);
  state.unwritten = state.unwritten.slice(records.length);
}

/** Goes on only while the folder is ours, and forgets the log when the folder was away. */
async function confirmLock(state: JournalState): Promise<void> {
  const lock = await state.place.lock.confirm();
  if (lock.kind === 'taken') throw new FolderTrouble({ code: 'taken over', holder: lock.holder });
  if (lock.kind === 'held' && state.writer !== undefined) return;
  if (lock.kind === 'made anew') await closeWriter(state);
  const length = await stat(state.logPath).then(
    ({ size }) => size,
    () => undefined,
  );
  if (length !== state.logLength) state.logLength = undefined;
}

async function append(state: JournalState, records: readonly Uint8Array[]): Promise<void> {
  const { place, logPath, logLength = 0 } = state;
  state.writer ??= createLogWriter(await place.openLog(logPath), logLength);
  await state.writer.append(records);
  state.logLength = state.writer.length();
}

async function closeWriter(state: JournalState): Promise<void> {
  const { writer } = state;
  state.writer = undefined;
  await writer?.close();
}

/**
 * Writes the whole document as a new log. What lies there goes in first as far as it can be read,
 * and is kept aside as far as it cannot.
 */
async function writeAnew(state: JournalState): Promise<void> {
  await takeInLog(state);
  const { unwritten, logPath, lastSave } = state;
  const log = documentLog(state.place.doc, lastSave);
  await replaceFile(logPath, log);
  state.logLength = log.length;
  state.unwritten = state.unwritten.slice(unwritten.length);
}

async function takeInLog({ logPath, place }: JournalState): Promise<void> {
  const bytes = await readFile(logPath).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (bytes === undefined) return;
  const content = readLog(bytes);
  if ('code' in content || content.updates.length === 0) {
    await rename(logPath, `${logPath}.unreadable`);
    return;
  }
  for (const update of content.updates) mergeUpdate(place.doc, update);
  if (content.lostBytes > 0) {
    await replaceFile(`${logPath}.tail`, bytes.subarray(content.goodBytes));
  }
}

async function saveFolder(state: JournalState): Promise<void> {
  const { folder, doc } = state.place;
  await confirmLock(state);
  if (state.logLength === undefined) await writeAnew(state);
  else await writeUnwritten(state);
  const { unwritten, lastSave: before } = state;
  const text = readableJson(readIssue(doc));
  const digest = sha256(text);
  const whole = documentLog(doc, { sha256: digest, unsavedEdits: 0 });
  // Noted before the file is there: a crash in between must not look like a change outside.
  await append(state, [savedJsonRecord(digest)]);
  await replaceFile(join(folder, JSON_NAME), text);
  const unsavedEdits = state.lastSave.unsavedEdits - before.unsavedEdits;
  state.lastSave = { sha256: digest, unsavedEdits };
  // Closed first: Windows replaces no open file.
  await closeWriter(state);
  await replaceFile(state.logPath, whole);
  state.logLength = whole.length;
  state.unwritten = state.unwritten.slice(unwritten.length);
}

/** A new log: the document, and before or behind it the note of the issue.json beside it. */
function documentLog(doc: IssueDoc, { sha256: digest, unsavedEdits }: LastSave): Uint8Array {
  const records = [updateRecord(encodeIssueDoc(doc)), savedJsonRecord(digest)];
  return Buffer.concat([logHeader(), ...(unsavedEdits > 0 ? records.reverse() : records)]);
}
