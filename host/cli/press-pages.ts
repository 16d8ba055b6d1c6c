import type { Page } from '#engine/model/issue.ts';
import { readAsset } from '#host/issue-folder/assets.ts';
import type { PressAttempt } from '#host/press/press-failure.ts';
import { deliverPages, discardPages, writeOutput } from '#host/press/press-issue.ts';
import type { PageReading } from '#host/press/read-page-back.ts';
import { writeJsonReport, writePdfReport } from '#host/press/write-reports.ts';
import { complainOfPress } from './complain-of-press.ts';
import { composeIn, templateOf } from './compose.ts';
import type { ExitCode } from './exit-codes.ts';
import { EXIT } from './exit-codes.ts';
import type { PressRequest, ProofRequest, Sheet, SheetsInHand } from './press-sheets.ts';
import { isHeldBack, numbered, openSheets, pressSheets, producer } from './press-sheets.ts';
import { holdingCount, sayFindings } from './say-findings.ts';
import type { Terminal } from './terminal.ts';

/** Composes and presses pages; nothing is written when a page must be held back. */
export async function pressPages(request: PressRequest, terminal: Terminal): Promise<ExitCode> {
  const opened = await openSheets(request);
  if (!opened.ok) {
    if (opened.exit === undefined) return complainOfPress(opened.failure, terminal);
    terminal.complain(opened.failure.code, opened.failure.values);
    return opened.exit;
  }
  const { inHand } = opened;
  const tooLarge = inHand.sheets.find((sheet) => !fitsTrim(inHand, sheet));
  if (tooLarge !== undefined) {
    const { widthMm, heightMm } = inHand.press.profile.trim;
    terminal.complain('page-beyond-trim', { page: tooLarge.page.number, widthMm, heightMm });
    return EXIT.material;
  }
  return pressAndDeliver(inHand, terminal);
}

const TRIM_TOLERANCE_MM = 0.1;

function fitsTrim({ press }: SheetsInHand, sheet: Sheet): boolean {
  const { widthMm, heightMm } = press.profile.trim;
  const isWide = sheet.widthMm > widthMm + TRIM_TOLERANCE_MM;
  return !isWide && sheet.heightMm <= heightMm + TRIM_TOLERANCE_MM;
}

/** All pages are pressed before the first is delivered: a run replaces all files or none. */
async function pressAndDeliver(inHand: SheetsInHand, terminal: Terminal): Promise<ExitCode> {
  const { request, room, sheets } = inHand;
  let at = 0;
  const { waiting, findings, readings, failure } = await pressSheets(inHand, (page) => {
    at += 1;
    terminal.say('pressing', { page, at, of: sheets.length });
  });
  sayFindings(findings, room.issue, terminal);
  const isHeld = isHeldBack(inHand, findings);
  if (failure !== undefined || isHeld) await discardPages(waiting);
  if (failure !== undefined) return complainOfPress(failure, terminal);
  if (isHeld) {
    terminal.complain('held-back', { count: holdingCount(findings, room.issue) });
    return EXIT.held;
  }
  const files = await deliverPages(waiting);
  if (!files.ok) return complainOfPress(files.failure, terminal);
  for (const { page, path, bytes } of files.value) {
    terminal.say('pressed', { page, path, kilobytes: Math.ceil(bytes / 1024) });
  }
  for (const [place, { path }] of files.value.entries()) {
    const [reading, sheet] = [readings[place], sheets[place]];
    if (reading === undefined || sheet === undefined) continue;
    const { page } = sheet;
    const written = await writeReports(inHand, { page, path, reading }, terminal);
    if (!written.ok) return complainOfPress(written.failure, terminal);
  }
  return request.png === undefined ? EXIT.done : proofSheets(inHand, request.png, terminal);
}

interface ReadPage {
  readonly page: Page;
  readonly path: string;
  readonly reading: PageReading;
}

/** What was found, as JSON beside the page, and as a PDF where that was asked for. */
async function writeReports(
  { request, room, press }: SheetsInHand,
  { page, path, reading }: ReadPage,
  { language }: Terminal,
): Promise<PressAttempt<undefined>> {
  const composed = composeIn(room, page);
  const template = templateOf(room, page);
  const reported = { issue: room.issue, page, template, composed, reading, path };
  const parts = {
    fonts: room.book,
    press,
    readAsset: (asset: string) => readAsset(room.folder, asset),
    producer: producer(),
  };
  const written = await writeJsonReport(reported, parts, language);
  return written.ok && request.hasReport ? writePdfReport(reported, parts) : written;
}

/** Page proofs beside the plates, from the same display lists. */
async function proofSheets(
  { room, sheets, press }: SheetsInHand,
  png: ProofRequest,
  terminal: Terminal,
): Promise<ExitCode> {
  const { paintPageProof } = await import('#host/page-proof/paint-page-proof.ts');
  for (const { page } of sheets) {
    const { list } = composeIn(room, page);
    const proof = await paintPageProof({
      list,
      fonts: room.book,
      readAsset: (asset) => readAsset(room.folder, asset),
      icc: press.icc,
      inkTable: press.inkTable,
      inkLimitPercent: press.profile.inkLimitPercent,
      ppi: png.ppi,
      paper: png.paper,
    });
    if (!proof.ok) return complainOfPress(proof.failure, terminal);
    const path = sheets.length === 1 ? png.path : numbered(png.path, page.number);
    const written = await writeOutput(path, proof.value);
    if (!written.ok) return complainOfPress(written.failure, terminal);
    terminal.say('proofed', { page: page.number, path, ppi: png.ppi });
  }
  return EXIT.done;
}
