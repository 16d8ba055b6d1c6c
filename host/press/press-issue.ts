import { stat, writeFile } from 'node:fs/promises';
import { errorCode } from '#host/issue-folder/folder-failure.ts';
import {
  deliverStaged,
  discardStaged,
  type StagedFile,
  stageFile,
} from '#host/issue-folder/replace-file.ts';
import { type PressAttempt, type PressFailure, pressed } from './press-failure.ts';
import { openPressroom, type PageToPress, type PressroomParts } from './pressroom.ts';
import { isUnsound, type PageReading, readPageBack } from './read-page-back.ts';

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
export interface PagesToStage extends PressroomParts {
  readonly orders: Iterable<PressOrder>;
  /** Told before each page. */
  readonly progress?: ((page: string) => void) | undefined;
  /** Told what reading each finished page back found; without it pages are not read back. */
  readonly readBack?: ((reading: PageReading) => void) | undefined;
}

/** A pressed page that waits beside its name. */
export interface WaitingFile {
  readonly file: PressedFile;
  /** Undefined for a device or pipe, which is written to when the pages are delivered. */
  readonly staged: StagedFile | undefined;
  readonly content: Uint8Array | undefined;
}

/** What was pressed, and why not everything. */
export interface StagedPages {
  readonly waiting: readonly WaitingFile[];
  readonly failure: PressFailure | undefined;
}

/** Pages that are being written while further ones are pressed. */
const MOST_WRITING = 4;

/**
 * Presses pages into files that wait beside their names, one page per file, until `deliverPages` or
 * `discardPages`. The first failure ends the work; pages are written while others are pressed.
 */
export async function stagePages(request: PagesToStage): Promise<StagedPages> {
  const pressroom = openPressroom(request);
  const writing: Promise<PressAttempt<WaitingFile>>[] = [];
  let failure: PressFailure | undefined;
  for (const order of request.orders) {
    const { page } = order.names;
    request.progress?.(page);
    const pdf = await pressroom.press(order);
    if (!pdf.ok) {
      failure = ofPage(pdf.failure, page);
      break;
    }
    failure = readingFailure(request, order, pdf.value);
    if (failure !== undefined) break;
    writing.push(stagePage(order, pdf.value));
    const earlier = await writing[writing.length - MOST_WRITING];
    if (earlier?.ok === false) break;
  }
  const written = await Promise.all(writing);
  return {
    waiting: written.flatMap((one) => (one.ok ? [one.value] : [])),
    failure: written.find((one) => !one.ok)?.failure ?? failure,
  };
}

/** Reads the page back; one that cannot be read stays in the house. */
function readingFailure(
  { press, readBack }: PagesToStage,
  { names, standard }: PressOrder,
  pdf: Uint8Array,
): PressFailure | undefined {
  if (readBack === undefined) return undefined;
  const reading = readPageBack(pdf, { number: names.page, standard }, press);
  readBack(reading);
  if (!isUnsound(reading)) return undefined;
  return { code: 'pdf-unsound', values: { page: names.page } };
}

async function stagePage(
  { path, names }: PressOrder,
  bytes: Uint8Array,
): Promise<PressAttempt<WaitingFile>> {
  try {
    return pressed(await stageOutput(path, bytes, names.page));
  } catch (trouble) {
    return { ok: false, failure: ofPage(outputFailure(path, trouble), names.page) };
  }
}

/** Gives all waiting files their names. */
export async function deliverPages(
  waiting: readonly WaitingFile[],
): Promise<PressAttempt<readonly PressedFile[]>> {
  for (const [index, one] of waiting.entries()) {
    try {
      await deliver(one);
    } catch (trouble) {
      await discardPages(waiting.slice(index));
      const { page, path } = one.file;
      return { ok: false, failure: ofPage(outputFailure(path, trouble), page) };
    }
  }
  return pressed(waiting.map(({ file }) => file));
}

/** Takes all waiting files away again; every old file stays as it was. */
export async function discardPages(waiting: readonly WaitingFile[]): Promise<void> {
  await Promise.all(waiting.map(({ staged }) => staged && discardStaged(staged)));
}

async function deliver({ file, staged, content }: WaitingFile): Promise<void> {
  if (staged !== undefined) await deliverStaged(staged);
  else if (content !== undefined) await writeFile(file.path, content);
}

/** Puts a file in place whole or not at all; the old one stays when that fails. */
export async function writeOutput(
  path: string,
  bytes: Uint8Array,
): Promise<PressAttempt<undefined>> {
  try {
    await deliver(await stageOutput(path, bytes, ''));
    return pressed(undefined);
  } catch (trouble) {
    return { ok: false, failure: outputFailure(path, trouble) };
  }
}

/** A device or a pipe has no old content to keep, and must not be replaced by a file. */
async function stageOutput(path: string, bytes: Uint8Array, page: string): Promise<WaitingFile> {
  const file = { page, path, bytes: bytes.length };
  if (await isSpecial(path)) return { file, staged: undefined, content: bytes };
  return { file, staged: await stageFile(path, bytes), content: undefined };
}

async function isSpecial(path: string): Promise<boolean> {
  const state = await stat(path).catch(() => undefined);
  return state !== undefined && !state.isFile() && !state.isDirectory();
}

/** What an error of the file system means for the print desk. */
export function outputFailure(path: string, trouble: unknown): PressFailure {
  switch (errorCode(trouble)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'output-folder-missing', values: { path } };
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'output-disk-full', values: { path } };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EISDIR':
      return { code: 'output-not-allowed', values: { path } };
    default:
      return { code: 'output-failed', values: { path, reason: String(trouble) } };
  }
}

function ofPage({ code, values }: PressFailure, page: string): PressFailure {
  return { code, values: { page, ...values } };
}
