import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ComposedPage } from '#engine/compose/composed.ts';
import type { Page } from '#engine/model/issue.ts';
import { decodeIssueDoc } from '#engine/model/issue-updates.ts';
import { readIssue } from '#engine/model/read-issue.ts';
import { preflightPage } from '#engine/preflight/preflight-page.ts';
import { sortFindings } from '#engine/preflight/waivers.ts';
import { firstNames, type PageNames, pressFileNames } from '#engine/press/page-names.ts';
import { assert } from '#engine/units/assert.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { Failure } from '#host/contract.ts';
import { readAsset } from '#host/issue-folder/assets.ts';
import { type LoadedPressProfile, loadPressProfile } from '#host/press/load-press-profile.ts';
import {
  deliverPages,
  discardPages,
  outputFailure,
  type PressOrder,
  stagePages,
  type WaitingFile,
} from '#host/press/press-issue.ts';
import type { PageReading } from '#host/press/read-page-back.ts';
import { notOfTrim, sizedPress } from '#host/press/sized-press.ts';
import { writeJsonReport, writePdfReport } from '#host/press/write-reports.ts';
import type { BackRoomNews, PressWork } from './back-room-work.ts';
import { type ComposingRoom, openRoomOf } from './composing-room.ts';

/** A page of the work with the names and the file that it is pressed under. */
interface Sheet {
  readonly page: Page;
  readonly path: string;
  readonly names: PageNames;
}

/** The desk, as the work sees it. */
export interface PressDesk {
  tell(news: BackRoomNews): void;
  /** Answers when the files may take their names. */
  leave(): Promise<void>;
}

/** Work in hand. */
interface PressRun {
  readonly work: PressWork;
  readonly room: ComposingRoom;
  readonly press: LoadedPressProfile;
  readonly findings: Finding[];
  /** What reading each page back found, by its file. */
  readonly readings: PageReading[];
  readonly desk: PressDesk;
}

/** Composes and presses the pages; every file is delivered, or none. */
export async function runPress(work: PressWork, desk: PressDesk): Promise<BackRoomNews> {
  const opened = await openRun(work, desk);
  if ('code' in opened) return { kind: 'failed', failure: opened, findings: [] };
  const sheets = sheetsOf(opened);
  desk.tell({ kind: 'planned', paths: sheets.map(({ path }) => path) });
  const { findings } = opened;
  const { waiting, failure } = await stageSheets(opened, sheets);
  const isHeld = isHeldBack(opened);
  if (failure !== undefined || isHeld) await discardPages(waiting);
  if (failure !== undefined) return { kind: 'failed', failure, findings };
  if (isHeld) return { kind: 'pressed', files: [], findings, isHeld };
  desk.tell({ kind: 'ready to deliver' });
  await desk.leave();
  const files = await deliverPages(waiting);
  if (!files.ok) return { kind: 'failed', failure: files.failure, findings };
  const trouble = work.hasReport ? await reportSheets(opened, sheets) : undefined;
  if (trouble !== undefined) return { kind: 'failed', failure: trouble, findings };
  return { kind: 'pressed', files: files.value, findings, isHeld };
}

async function openRun(work: PressWork, desk: PressDesk): Promise<PressRun | Failure> {
  // Nothing is written, so nothing is signed.
  const doc = decodeIssueDoc([work.document], 0);
  assert(doc.ok, 'the host hands over a document of its own');
  const { folder, templatesFolder } = work;
  const [room, press] = await Promise.all([
    openRoomOf(readIssue(doc.value), { folder, templatesFolder }),
    loadPressProfile(work.profilePath),
  ]);
  if (!room.ok) return room.failure;
  if (!press.ok) return press.failure;
  const findings = [...room.value.findings];
  return { work, room: room.value, press: press.value, findings, readings: [], desk };
}

function sheetsOf({ work, room, press }: PressRun): readonly Sheet[] {
  const { plates, fileName } = press.profile;
  const sheets = work.pages.flatMap((place) => {
    const page = room.issue.pages[place];
    if (page === undefined) return [];
    return [{ page, names: firstNames(room.issue, page, { plates, time: work.time }) }];
  });
  const files = pressFileNames(
    fileName,
    sheets.map(({ names }) => names),
    work.inSpiteOfFindings ? 'proof' : 'plates',
  );
  return sheets.map((sheet, at) => ({ ...sheet, path: join(work.targetFolder, files[at] ?? '') }));
}

interface StagedSheets {
  readonly waiting: readonly WaitingFile[];
  readonly failure: Failure | undefined;
}

