import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Page } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { ComposingRoom } from '#host/desk/composing-room.ts';
import { readAsset } from '#host/issue-folder/assets.ts';
import type { LoadedPressProfile } from '#host/press/load-press-profile.ts';
import { loadPressProfile } from '#host/press/load-press-profile.ts';
import type { PressFailure } from '#host/press/press-failure.ts';
import type { PressIssueRequest, PressOrder } from '#host/press/press-issue.ts';
import { pressIssue, writeOutput } from '#host/press/press-issue.ts';
import { composeIn, templateOf } from './compose.ts';
import type { ExitCode } from './exit-codes.ts';
import { EXIT } from './exit-codes.ts';
import type { IssueRequest } from './open-issue.ts';
import { openIssue } from './open-issue.ts';
import { sayFindings } from './say-findings.ts';
import type { Terminal } from './terminal.ts';

/** What `banxin press` was asked for. */
export interface PressRequest {
  readonly issue: IssueRequest;
  /** File of a single page; several pages get their numbers before the suffix. */
  readonly out: string;
  readonly standard: 'x4' | 'x1a' | undefined;
  readonly profilePath: string;
  /** True for a profile that was named; the usual one takes the size of the page. */
  readonly isOwnProfile: boolean;
  readonly png: { readonly path: string; readonly ppi: number } | undefined;
  /** ISO time with offset; undefined takes the date of the issue, so that bytes repeat. */
  readonly time: string | undefined;
  /** Press although something was found that should hold the page back. */
  readonly anyway: boolean;
}

/** Composes and presses pages; nothing is written when a page must be held back. */
export async function pressPages(request: PressRequest, terminal: Terminal): Promise<ExitCode> {
  const [opened, profile] = await Promise.all([
    openIssue(request.issue),
    loadPressProfile(request.profilePath),
  ]);
  if (!opened.ok) {
    terminal.complain(opened.failure.code, opened.failure.values);
    return opened.exit;
  }
  if (!profile.ok) return complain(profile.failure, terminal);
  const { room, pages } = opened;
  const sheets = pages.map((page) => sheetOf(room, page));
  const findings: Finding[] = [...room.findings];
  return pressSheets({ request, room, sheets, findings, press: profile.value }, terminal);
}

/** A page and the size it is composed to. */
interface Sheet {
  readonly page: Page;
  readonly widthMm: number;
  readonly heightMm: number;
}

interface PagesInHand {
  readonly request: PressRequest;
  readonly room: ComposingRoom;
  readonly sheets: readonly Sheet[];
  /** Gathered while the pages are composed. */
  readonly findings: Finding[];
  readonly press: LoadedPressProfile;
}

/** The size of a page, without composing it. */
function sheetOf(room: ComposingRoom, page: Page): Sheet {
  const { widthMm, heightMm } = templateOf(room, page).paper;
  return { page, widthMm, heightMm };
}

async function pressSheets(inHand: PagesInHand, terminal: Terminal): Promise<ExitCode> {
  const { request, sheets } = inHand;
  const press = request.isOwnProfile ? inHand.press : sizedFor(inHand.press, sheets);
  const tooLarge = sheets.find((sheet) => !fitsTrim(press, sheet));
  if (tooLarge !== undefined) {
    const { widthMm, heightMm } = press.profile.trim;
    terminal.complain('page-beyond-trim', { page: tooLarge.page.number, widthMm, heightMm });
    return EXIT.material;
  }
  const files = await pressIssue(jobOf({ ...inHand, press }, terminal));
  sayFindings(inHand.findings, terminal);
  if (!files.ok) return complain(files.failure, terminal);
  if (isHeldBack(inHand)) {
    terminal.complain('held-back', { count: blockingCount(inHand.findings) });
    return EXIT.held;
  }
  for (const { page, path, bytes } of files.value) {
    terminal.say('pressed', { page, path, kilobytes: Math.ceil(bytes / 1024) });
  }
  return request.png === undefined
    ? EXIT.done
    : proofSheets({ ...inHand, press }, request.png, terminal);
}

