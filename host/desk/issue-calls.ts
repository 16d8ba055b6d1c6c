import { join } from 'node:path';
import type { Issue } from '#engine/model/issue.ts';
import { decodeIssueDoc } from '#engine/model/issue-updates.ts';
import { readIssue } from '#engine/model/read-issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import type {
  Answer,
  FolderRequest,
  ImportedPicture,
  ImportPictureRequest,
  OpenedIssue,
  OpenIssueRequest,
  SaveCopyRequest,
} from '#host/contract.ts';
import type { StartIntakeRoom } from '#host/intake/start-intake-room.ts';
import { addAsset, readAsset } from '#host/issue-folder/assets.ts';
import { writeIssueFolder } from '#host/issue-folder/write-issue-folder.ts';
import { inkPicture } from '#host/page-proof/ink-picture.ts';
import { openSoftProof } from '#host/page-proof/soft-proof.ts';
import { takePicture } from '#host/pictures/import-picture.ts';
import { type ScreenPress, screenPicture } from '#host/pictures/screen-picture.ts';
import { type IncomingAd, isPdf, previewInRoom, takeAd } from '#host/pictures/take-ad.ts';
import { withPlates } from '#host/pictures/with-plates.ts';
import { loadPressProfile } from '#host/press/load-press-profile.ts';
import { readTemplatesOf } from '#host/template-store.ts';
import { failed, succeeded } from './answers.ts';
import { copySample } from './copy-sample.ts';
import type { DeskCalls } from './desk-host.ts';
import { USUAL_PROFILE } from './desk-places.ts';
import {
  describeSession,
  documentOf,
  type IssueSessions,
  type OpenSession,
  readOnly,
} from './issue-sessions.ts';
import type { DeskOpening } from './read-desk.ts';
import { rememberIssue } from './recent-issues.ts';
import { badRequest } from './requests.ts';
import { folderAnswer, templateFailure } from './screen-failure.ts';

/** The calls that have to do with the issue that lies open. */
export type IssueCalls = Pick<
  DeskCalls,
  | 'openIssue'
  | 'issueDocument'
  | 'writeUpdate'
  | 'saveIssue'
  | 'saveCopy'
  | 'closeIssue'
  | 'pictureFile'
  | 'importPicture'
>;

/** The calls over the open issue. */
export function issueCalls(
  sessions: IssueSessions,
  opening: DeskOpening,
  startRoom: StartIntakeRoom,
): IssueCalls {
  const parts: AdParts = { profilesFolder: opening.places.profilesFolder, startRoom };
  return {
    openIssue: (request) => openIssue(request, sessions, opening),
    async issueDocument({ session }) {
      const open = sessions.current(session);
      return open.ok ? succeeded(documentOf(open.value)) : open;
    },
    writeUpdate: ({ session, bytes }) => sessions.write(session, bytes),
    saveIssue: ({ session }) => sessions.save(session),
    closeIssue: ({ session }) => sessions.close(session),
    saveCopy: (request) => saveCopy(request, sessions),
    async pictureFile({ session, asset, folder, page = 1, original }) {
      const open = sessions.current(session);
      if (!open.ok) return open;
      const file = folderAnswer(await readAsset(folder ?? open.value.folder, asset));
      if (!file.ok || original === true) return file;
      if (!asset.endsWith('.pdf')) {
        return succeeded(await screenPicture(asset, file.value, () => screenPress(parts)));
      }
      return screenAd({ bytes: file.value, page }, parts);
    },
    importPicture: (request) =>
      isPdf(request.bytes) ? importAd(request, sessions, parts) : importPicture(request, sessions),
  };
}

async function importPicture(
  { session, name, bytes }: ImportPictureRequest,
  sessions: IssueSessions,
): Promise<Answer<ImportedPicture>> {
  const open = sessions.current(session);
  if (!open.ok) return open;
  const { folder, heldBy } = open.value;
  if (heldBy !== undefined) return failed(readOnly(heldBy));
  const taken = await takePicture({ name, bytes });
  if ('code' in taken) return failed(taken);
  const { suffix, ...picture } = taken;
  const asset = folderAnswer(await addAsset(folder, bytes, suffix));
  return asset.ok ? succeeded({ ...picture, asset: asset.value }) : asset;
}

