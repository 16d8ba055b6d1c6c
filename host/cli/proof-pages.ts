import type { Issue, Page } from '#engine/model/issue.ts';
import type { ProofPaper } from '#engine/page-proof/proof-paper.ts';
import { firstNames, type PageNames } from '#engine/press/page-names.ts';
import type { Answer } from '#host/contract.ts';
import { failed, succeeded } from '#host/desk/answers.ts';
import type { ComposingRoom } from '#host/desk/composing-room.ts';
import { folderAnswer } from '#host/desk/screen-failure.ts';
import { readAsset } from '#host/issue-folder/assets.ts';
import { readIssueFolder } from '#host/issue-folder/read-issue-folder.ts';
import { listVersions, readVersion } from '#host/issue-folder/versions.ts';
import { pressComparison } from '#host/page-proof/press-comparison.ts';
import { pressPageProof } from '#host/page-proof/press-page-proof.ts';
import { loadPressProfile } from '#host/press/load-press-profile.ts';
import type { PressAttempt } from '#host/press/press-failure.ts';
import { writeOutput } from '#host/press/press-issue.ts';
import type { PressroomParts } from '#host/press/pressroom.ts';
import { complainOfPress } from './complain-of-press.ts';
import { composeIn, templateOf } from './compose.ts';
import type { ExitCode } from './exit-codes.ts';
import { EXIT } from './exit-codes.ts';
import type { IssueRequest } from './open-issue.ts';
import { openIssue } from './open-issue.ts';
import { DEFAULT_PROFILE } from './press.ts';
import { numbered, producer } from './press-sheets.ts';
import { sentence } from './sentences.ts';
import type { Terminal } from './terminal.ts';

/** What `banxin proof` was asked for. */
export interface ProofPagesRequest {
  readonly issue: IssueRequest;
  /** File of a single page; several pages get their numbers before the suffix. */
  readonly out: string;
  readonly paper: ProofPaper;
  /** Changes are marked since the state in this folder, or since what was delivered `last`. */
  readonly against: string | undefined;
  readonly hasLineNumbers: boolean;
}

/** Writes a proof of each page. */
export async function proofPages(
  request: ProofPagesRequest,
  terminal: Terminal,
): Promise<ExitCode> {
  const [now, before, press] = await Promise.all([
    openIssue(request.issue),
    openEarlier(request),
    loadPressProfile(DEFAULT_PROFILE),
  ]);
  if (!now.ok) {
    terminal.complain(now.failure.code, now.failure.values);
    return now.exit;
  }
  if (before?.ok === false) {
    terminal.complain(before.failure.code, before.failure.values);
    return EXIT.issue;
  }
  if (!press.ok) return complainOfPress(press.failure, terminal);
  const { room, pages } = now;
  const parts: PressroomParts = {
    fonts: room.book,
    press: press.value,
    readAsset: (asset) => readAsset(room.folder, asset),
    producer: producer(),
  };
  for (const page of pages) {
    const proof = await proofOf(page, { request, room, parts, before: before?.value, terminal });
    if (!proof.ok) return complainOfPress(proof.failure, terminal);
    const path = pages.length === 1 ? request.out : numbered(request.out, page.number);
    const written = await writeOutput(path, proof.value);
    if (!written.ok) return complainOfPress(written.failure, terminal);
    terminal.say('proof-written', { page: page.number, path });
  }
  return EXIT.done;
}

/** The issue as it was. */
async function openEarlier(request: ProofPagesRequest): Promise<Answer<Issue> | undefined> {
  const { against, issue } = request;
  if (against === undefined) return undefined;
  if (against !== 'last') {
    const reading = folderAnswer(await readIssueFolder(against));
    return reading.ok ? succeeded(reading.value.issue) : reading;
  }
  const [latest] = await listVersions(issue.folder);
  if (latest === undefined) return failed({ code: 'no-earlier-state', values: {} });
  return folderAnswer(await readVersion(issue.folder, latest.name));
}

interface Proofing {
  readonly request: ProofPagesRequest;
  readonly room: ComposingRoom;
  readonly before: Issue | undefined;
  readonly parts: PressroomParts;
  readonly terminal: Terminal;
}

async function proofOf(
  page: Page,
  { request, room, before, parts, terminal }: Proofing,
): Promise<PressAttempt<Uint8Array>> {
  const { list } = composeIn(room, page);
  const { language } = terminal;
  const wish = {
    list,
    paper: request.paper,
    hasLineNumbers: request.hasLineNumbers,
    mark: sentence(language, 'proof-mark', {}),
    names: namesOf(room, page),
  };
  const earlier = before?.pages.find(({ number }) => number === page.number);
  if (before === undefined || earlier === undefined) return pressPageProof(wish, parts);
  const states = {
    before: { issue: before, page: earlier },
    after: { issue: room.issue, page },
  };
  const template = templateOf(room, page);
  return pressComparison({ ...wish, ...states, template, language }, parts);
}

/** The proof bears the date of the issue, so that the same issue gives the same bytes. */
function namesOf({ issue }: ComposingRoom, page: Page): PageNames {
  return firstNames(issue, page, { plates: '', time: `${issue.date}T00:00:00+08:00` });
}
