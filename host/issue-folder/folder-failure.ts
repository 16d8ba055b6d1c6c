import type { FormatProblem, ParseFailure } from '#engine/model/parsing.ts';

/** Why an issue folder, or a file in it, could not be read or written. */
export type FolderFailure =
  | { readonly code: 'missing folder'; readonly path: string }
  | { readonly code: 'no issue in folder'; readonly path: string }
  | { readonly code: 'missing asset'; readonly asset: string }
  /** The bytes are not those whose sha-256 the name states. */
  | { readonly code: 'damaged asset'; readonly asset: string }
  /** Line and column from 1. */
  | {
      readonly code: 'damaged json';
      readonly path: string;
      readonly line: number;
      readonly column: number;
    }
  | {
      readonly code: 'malformed';
      readonly path: string;
      readonly problems: readonly FormatProblem[];
    }
  | {
      readonly code: 'unknown version';
      readonly path: string;
      readonly found: string;
      readonly newest: number;
    }
  | { readonly code: 'disk full'; readonly path: string }
  | { readonly code: 'not allowed'; readonly path: string }
  /** Something lies where a new folder was to be made. */
  | { readonly code: 'folder exists'; readonly path: string }
  /** Another program has the issue open for editing. */
  | { readonly code: 'open elsewhere'; readonly holder: LockHolder }
  /** Another desk has taken the issue over while we had it. */
  | { readonly code: 'taken over'; readonly holder: LockHolder }
  | { readonly code: 'system'; readonly path: string; readonly detail: string };

/** Who has an issue open. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** Name by which they are signed in; empty where an older release wrote the lock. */
  readonly user: string;
  /** ISO time. */
  readonly since: string;
}

/** The value, or why there is none. */
export type Attempt<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: FolderFailure };

/** An attempt that failed. */
export function failed(failure: FolderFailure): {
  readonly ok: false;
  readonly failure: FolderFailure;
} {
  return { ok: false, failure };
}

/** The parser's failure, with the file it was about. */
export function parseFailure(path: string, failure: ParseFailure): FolderFailure {
  return { ...failure, path };
}

/** Thrown where work on a folder ends at a failure that is already known by its code. */
export class FolderTrouble extends Error {
  readonly failure: FolderFailure;
  constructor(failure: FolderFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** What an error of the file system means for the desk. */
export function systemFailure(path: string, error: unknown): FolderFailure {
  if (error instanceof FolderTrouble) return error.failure;
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'missing folder', path };
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'disk full', path };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { code: 'not allowed', path };
    default:
      return { code: 'system', path, detail: String(error) };
  }
}

/** The system's code of an error, such as ENOENT. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
