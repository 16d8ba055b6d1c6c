import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Page } from '#engine/model/issue.ts';
import { firstNames } from '#engine/press/page-names.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { ComposingRoom } from '#host/desk/composing-room.ts';
import { readAsset } from '#host/issue-folder/assets.ts';
import type { LoadedPressProfile } from '#host/press/load-press-profile.ts';
import { loadPressProfile } from '#host/press/load-press-profile.ts';
import type { PressFailure } from '#host/press/press-failure.ts';
import type { PressOrder, WaitingFile } from '#host/press/press-issue.ts';
import { stagePages } from '#host/press/press-issue.ts';
import type { PageReading } from '#host/press/read-page-back.ts';
import { composeIn, templateOf } from './compose.ts';
import type { IssueRequest, NoPages } from './open-issue.ts';
import { openIssue } from './open-issue.ts';
import { holdingCount } from './say-findings.ts';

/** What `banxin press` was asked for. */
export interface PressRequest {
  readonly issue: IssueRequest;
  /** File of a single page; several pages get their numbers before the suffix. */
  readonly out: string;
  readonly standard: 'x4' | 'x1a' | undefined;
  readonly profilePath: string;
  /** True for a profile that was named; the usual one takes the size of the page. */
  readonly isOwnProfile: boolean;
  readonly png: ProofRequest | undefined;
  /** ISO time with offset; undefined takes the date of the issue, so that bytes repeat. */
  readonly time: string | undefined;
  /** Press although something was found that should hold the page back. */
  readonly anyway: boolean;
  /** Read every finished page back before it takes its name, as the desk always does. */
  readonly readsBack: boolean;
  /** Also write what was found as a PDF for people. */
  readonly hasReport: boolean;
}

/** A proof for the screen beside each page. */
export interface ProofRequest {
  readonly path: string;
  readonly ppi: number;
  readonly paper: 'newsprint' | 'white';
}

/** A page and the size it is composed to. */
export interface Sheet {
  readonly page: Page;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** An issue opened for pressing. */
export interface SheetsInHand {
  readonly request: PressRequest;
  readonly room: ComposingRoom;
  readonly sheets: readonly Sheet[];
  readonly press: LoadedPressProfile;
}

/** The opened issue, or why there is none. */
export type OpenedSheets =
  | { readonly ok: true; readonly inHand: SheetsInHand }
  | NoPages
  | { readonly ok: false; readonly failure: PressFailure; readonly exit: undefined };

/** Opens the issue and the press profile. */
export async function openSheets(request: PressRequest): Promise<OpenedSheets> {
  const [opened, profile] = await Promise.all([
    openIssue(request.issue),
    loadPressProfile(request.profilePath),
  ]);
  if (!opened.ok) return opened;
  if (!profile.ok) return { ok: false, failure: profile.failure, exit: undefined };
  const { room, pages } = opened;
  const sheets = pages.map((page) => sheetOf(room, page));
  const press = request.isOwnProfile ? profile.value : sizedFor(profile.value, sheets);
  return { ok: true, inHand: { request, room, sheets, press } };
}

/** The size of a page, without composing it. */
function sheetOf(room: ComposingRoom, page: Page): Sheet {
  const { widthMm, heightMm } = templateOf(room, page).paper;
  return { page, widthMm, heightMm };
}

/** The usual profile on a page of another size: the trim is the page. */
function sizedFor(press: LoadedPressProfile, sheets: readonly Sheet[]): LoadedPressProfile {
  const [sheet] = sheets;
  if (sheet === undefined) return press;
  const { widthMm, heightMm } = sheet;
  return { ...press, profile: { ...press.profile, trim: { widthMm, heightMm } } };
}

/** What became of the pages; the files wait to be delivered. */
export interface PressedSheets {
  readonly waiting: readonly WaitingFile[];
  readonly findings: readonly Finding[];
  /** What reading them back found; empty when that was not asked for. */
  readonly readings: readonly PageReading[];
  readonly failure: PressFailure | undefined;
}

/** Composes and presses the pages, one after the other. */
export async function pressSheets(
  inHand: SheetsInHand,
  progress: (page: string) => void,
): Promise<PressedSheets> {
  const { room, press } = inHand;
  const findings: Finding[] = [...room.findings];
  const readings: PageReading[] = [];
  const hear = (reading: PageReading) => {
    readings.push(reading);
    findings.push(...reading.findings);
  };
  const { waiting, failure } = await stagePages({
    fonts: room.book,
    press,
    readAsset: (asset) => readAsset(room.folder, asset),
    producer: producer(),
    orders: ordersOf(inHand, findings),
    progress,
    readBack: inHand.request.readsBack ? hear : undefined,
  });
  return { waiting, findings, readings, failure };
}

/**
 * The pages in turn, each composed when its turn comes, so that an issue of a hundred pages takes
 * the memory of a few. Once something holds the issue back, the rest is composed for its findings.
 */
function* ordersOf(inHand: SheetsInHand, findings: Finding[]): Generator<PressOrder> {
  for (const { page } of inHand.sheets) {
    const { list, findings: own } = composeIn(inHand.room, page);
    findings.push(...own);
    if (!isHeldBack(inHand, findings)) yield { list, ...orderOf(page, inHand) };
  }
}

/** True when something was found that no page may be delivered with. */
export function isHeldBack(
  { request, room }: Pick<SheetsInHand, 'request' | 'room'>,
  findings: readonly Finding[],
): boolean {
  return !request.anyway && holdingCount(findings, room.issue) > 0;
}

function orderOf(page: Page, inHand: SheetsInHand): Omit<PressOrder, 'list'> {
  const { request, room, sheets, press } = inHand;
  return {
    standard: request.standard,
    path: sheets.length === 1 ? request.out : numbered(request.out, page.number),
    names: firstNames(room.issue, page, {
      plates: press.profile.plates,
      time: request.time ?? `${room.issue.date}T00:00:00+08:00`,
    }),
  };
}

/** `page.pdf` and A06 give `page-A06.pdf`. */
export function numbered(path: string, number: string): string {
  const suffix = extname(path);
  return `${path.slice(0, path.length - suffix.length)}-${number}${suffix}`;
}

/** Name and version of the program, as the PDF names it. */
export function producer(): string {
  const path = new URL('../../package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
  return `Banxin ${version}`;
}