/** Where ads are judged and shown. */
interface AdParts {
  readonly profilesFolder: string;
  readonly startRoom: StartIntakeRoom;
}

function usualProfile({ profilesFolder }: AdParts) {
  return loadPressProfile(join(profilesFolder, `${USUAL_PROFILE}.json`));
}

/** Pictures of four inks show as the usual press prints them. */
async function screenPress(parts: AdParts): Promise<ScreenPress | undefined> {
  const press = await usualProfile(parts);
  if (!press.ok) return undefined;
  const { icc, profile } = press.value;
  return { icc, inkLimitPercent: profile.inkLimitPercent };
}

async function screenAd(incoming: IncomingAd, parts: AdParts): Promise<Answer<Uint8Array>> {
  const press = await usualProfile(parts);
  if (!press.ok) return failed(press.failure);
  const room = { startRoom: parts.startRoom, press: press.value };
  const preview = await previewInRoom(incoming, room);
  if (preview === undefined) return failed({ code: 'ad-damaged', values: {} });
  const proof = await openSoftProof(press.value.icc, 'white');
  return succeeded(await withPlates(await inkPicture(preview, proof), preview));
}

/** An ad is judged by the usual press profile; pressing judges it by the one that is chosen. */
async function importAd(
  { session, bytes, page = 1 }: ImportPictureRequest,
  sessions: IssueSessions,
  parts: AdParts,
): Promise<Answer<ImportedPicture>> {
  const open = sessions.current(session);
  if (!open.ok) return open;
  const { folder, heldBy } = open.value;
  if (heldBy !== undefined) return failed(readOnly(heldBy));
  const press = await usualProfile(parts);
  if (!press.ok) return failed(press.failure);
  const taken = await takeAd({ bytes, page }, { startRoom: parts.startRoom, press: press.value });
  if ('code' in taken) return failed(taken);
  const asset = folderAnswer(await addAsset(folder, bytes, 'pdf'));
  return asset.ok ? succeeded({ ...taken, asset: asset.value }) : asset;
}

/** The copy is of what the window has, also when its session is over: that is what it is for. */
async function saveCopy(
  { session, folder, bytes }: SaveCopyRequest,
  sessions: IssueSessions,
): Promise<Answer<FolderRequest>> {
  const assetsFrom = sessions.folderOf(session);
  if (assetsFrom === undefined) return failed({ code: 'session-over', values: { folder: '' } });
  const doc = decodeIssueDoc([bytes], 0);
  if (!doc.ok) return failed(badRequest('saveCopy'));
  const issue = readIssue(doc.value);
  const copy = folder.endsWith('.issue') ? folder : `${folder}.issue`;
  const written = await writeIssueFolder({ folder: copy, issue, assetsFrom });
  return written.ok ? succeeded({ folder: copy }) : folderAnswer(written);
}

async function openIssue(
  { folder, takeOver }: OpenIssueRequest,
  sessions: IssueSessions,
  opening: DeskOpening,
): Promise<Answer<OpenedIssue>> {
  const { places, issuesFolder } = opening;
  const place =
    folder === undefined ? await copySample(places.sampleFolder, issuesFolder) : succeeded(folder);
  if (!place.ok) return place;
  const opened = await sessions.open({ folder: place.value, takeOver: takeOver ?? false });
  if (!opened.ok) return opened;
  const issue = readIssue(opened.value.doc);
  const missing = await missingTemplates(issue, join(places.templatesFolder, 'pages'));
  await rememberSession(opened.value, issue, opening);
  const described = describeSession(opened.value);
  return succeeded({ ...described, findings: [...described.findings, ...missing] });
}

/** Templates that a page names and this program does not have; the other pages can be edited. */
async function missingTemplates(issue: Issue, folder: string): Promise<readonly Finding[]> {
  const reading = await readTemplatesOf(issue, folder);
  if (reading.ok) return [];
  return [{ ...templateFailure(reading.failure), severity: 'blocks press', where: {} }];
}

async function rememberSession(
  { folder }: OpenSession,
  { paper, supplement, date }: Issue,
  opening: DeskOpening,
): Promise<void> {
  const openedAt = new Date().toISOString();
  await rememberIssue(opening.recordsFolder, { folder, paper, supplement, date, openedAt });
}
