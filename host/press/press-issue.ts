import { stat, writeFile } from 'node:fs/promises';
import { errorCode } from '#host/issue-folder/folder-failure.ts';
import { replaceFile } from '#host/issue-folder/replace-file.ts';
import { type PressAttempt, pressed, pressFailed } from './press-failure.ts';
import { openPressroom, type PageToPress, type PressroomParts } from './pressroom.ts';

/** A page and the file it is pressed into. */
export interface PressOrder extends PageToPress {
  readonly path: string;
}

/** A file that was written. */
export interface PressedFile {
  readonly page: string;
  readonly path: string;
  readonly bytes: number;
}

/** Pages to press, in order; composed one by one, so that memory stays flat. */
export interface PressIssueRequest extends PressroomParts {
  readonly orders: Iterable<PressOrder>;
  /** Told before each page and after the last; `done` counts finished pages. */
  readonly progress?: ((done: number, page: string | undefined) => void) | undefined;
}

/**
 * Presses pages into files, one page per file. A file appears whole or not at all; when a page
 * fails, its old file stays as it was, and no further page is pressed.
 */
export async function pressIssue(
  request: PressIssueRequest,
): Promise<PressAttempt<readonly PressedFile[]>> {
  const pressroom = openPressroom(request);
  const files: PressedFile[] = [];
  for (const order of request.orders) {
    const { page } = order.names;
    request.progress?.(files.length, page);
    const pdf = await pressroom.press(order);
    if (!pdf.ok) return withPage(pdf, page);
    const written = await writeOutput(order.path, pdf.value);
    if (!written.ok) return withPage(written, page);
    files.push({ page, path: order.path, bytes: pdf.value.length });
  }
  request.progress?.(files.length, undefined);
  return pressed(files);
}

/** Puts a file in place whole or not at all; the old one stays when that fails. */
export async function writeOutput(
  path: string,
  bytes: Uint8Array,
): Promise<PressAttempt<undefined>> {
  try {
    // A device or a pipe has no old content to keep, and must not be replaced by a file.
    if (await isSpecial(path)) await writeFile(path, bytes);
    else await replaceFile(path, bytes);
    return pressed(undefined);
  } catch (trouble) {
    return outputFailure(path, trouble);
  }
}

async function isSpecial(path: string): Promise<boolean> {
  const state = await stat(path).catch(() => undefined);
  return state !== undefined && !state.isFile() && !state.isDirectory();
}

function outputFailure(path: string, trouble: unknown): PressAttempt<never> {
  switch (errorCode(trouble)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return pressFailed('output-folder-missing', { path });
    case 'ENOSPC':
    case 'EDQUOT':
      return pressFailed('output-disk-full', { path });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EISDIR':
      return pressFailed('output-not-allowed', { path });
    default:
      return pressFailed('output-failed', { path, reason: String(trouble) });
  }
}

function withPage<Value>(attempt: PressAttempt<Value>, page: string): PressAttempt<never> {
  if (attempt.ok) throw new Error('only failures get a page');
  const { code, values } = attempt.failure;
  return pressFailed(code, { page, ...values });
}
