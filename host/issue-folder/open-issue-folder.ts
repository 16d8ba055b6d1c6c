import { randomInt } from 'node:crypto';
import { readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeIssueDoc, type IssueDoc, watchUpdates } from '#engine/model/issue-updates.ts';
import { readableJson } from '#engine/model/json-text.ts';
import { readIssue } from '#engine/model/read-issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import { sha256 } from './assets.ts';
import { type Attempt, type FolderFailure, failed, systemFailure } from './folder-failure.ts';
import { type FolderLock, takeLock } from './folder-lock.ts';
import { logHeader, savedJsonRecord, updateRecord } from './log-format.ts';
import { createLogWriter, type LogFile, type LogWriter, openLogFile } from './log-writer.ts';
import {
  JSON_NAME,
  LOG_NAME,
  openDocument,
  outsideChange,
  readFolderLog,
} from './read-issue-folder.ts';
import { replaceFile } from './replace-file.ts';

export interface OpenFolderOptions {
  /** Take the lock even from a program on another computer. */
  readonly takeOver?: boolean;
  /** How the log is opened; tests hand in a disk that fills up. */
  readonly openLog?: (path: string) => Promise<LogFile>;
}

/** An issue folder open for editing. Every update of the document goes to the log by itself. */
export interface OpenIssueFolder {
  readonly doc: IssueDoc;
  /** What was noticed on opening. */
  readonly findings: readonly Finding[];
  /**
   * Returns when every edit so far is on the disk, or why one is not. Edits that could not be
   * written stay in line and are written with the next ones.
   */
  settle(): Promise<FolderFailure | undefined>;
  /** Writes issue.json anew and compacts the log to one record. */
  save(): Promise<FolderFailure | undefined>;
  /** Settles, then gives the folder back. The log keeps what was not saved. */
  close(): Promise<FolderFailure | undefined>;
}

/** Opens an issue folder for editing: takes its lock, reads it, and keeps its log from then on. */
export async function openIssueFolder(
  folder: string,
  options: OpenFolderOptions = {},
): Promise<Attempt<OpenIssueFolder>> {
  const log = await readFolderLog(folder);
  if (!log.ok) return log;
  const lock = await takeLock(folder, { takeOver: options.takeOver ?? false });
  if (!lock.ok) return lock;
  const opened = await openLocked(folder, lock.value, options.openLog ?? openLogFile);
  if (!opened.ok) await lock.value.release();
  return opened;
}

async function openLocked(
  folder: string,
  lock: FolderLock,
  openLog: (path: string) => Promise<LogFile>,
): Promise<Attempt<OpenIssueFolder>> {
  // Read again: only under the lock is it certain that nobody writes.
  const log = await readFolderLog(folder);
  if (!log.ok) return log;
  const doc = await openDocument(folder, log.value, randomInt(1, 2 ** 32 - 1));
  if (!doc.ok) return doc;
  const logPath = join(folder, LOG_NAME);
  try {
    const findings = [...log.value.findings];
    if (log.value.content) {
      findings.push(...(await outsideChange(folder, log.value.content)));
      if (log.value.content.lostBytes > 0) await setTailAside(logPath, log.value.content.goodBytes);
    } else {
      await setUnreadableAside(logPath);
      const digest = sha256(await readFile(join(folder, JSON_NAME)));
      await replaceFile(logPath, compactLog(doc.value, digest));
    }
    const journal = await openJournal({ folder, doc: doc.value, lock, openLog });
    return { ok: true, value: { doc: doc.value, findings, ...journal } };
  } catch (error) {
    return failed(systemFailure(logPath, error));
  }
}

interface JournalPlace {
  readonly folder: string;
  readonly doc: IssueDoc;
  readonly lock: FolderLock;
  readonly openLog: (path: string) => Promise<LogFile>;
}