/** Presses the sheets; those of one size together, as a profile has one trim. */
async function stageSheets(run: PressRun, sheets: readonly Sheet[]): Promise<StagedSheets> {
  const waiting: WaitingFile[] = [];
  for (const group of sheetsBySize(run, sheets)) {
    const staged = await stagePages({
      fonts: run.room.book,
      press: pressOf(run, group),
      readAsset: (asset) => readAsset(run.room.folder, asset),
      producer: run.work.producer,
      orders: ordersOf(run, group),
      readBack: (reading) => {
        run.findings.push(...reading.findings);
        run.readings.push(reading);
      },
    }).catch((trouble: unknown) => ({ waiting: [], failure: folderTrouble(trouble) }));
    waiting.push(...staged.waiting);
    if (staged.failure !== undefined) return { waiting, failure: plainFailure(staged.failure) };
  }
  return { waiting, failure: undefined };
}

function sheetsBySize({ room }: PressRun, sheets: readonly Sheet[]): readonly (readonly Sheet[])[] {
  const groups = Map.groupBy(sheets, ({ page }) => {
    const { widthMm, heightMm } = paperOf(room, page);
    return `${widthMm} ${heightMm}`;
  });
  return [...groups.values()];
}

function paperOf(room: ComposingRoom, page: Page) {
  const template = room.templates.get(page.template);
  assert(template !== undefined, 'the templates were read with the issue');
  return template.paper;
}

/** The profile with the trim of the pages; pages of another size than the shop's are reported. */
function pressOf({ press, room, findings }: PressRun, group: readonly Sheet[]): LoadedPressProfile {
  const [first] = group;
  if (first === undefined) return press;
  const paper = paperOf(room, first.page);
  const sized = sizedPress(press, paper);
  if (sized !== press) {
    for (const { page } of group) findings.push(notOfTrim(page, paper, press));
  }
  return sized;
}

/**
 * The pages in turn, each composed when its turn comes, so that many pages take the memory of a
 * few. Once something holds the issue back, the rest is composed for its findings alone.
 */
function* ordersOf(run: PressRun, sheets: readonly Sheet[]): Generator<PressOrder> {
  for (const { page, path, names } of sheets) {
    run.desk.tell({ kind: 'page begun' });
    const { list, findings } = composeSheet(run.room, page);
    run.findings.push(...findings);
    if (isHeldBack(run)) continue;
    mkdirSync(run.work.targetFolder, { recursive: true });
    yield { list, path, names };
  }
}

function composeSheet(room: ComposingRoom, page: Page): ComposedPage {
  const template = room.templates.get(page.template);
  assert(template !== undefined, 'the templates were read with the issue');
  const composed = room.composer.composePage(room.issue, page, template);
  const checked = preflightPage({ issue: room.issue, page, template, composed });
  return { ...composed, findings: [...composed.findings, ...checked] };
}

/** Findings that somebody answers for in the issue hold nothing back. */
function isHeldBack({ work, room, findings }: PressRun): boolean {
  const { open } = sortFindings(room.issue, findings);
  return !work.inSpiteOfFindings && open.some(({ severity }) => severity === 'blocks press');
}

/** Lays the reports beside the pages; answers why one could not be written. */
async function reportSheets(
  { work, room, press, readings }: PressRun,
  sheets: readonly Sheet[],
): Promise<Failure | undefined> {
  const parts = {
    fonts: room.book,
    press,
    readAsset: (asset: string) => readAsset(room.folder, asset),
    producer: work.producer,
  };
  const readingOf = new Map(readings.map((reading) => [reading.page, reading]));
  for (const { page, path } of sheets) {
    const reading = readingOf.get(page.number);
    const template = room.templates.get(page.template);
    if (reading === undefined || template === undefined) continue;
    const composed = composeSheet(room, page);
    const reported = { issue: room.issue, page, template, composed, reading, path };
    const json = await writeJsonReport(reported, parts, 'zh');
    const written = json.ok ? await writePdfReport(reported, parts) : json;
    if (!written.ok) return plainFailure(written.failure);
  }
  return undefined;
}

/** Only making the folder throws; pressing itself answers with its failures. */
function folderTrouble(trouble: unknown): Failure {
  const path = trouble instanceof Error && 'path' in trouble ? String(trouble.path) : '';
  return outputFailure(path, trouble);
}

/** The finding `picture-missing` means a slot without a picture; this is a file that is gone. */
function plainFailure({ code, values }: Failure): Failure {
  return { code: code === 'picture-missing' ? 'picture-file-missing' : code, values };
}
