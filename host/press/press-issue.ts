import { stat, writeFile } from 'node:fs/promises';
import { errorCode } from '#host/issue-folder/folder-failure.ts';
import { type StagedFile, stageFile } from '#host/issue-folder/replace-file.ts';
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
  /** Asked when all pages are pressed; false leaves every old file as it was. */
  readonly mayDeliver?: (() => boolean) | undefined;
}

/**
 * Presses pages into files, one page per file. The files wait beside their names until the last
 * page is pressed; when a page fails or the pages are held back, every old file stays as it was.
 * Returns the files that were delivered: all, or none when they were held back.
 */
export async function pressIssue(
  request: PressIssueRequest,
): Promise<PressAttempt<readonly PressedFile[]>> {
  const waiting: WaitingFile[] = [];
  const failure = await stagePages(request, waiting);
  if (failure === undefined && (request.mayDeliver?.() ?? true)) return deliverAll(waiting);
  await Promise.all(waiting.map(({ staged }) => staged.discard()));
  return failure ?? pressed([]);
}

interface WaitingFile {
  readonly file: PressedFile;
  readonly staged: StagedFile;
}

/** Presses all pages into waiting files; a page is written while the next one is pressed. */
async function stagePages(
  request: PressIssueRequest,
  waiting: WaitingFile[],
): Promise<PressAttempt<never> | undefined> {
  const pressroom = openPressroom(request);
  let writing: Promise<PressAttempt<undefined>> = Promise.resolve(pressed(undefined));
  let done = 0;
  for (const order of request.orders) {
    const { page } = order.names;
    request.progress?.(done, page);
    const pdf = await pressroom.press(order);
    const written = await writing;
    if (!written.ok) return written;
    if (!pdf.ok) return withPage(pdf, page);
    writing = stagePage(order, pdf.value, waiting);
    done++;
  }
  const written = await writing;
  request.progress?.(done, undefined);
  return written.ok ? undefined : written;
}

async function stagePage(
  { path, names }: PressOrder,
  bytes: Uint8Array,
  waiting: WaitingFile[],
): Promise<PressAttempt<undefined>> {
  try {
    const staged = await stageOutput(path, bytes);
    waiting.push({ file: { page: names.page, path, bytes: bytes.length }, staged });
    return pressed(undefined);
  } catch (trouble) {
    return withPage(outputFailure(path, trouble), names.page);
  }
}

async function deliverAll(
  waiting: readonly WaitingFile[],
): Promise<PressAttempt<readonly PressedFile[]>> {
  for (const [index, { file, staged }] of waiting.entries()) {
    try {
      await staged.deliver();
    } catch (trouble) {
      await Promise.all(waiting.slice(index).map((rest) => rest.staged.discard()));
      return withPage(outputFailure(file.path, trouble), file.page);
    }
  }
  return pressed(waiting.map(({ file }) => file));
}

/** Puts a file in place whole or not at all; the old one stays when that fails. */
export async function writeOutput(
  path: string,
  bytes: Uint8Array,
): Promise<PressAttempt<undefined>> {
  try {
    const staged = await stageOutput(path, bytes);
    await staged.deliver();
    return pressed(undefined);
  } catch (trouble) {
    return outputFailure(path, trouble);
  }
}

/** A device or a pipe has no old content to keep, and must not be replaced by a file. */
async function stageOutput(path: string, bytes: Uint8Array): Promise<StagedFile> {
  if (!(await isSpecial(path))) return stageFile(path, bytes);
  return { deliver: () => writeFile(path, bytes), discard: async () => {} };
}

async function isSpecial(path: string): Promise<boolean> {
  const state = await stat(path).catch(() => undefined);
  return state !== undefined && !state.isFile() && !state.isDirectory();
}

/** What an error of the file system means for the print desk. */
export function outputFailure(path: string, trouble: unknown): PressAttempt<never> {
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