function jobOf(inHand: PagesInHand, terminal: Terminal): PressIssueRequest {
  const { room, press, sheets } = inHand;
  return {
    fonts: room.book,
    press,
    readAsset: (asset) => readAsset(room.folder, asset),
    producer: producer(),
    orders: ordersOf(inHand),
    mayDeliver: () => !isHeldBack(inHand),
    progress: (done, page) => {
      if (page !== undefined) terminal.say('pressing', { page, at: done + 1, of: sheets.length });
    },
  };
}

/** Page proofs beside the plates, from the same display lists. */
async function proofSheets(
  { room, sheets, press }: PagesInHand,
  png: { readonly path: string; readonly ppi: number },
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
      paper: 'newsprint',
    });
    if (!proof.ok) return complain(proof.failure, terminal);
    const path = sheets.length === 1 ? png.path : numbered(png.path, page.number);
    const written = await writeOutput(path, proof.value);
    if (!written.ok) return complain(written.failure, terminal);
    terminal.say('proofed', { page: page.number, path, ppi: png.ppi });
  }
  return EXIT.done;
}

/**
 * The pages in turn, each composed when its turn comes, so that an issue of a hundred pages takes
 * the memory of a few. Once something holds the issue back, the rest is composed for its findings.
 */
function* ordersOf(inHand: PagesInHand): Generator<PressOrder> {
  for (const { page } of inHand.sheets) {
    const { list, findings } = composeIn(inHand.room, page);
    inHand.findings.push(...findings);
    if (!isHeldBack(inHand)) yield { list, ...orderOf(page, inHand) };
  }
}

function isHeldBack({ request, findings }: PagesInHand): boolean {
  return !request.anyway && blockingCount(findings) > 0;
}

function blockingCount(findings: readonly Finding[]): number {
  return findings.filter((finding) => finding.severity === 'blocks press').length;
}

function orderOf(page: Page, inHand: PagesInHand): Omit<PressOrder, 'list'> {
  const { request, room, sheets, press } = inHand;
  const { paper, supplement, date } = room.issue;
  return {
    standard: request.standard,
    path: sheets.length === 1 ? request.out : numbered(request.out, page.number),
    names: {
      paper,
      supplement,
      date,
      page: page.number,
      name: page.name,
      edition: FIRST_EDITION,
      plates: press.profile.plates,
      time: request.time ?? `${date}T00:00:00+08:00`,
      version: 1,
    },
  };
}

/** The edition of a page that has not been replaced during the night. */
const FIRST_EDITION = '第一版次';

/** `page.pdf` and A06 give `page-A06.pdf`. */
function numbered(path: string, number: string): string {
  const suffix = extname(path);
  return `${path.slice(0, path.length - suffix.length)}-${number}${suffix}`;
}

/** The usual profile on a page of another size: the trim is the page. */
function sizedFor(press: LoadedPressProfile, sheets: readonly Sheet[]): LoadedPressProfile {
  const [sheet] = sheets;
  if (sheet === undefined) return press;
  const { widthMm, heightMm } = sheet;
  const trim = { widthMm, heightMm };
  return { ...press, profile: { ...press.profile, trim } };
}

const TRIM_TOLERANCE_MM = 0.1;

function fitsTrim({ profile }: LoadedPressProfile, sheet: Sheet): boolean {
  const { widthMm, heightMm } = profile.trim;
  const isWide = sheet.widthMm > widthMm + TRIM_TOLERANCE_MM;
  return !isWide && sheet.heightMm <= heightMm + TRIM_TOLERANCE_MM;
}

function complain(failure: PressFailure, terminal: Terminal): ExitCode {
  // The finding of that name means a slot without a picture; this is a file that is not there.
  const isFileMissing = failure.code === 'picture-missing';
  terminal.complain(isFileMissing ? 'picture-file-missing' : failure.code, failure.values);
  return failure.code.startsWith('output-') ? EXIT.output : EXIT.material;
}

/** Name and version of the program, as the PDF names it. */
function producer(): string {
  const path = new URL('../../package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
  return `Banxin ${version}`;
}
