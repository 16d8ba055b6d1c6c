import { readIssue } from '#engine/model/read-issue.ts';
import type { Answer, OpenedIssue, OpenIssueRequest } from '#host/contract.ts';
import { readAsset } from '#host/issue-folder/assets.ts';
import { succeeded } from './answers.ts';
import { copySample } from './copy-sample.ts';
import type { DeskCalls } from './desk-host.ts';
import {
  describeSession,
  documentOf,
  type IssueSessions,
  type OpenSession,
} from './issue-sessions.ts';
import type { DeskOpening } from './read-desk.ts';
import { rememberIssue } from './recent-issues.ts';
import { folderAnswer } from './screen-failure.ts';

/** The calls that have to do with the issue that lies open. */
export type IssueCalls = Pick<
  DeskCalls,
  'openIssue' | 'issueDocument' | 'writeUpdate' | 'saveIssue' | 'closeIssue' | 'pictureFile'
>;

/** The calls over the open issue. */
export function issueCalls(sessions: IssueSessions, opening: DeskOpening): IssueCalls {
  return {
    openIssue: (request) => openIssue(request, sessions, opening),
    async issueDocument({ session }) {
      const open = sessions.current(session);
      return open.ok ? succeeded(documentOf(open.value)) : open;
    },
    writeUpdate: ({ session, bytes }) => sessions.write(session, bytes),
    saveIssue: ({ session }) => sessions.save(session),
    closeIssue: ({ session }) => sessions.close(session),
    async pictureFile({ session, asset }) {
      const open = sessions.current(session);
      return open.ok ? folderAnswer(await readAsset(open.value.folder, asset)) : open;
    },
  };
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
  await rememberSession(opened.value, opening);
  return succeeded(describeSession(opened.value));
}

async function rememberSession({ folder, doc }: OpenSession, opening: DeskOpening): Promise<void> {
  const { paper, supplement, date } = readIssue(doc);
  const openedAt = new Date().toISOString();
  await rememberIssue(opening.dataFolder, { folder, paper, supplement, date, openedAt });
}
