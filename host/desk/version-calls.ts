import type { Issue } from '#engine/model/issue.ts';
import { readIssue } from '#engine/model/read-issue.ts';
import type { Answer } from '#host/contract.ts';
import { readIssueFolder } from '#host/issue-folder/read-issue-folder.ts';
import { keepVersion, listVersions, readVersion } from '#host/issue-folder/versions.ts';
import type {
  EarlierState,
  KeepVersionRequest,
  KeptVersions,
  ProofRequest,
} from '#host/version-contract.ts';
import { failed, succeeded } from './answers.ts';
import type { DeskCalls } from './desk-host.ts';
import { type IssueSessions, readOnly } from './issue-sessions.ts';
import { findProfile, localTime } from './press-calls.ts';
import type { PressJobs } from './press-jobs.ts';
import { type DeskOpening, programVersion } from './read-desk.ts';
import { folderAnswer } from './screen-failure.ts';

/** The calls that have to do with earlier states of the open issue. */
export type VersionCalls = Pick<
  DeskCalls,
  'keptVersions' | 'keepVersion' | 'earlierIssue' | 'startProof'
>;

/** The calls over the versions in the folder of the open issue. */
export function versionCalls(
  sessions: IssueSessions,
  jobs: PressJobs,
  opening: DeskOpening,
): VersionCalls {
  return {
    async keptVersions({ session }) {
      const open = sessions.current(session);
      return open.ok ? succeeded({ versions: await listVersions(open.value.folder) }) : open;
    },
    keepVersion: (request) => keepNow(request, sessions),
    async earlierIssue({ session, state }) {
      const open = sessions.current(session);
      if (!open.ok) return open;
      const issue = await readState(open.value.folder, state);
      return issue.ok ? succeeded({ issue: issue.value }) : issue;
    },
    startProof: (request) => startProof(request, { sessions, jobs, opening }),
  };
}

async function keepNow(
  { session, note }: KeepVersionRequest,
  sessions: IssueSessions,
): Promise<Answer<KeptVersions>> {
  const open = sessions.current(session);
  if (!open.ok) return open;
  const { doc, folder, heldBy } = open.value;
  if (heldBy !== undefined) return failed(readOnly(heldBy));
  const head = { at: new Date().toISOString(), reason: 'by hand', note } as const;
  const kept = folderAnswer(await keepVersion(folder, head, readIssue(doc)));
  return kept.ok ? succeeded({ versions: await listVersions(folder) }) : kept;
}

/** The issue in a state; a version lies in the folder of the open issue. */
async function readState(folder: string, state: EarlierState): Promise<Answer<Issue>> {
  if (state.kind === 'version') return folderAnswer(await readVersion(folder, state.name));
  const reading = folderAnswer(await readIssueFolder(state.folder));
  return reading.ok ? succeeded(reading.value.issue) : reading;
}

interface ProofParts {
  readonly sessions: IssueSessions;
  readonly jobs: PressJobs;
  readonly opening: DeskOpening;
}

async function startProof(
  request: ProofRequest,
  { sessions, jobs, opening }: ProofParts,
): Promise<Answer<{ readonly job: string }>> {
  const open = sessions.current(request.session);
  if (!open.ok) return open;
  const { places } = opening;
  const profilePath = await findProfile(places.profilesFolder, request.profile);
  if (!profilePath.ok) return profilePath;
  const { doc, folder } = open.value;
  const issue = readIssue(doc);
  const missing = request.pages.find((page) => page >= issue.pages.length);
  if (missing !== undefined) return failed({ code: 'no-such-page', values: { page: missing + 1 } });
  const before = request.against && (await readState(folder, request.against));
  if (before?.ok === false) return before;
  const { paper, hasLineNumbers, language, pages } = request;
  return jobs.start({
    kind: 'proof',
    folder,
    issue,
    before: before?.value,
    templatesFolder: places.templatesFolder,
    profilePath: profilePath.value,
    targetFolder: request.folder,
    producer: `Banxin ${await programVersion(places.packageFile)}`,
    time: localTime(new Date()),
    ...{ paper, hasLineNumbers, language, pages },
  });
}