/** The log of an open folder: what is still to be written, and the line in which tasks wait. */
interface Journal {
  readonly place: JournalPlace;
  readonly logPath: string;
  /** Open while records are appended; closed while the log is replaced. */
  writer: LogWriter | undefined;
  /** Where the next record begins. */
  logLength: number;
  unwritten: readonly Uint8Array[];
  line: Promise<FolderFailure | undefined>;
}

/**
 * Keeps the log of an open folder. Updates are collected while the disk is busy and written
 * together with one sync; writing, saving and closing stand in one line and never overlap.
 */
async function openJournal(
  place: JournalPlace,
): Promise<Pick<OpenIssueFolder, 'settle' | 'save' | 'close'>> {
  const logPath = join(place.folder, LOG_NAME);
  const journal: Journal = {
    place,
    logPath,
    writer: undefined,
    logLength: (await stat(logPath)).size,
    unwritten: [],
    line: Promise.resolve(undefined),
  };
  const stopWatching = watchUpdates(place.doc, (update) => {
    journal.unwritten = [...journal.unwritten, updateRecord(update)];
    void inLine(journal, logPath, () => writeUnwritten(journal));
  });
  return {
    settle: () => inLine(journal, logPath, () => writeUnwritten(journal)),
    save: () => inLine(journal, join(place.folder, JSON_NAME), () => saveFolder(journal)),
    close: () => {
      stopWatching();
      return inLine(journal, logPath, async () => {
        try {
          await writeUnwritten(journal);
        } finally {
          await closeWriter(journal);
          await place.lock.release();
        }
      });
    },
  };
}

function inLine(
  journal: Journal,
  path: string,
  task: () => Promise<void>,
): Promise<FolderFailure | undefined> {
  journal.line = journal.line.then(async () => {
    try {
      await task();
      return undefined;
    } catch (error) {
      return systemFailure(path, error);
    }
  });
  return journal.line;
}

async function writeUnwritten(journal: Journal): Promise<void> {
  const records = journal.unwritten;
  if (records.length === 0) return;
  await append(journal, records);
  journal.unwritten = journal.unwritten.slice(records.length);
}

async function append(journal: Journal, records: readonly Uint8Array[]): Promise<void> {
  const { place, logPath, logLength } = journal;
  journal.writer ??= createLogWriter(await place.openLog(logPath), logLength);
  await journal.writer.append(records);
  journal.logLength = journal.writer.length();
}

async function closeWriter(journal: Journal): Promise<void> {
  await journal.writer?.close();
  journal.writer = undefined;
}

async function saveFolder(journal: Journal): Promise<void> {
  const { folder, doc } = journal.place;
  await writeUnwritten(journal);
  const text = readableJson(readIssue(doc));
  const digest = sha256(text);
  // Noted before the file is there: a crash in between must not look like a change outside.
  await append(journal, [savedJsonRecord(digest)]);
  await replaceFile(join(folder, JSON_NAME), text);
  // Closed first: Windows replaces no open file.
  await closeWriter(journal);
  const compacted = compactLog(doc, digest);
  await replaceFile(journal.logPath, compacted);
  journal.logLength = compacted.length;
}

function compactLog(doc: IssueDoc, jsonDigest: string): Uint8Array {
  return Buffer.concat([
    logHeader(),
    updateRecord(encodeIssueDoc(doc)),
    savedJsonRecord(jsonDigest),
  ]);
}

/** Keeps the damaged end of a log in a file of its own and cuts it off the log. */
async function setTailAside(logPath: string, goodBytes: number): Promise<void> {
  const log = await readFile(logPath);
  await replaceFile(`${logPath}.tail`, log.subarray(goodBytes));
  await replaceFile(logPath, log.subarray(0, goodBytes));
}

/** Keeps a log that could not be read at all under another name. */
async function setUnreadableAside(logPath: string): Promise<void> {
  await rename(logPath, `${logPath}.unreadable`).catch((error: unknown) => {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isAbsent) throw error;
  });
}
