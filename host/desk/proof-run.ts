import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '#engine/model/issue.ts';
import { firstNames, type PageNames, pressFileNames } from '#engine/press/page-names.ts';
import { assert } from '#engine/units/assert.ts';
import type { Failure, PressedPage } from '#host/contract.ts';
import { readAsset } from '#host/issue-folder/assets.ts';
import { pressComparison } from '#host/page-proof/press-comparison.ts';
import { pressPageProof } from '#host/page-proof/press-page-proof.ts';
import { loadPressProfile } from '#host/press/load-press-profile.ts';
import type { PressAttempt } from '#host/press/press-failure.ts';
import { outputFailure, writeOutput } from '#host/press/press-issue.ts';
import type { PressroomParts } from '#host/press/pressroom.ts';
import changeBooks from '#templates/sentences/changes.json' with { type: 'json' };
import type { BackRoomNews, ProofWork } from './back-room-work.ts';
import { type ComposingRoom, openRoomOf } from './composing-room.ts';
import type { PressDesk } from './press-run.ts';

interface ProofRun {
  readonly work: ProofWork;
  readonly room: ComposingRoom;
  readonly parts: PressroomParts;
}

/** A proof in memory, and the file that it goes to. */
interface Proof {
  readonly page: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Presses proofs of the pages; every file is delivered, or none. */
export async function runProof(work: ProofWork, desk: PressDesk): Promise<BackRoomNews> {
  const run = await openRun(work);
  if ('code' in run) return failedNews(run);
  const proofs: Proof[] = [];
  for (const { page, names, path } of sheetsOf(run)) {
    desk.tell({ kind: 'page begun' });
    const proof = await proofOf(run, page, names);
    if (!proof.ok) {
      const { code, values } = proof.failure;
      return failedNews({ code, values: { page: page.number, ...values } });
    }
    proofs.push({ page: page.number, path, bytes: proof.value });
  }
  desk.tell({ kind: 'planned', paths: proofs.map(({ path }) => path) });
  desk.tell({ kind: 'ready to deliver' });
  await desk.leave();
  return deliver(work.targetFolder, proofs);
}

async function openRun(work: ProofWork): Promise<ProofRun | Failure> {
  const { folder, templatesFolder } = work;
  const [room, press] = await Promise.all([
    openRoomOf(work.issue, { folder, templatesFolder }),
    loadPressProfile(work.profilePath),
  ]);
  if (!room.ok) return room.failure;
  if (!press.ok) return press.failure;
  const parts = {
    fonts: room.value.book,
    press: press.value,
    readAsset: (asset: string) => readAsset(folder, asset),
    producer: work.producer,
  };
  return { work, room: room.value, parts };
}

interface Sheet {
  readonly page: Page;
  readonly names: PageNames;
  readonly path: string;
}

function sheetsOf({ work, room }: ProofRun): readonly Sheet[] {
  const { before, paper, time } = work;
  const sheets = work.pages.flatMap((place) => {
    const page = room.issue.pages[place];
    if (page === undefined) return [];
    return [{ page, names: firstNames(room.issue, page, { plates: '', time }) }];
  });
  const mark = before === undefined ? '样张' : '对照';
  const files = pressFileNames(
    `{supplement}_{yyyymmdd}_{page}_${mark}_${paper.toUpperCase()}.pdf`,
    sheets.map(({ names }) => names),
    'plates',
  );
  return sheets.map((sheet, at) => ({ ...sheet, path: join(work.targetFolder, files[at] ?? '') }));
}

/** A page that was not there before has nothing to be compared with: it is proofed as it is. */
function proofOf(
  { work, room, parts }: ProofRun,
  page: Page,
  names: PageNames,
): Promise<PressAttempt<Uint8Array>> {
  const { before, hasLineNumbers, language, paper } = work;
  const template = room.templates.get(page.template);
  assert(template !== undefined, 'the templates were read with the issue');
  const { list } = room.composer.composePage(room.issue, page, template);
  const mark = changeBooks[language].proofMark;
  const wish = { list, names, paper, hasLineNumbers, mark };
  const earlier = before?.pages.find(({ number }) => number === page.number);
  if (before === undefined || earlier === undefined) return pressPageProof(wish, parts);
  const states = {
    before: { issue: before, page: earlier },
    after: { issue: room.issue, page },
  };
  return pressComparison({ ...wish, ...states, template, language }, parts);
}

async function deliver(folder: string, proofs: readonly Proof[]): Promise<BackRoomNews> {
  const files: PressedPage[] = [];
  try {
    await mkdir(folder, { recursive: true });
  } catch (trouble) {
    return failedNews(outputFailure(folder, trouble));
  }
  for (const { page, path, bytes } of proofs) {
    const written = await writeOutput(path, bytes);
    if (!written.ok) return failedNews(written.failure);
    files.push({ page, path, bytes: bytes.length });
  }
  return { kind: 'pressed', files, findings: [], isHeld: false };
}

function failedNews(failure: Failure): BackRoomNews {
  return { kind: 'failed', failure, findings: [] };
}
