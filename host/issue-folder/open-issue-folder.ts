import { randomInt } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { IssueDoc } from '#engine/model/issue-updates.ts';
import type { Finding } from '#engine/units/finding.ts';
import { sha256 } from './assets.ts';
import { type Attempt, type FolderFailure, systemFailure } from './folder-failure.ts';
import { type FolderLock, lockToCome, takeLock } from './folder-lock.ts';
import { type Journal, openJournal } from './journal.ts';
import { type LogFile, openLogFile } from './log-writer.ts';
import {
  type FolderLog,
  folderFinding,
  JSON_NAME,
  type LastSave,
  LOG_NAME,
  lastSave,
  openDocument,
  outsideChange,
  readFolderLog,
  readIssueJson,
} from './read-issue-folder.ts';

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
  /** Edits that issue.json does not hold yet. */
  unsavedEdits(): number;
}

/**
 * Opens an issue folder for editing: takes its lock, reads it, and keeps its log from then on. A
 * folder that cannot be written opens as well; its edits wait in memory, as on a disk that is full.
 */
export async function openIssueFolder(
  folder: string,
  options: OpenFolderOptions = {},
): Promise<Attempt<OpenIssueFolder>> {
  // Looked at before the lock is made: nothing is written into a folder that holds no issue.
  const log = await readFolderLog(folder);
  if (!log.ok) return log;
  const issue = log.value.content ? log : await readIssueJson(folder);
  if (!issue.ok) return issue;
  const lock = await takeLock(folder, { takeOver: options.takeOver ?? false });
  if (!lock.ok && !isUnwritable(lock.failure)) return lock;
  const held = lock.ok ? lock.value : lockToCome(folder);
  const opened = await openLocked(folder, held, options);
  if (!opened.ok) await held.release();
  return opened;
}

function isUnwritable({ code }: FolderFailure): boolean {
  return code === 'not allowed' || code === 'disk full';
}

interface DocumentReading {
  readonly log: FolderLog;
  readonly doc: IssueDoc;
}

/** The document of a folder; signed from now on with an id of this desk, new at every opening. */
async function readDocument(folder: string): Promise<Attempt<DocumentReading>> {
  const log = await readFolderLog(folder);
  if (!log.ok) return log;
  const doc = await openDocument(folder, log.value, randomInt(1, 2 ** 32 - 1));
  return doc.ok ? { ok: true, value: { log: log.value, doc: doc.value } } : doc;
}

async function openLocked(
  folder: string,
  lock: FolderLock,
  { openLog = openLogFile }: OpenFolderOptions,
): Promise<Attempt<OpenIssueFolder>> {
  // Read again: only under the lock is it certain that nobody writes.
  const reading = await readDocument(folder);
  if (!reading.ok) return reading;
  const { log, doc } = reading.value;
  try {
    const save = await saveOf(folder, log);
    const { content } = log;
    const findings = [...log.findings, ...(await contentFindings(folder, log, save))];
    const logLength =
      content === undefined || content.lostBytes > 0 ? undefined : content.goodBytes;
    const journal = openJournal({ folder, doc, lock, openLog, lastSave: save, logLength });
    findings.push(...unwritable(await journal.mend()));
    return { ok: true, value: openFolder(doc, findings, journal) };
  } catch (error) {
    return { ok: false, failure: systemFailure(folder, error) };
  }
}

function openFolder(
  doc: IssueDoc,
  findings: readonly Finding[],
  journal: Journal,
): OpenIssueFolder {
  const { settle, save, close, unsavedEdits } = journal;
  return { doc, findings, settle, save, close, unsavedEdits };
}

async function saveOf(folder: string, { content }: FolderLog): Promise<LastSave> {
  if (content !== undefined) return lastSave(folder, content);
  return { sha256: sha256(await readFile(join(folder, JSON_NAME))), unsavedEdits: 0 };
}

/** Edits that only the log has: the program was ended before they were saved. */
async function contentFindings(
  folder: string,
  { content }: FolderLog,
  { unsavedEdits }: LastSave,
): Promise<readonly Finding[]> {
  if (content === undefined) return [];
  const findings = [...(await outsideChange(folder, content))];
  if (unsavedEdits > 0) {
    const { mtime } = await stat(join(folder, LOG_NAME));
    const recovered = folderFinding('edits recovered', {
      count: unsavedEdits,
      // As it stands in sentences: 2021-06-18 22:30:00, by the clock on the wall.
      at: mtime.toLocaleString('sv-SE'),
    });
    findings.push({ ...recovered, severity: 'informs' });
  }
  return findings;
}

function unwritable(failure: FolderFailure | undefined): readonly Finding[] {
  if (failure === undefined) return [];
  const path = 'path' in failure ? failure.path : '';
  return [folderFinding('folder not writable', { path, reason: failure.code })];
}
