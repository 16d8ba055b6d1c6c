import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Issue } from '#engine/model/issue.ts';
import { parseIssue } from '#engine/model/issue-schema.ts';
import type { IssueDoc } from '#engine/model/issue-updates.ts';
import { readableJson } from '#engine/model/json-text.ts';
import type { Finding } from '#engine/units/finding.ts';
import { sha256 } from './assets.ts';
import { type Attempt, errorCode, failed, parseFailure, systemFailure } from './folder-failure.ts';
import { readJsonFile } from './json-file.ts';
import { type LogContent, readLog } from './log-format.ts';

/** File names in an issue folder. */
export const LOG_NAME = 'issue.log';
export const JSON_NAME = 'issue.json';

/** An issue read from its folder, with what was noticed on the way. */
export interface FolderReading {
  readonly issue: Issue;
  readonly findings: readonly Finding[];
}

/** The live document of a folder that is only read. */
export interface FolderDocument {
  readonly doc: IssueDoc;
  readonly findings: readonly Finding[];
}

/** Reads an issue folder without changing or locking it: from the log, or else from issue.json. */
export async function readIssueFolder(folder: string): Promise<Attempt<FolderReading>> {
  const log = await readFolderLog(folder);
  if (!log.ok) return log;
  if (!log.value.content) {
    const issue = await readIssueJson(folder);
    if (!issue.ok) return issue;
    return { ok: true, value: { issue: issue.value, findings: log.value.findings } };
  }
  const doc = await documentOf(folder, log.value.content, READER_ID);
  if (!doc.ok) return doc;
  const { readIssue } = await import('#engine/model/read-issue.ts');
  const findings = [...log.value.findings, ...(await outsideChange(folder, log.value.content))];
  return { ok: true, value: { issue: readIssue(doc.value), findings } };
}

/** Reads the document of an issue folder that somebody else edits; changes and locks nothing. */
export async function readIssueDocument(folder: string): Promise<Attempt<FolderDocument>> {
  const log = await readFolderLog(folder);
  if (!log.ok) return log;
  // What the other desk is writing at this moment looks like a lost tail, and is none.
  const doc = await openDocument(folder, log.value, READER_ID);
  return doc.ok ? { ok: true, value: { doc: doc.value, findings: [] } } : doc;
}

/** The document of the log, or of issue.json; later edits are signed with the client id. */
export async function openDocument(
  folder: string,
  log: FolderLog,
  clientId: number,
): Promise<Attempt<IssueDoc>> {
  if (log.content) return documentOf(folder, log.content, clientId);
  const issue = await readIssueJson(folder);
  if (!issue.ok) return issue;
  const { contentClientId, createIssueDoc } = await import('#engine/model/issue-doc.ts');
  const doc = createIssueDoc(issue.value, contentClientId(readableJson(issue.value)));
  doc.clientID = clientId;
  return { ok: true, value: doc };
}

/** Signs nothing: a document that is only read writes no updates. */
const READER_ID = 0;

/** The log of a folder as far as it is whole; no content when there is none to go by. */
export interface FolderLog {
  readonly content: LogContent | undefined;
  readonly findings: readonly Finding[];
}

/** Reads issue.log and reports a tail that was lost. */
export async function readFolderLog(folder: string): Promise<Attempt<FolderLog>> {
  const path = join(folder, LOG_NAME);
  let bytes: Uint8Array;
  try {
    if (!(await stat(folder)).isDirectory())
      return failed({ code: 'missing folder', path: folder });
    bytes = await readFile(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') return failed(systemFailure(path, error));
    const isThere = await stat(folder).catch(() => undefined);
    if (!isThere) return failed({ code: 'missing folder', path: folder });
    return { ok: true, value: { content: undefined, findings: [] } };
  }
  const content = readLog(bytes);
  if ('code' in content && content.code === 'unknown version') return failed({ ...content, path });
  if ('code' in content || content.updates.length === 0) {
    return {
      ok: true,
      value: { content: undefined, findings: [folderFinding('log unreadable', {})] },
    };
  }
  const { goodBytes, lostBytes } = content;
  const findings = lostBytes > 0 ? [folderFinding('log tail lost', { goodBytes, lostBytes })] : [];
  return { ok: true, value: { content, findings } };
}

async function documentOf(
  folder: string,
  content: LogContent,
  clientId: number,
): Promise<Attempt<IssueDoc>> {
  // Yjs is loaded only for folders that have a log: pressing a template's sample needs none of it.
  const { decodeIssueDoc } = await import('#engine/model/issue-updates.ts');
  const parsed = decodeIssueDoc(content.updates, clientId);
  return parsed.ok ? parsed : failed(parseFailure(join(folder, LOG_NAME), parsed.failure));
}

/** Reads issue.json alone. */
export async function readIssueJson(folder: string): Promise<Attempt<Issue>> {
  const path = join(folder, JSON_NAME);
  const file = await readJsonFile(path);
  if (!file.ok) {
    const isMissing = file.failure.code === 'missing folder';
    return isMissing ? failed({ code: 'no issue in folder', path: folder }) : file;
  }
  const parsed = parseIssue(file.value.json);
  return parsed.ok ? parsed : failed(parseFailure(path, parsed.failure));
}

/** Reports an issue.json that was not written from this log: the log is what counts. */
export async function outsideChange(
  folder: string,
  content: LogContent,
): Promise<readonly Finding[]> {
  const text = await readFile(join(folder, JSON_NAME), 'utf8').catch(() => undefined);
  if (text === undefined) return [];
  const digest = sha256(text);
  if (content.savedJson.some((saved) => saved.sha256 === digest)) return [];
  return [folderFinding('json changed outside', { sha256: digest })];
}

/** The issue.json that was last written, and how many edits are newer. */
export interface LastSave {
  readonly sha256: string;
  readonly unsavedEdits: number;
}

/**
 * What the issue.json on the disk holds of a log. Of several the last that is really there counts:
 * a program may have died between noting a file and giving it its name.
 */
export async function lastSave(
  folder: string,
  { savedJson, updates }: LogContent,
): Promise<LastSave> {
  const text = await readFile(join(folder, JSON_NAME), 'utf8').catch(() => '');
  const digest = sha256(text);
  const saved = savedJson.findLast((one) => one.sha256 === digest) ?? savedJson.at(-1);
  if (saved === undefined) return { sha256: digest, unsavedEdits: updates.length };
  return { sha256: saved.sha256, unsavedEdits: updates.length - saved.updates };
}

/** Something that was noticed on an issue folder. */
export function folderFinding(code: string, values: Finding['values']): Finding {
  return { code, severity: 'warns', where: {}, values };
}
