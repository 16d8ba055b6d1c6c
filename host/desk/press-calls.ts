import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Issue } from '#engine/model/issue.ts';
import { readIssue } from '#engine/model/read-issue.ts';
import type { Answer, PressJob, PressRequest } from '#host/contract.ts';
import { keepVersion } from '#host/issue-folder/versions.ts';
import { ownProfilesFolder } from '#host/user-folders.ts';
import { failed, succeeded } from './answers.ts';
import type { PressWork } from './back-room-work.ts';
import type { DeskCalls } from './desk-host.ts';
import { documentOf, type IssueSessions } from './issue-sessions.ts';
import type { PressJobs } from './press-jobs.ts';
import { type DeskOpening, programVersion } from './read-desk.ts';

/** The calls that have to do with pressing. */
export type PressCalls = Pick<DeskCalls, 'startPress' | 'pressProgress' | 'cancelPress'>;

/** The calls over the press jobs of this run. */
export function pressCalls(
  sessions: IssueSessions,
  jobs: PressJobs,
  opening: DeskOpening,
): PressCalls {
  return {
    startPress: (request) => startPress(request, { sessions, jobs, opening }),
    pressProgress: async ({ job }) => jobs.progress(job),
    cancelPress: ({ job }) => jobs.cancel(job),
  };
}

interface PressParts {
  readonly sessions: IssueSessions;
  readonly jobs: PressJobs;
  readonly opening: DeskOpening;
}

/** The document goes along as it is now: what is typed while pages are pressed is not in them. */
async function startPress(
  request: PressRequest,
  { sessions, jobs, opening }: PressParts,
): Promise<Answer<PressJob>> {
  const open = sessions.current(request.session);
  if (!open.ok) return open;
  const { places } = opening;
  const profilePath = await findProfile(places.profilesFolder, request.profile);
  if (!profilePath.ok) return profilePath;
  const document = documentOf(open.value);
  const pages = [...new Set(request.pages)];
  const issue = readIssue(open.value.doc);
  const missing = pages.find((page) => page >= issue.pages.length);
  if (missing !== undefined) return failed({ code: 'no-such-page', values: { page: missing + 1 } });
  const work: PressWork = {
    kind: 'press',
    folder: open.value.folder,
    document,
    templatesFolder: places.templatesFolder,
    profilePath: profilePath.value,
    pages,
    targetFolder: request.folder,
    inSpiteOfFindings: request.inSpiteOfFindings,
    hasReport: request.hasReport,
    producer: `Banxin ${await programVersion(places.packageFile)}`,
    time: localTime(new Date()),
  };
  const isKept = open.value.heldBy === undefined && !request.inSpiteOfFindings;
  return jobs.start(work, isKept ? () => void keepPressed(open.value.folder, issue) : undefined);
}

/** The state that went onto plates is kept to be compared with; pressing is done without it too. */
async function keepPressed(folder: string, issue: Issue): Promise<void> {
  const head = { at: new Date().toISOString(), reason: 'pressed', note: '' } as const;
  const kept = await keepVersion(folder, head, issue);
  if (!kept.ok) console.error(kept.failure);
}

/**
 * The file of a profile, of the newsroom's own or of those in the folder. Its name comes from the
 * screen and must not hide a path.
 */
export async function findProfile(folder: string, id: string): Promise<Answer<string>> {
  if (!/^[a-z0-9][a-z0-9-]*$/u.test(id)) return missingProfile(id);
  for (const place of [ownProfilesFolder(), folder]) {
    const path = join(place, `${id}.json`);
    if (await access(path).then(yes, no)) return succeeded(path);
  }
  return missingProfile(id);
}

function missingProfile(profile: string): Answer<string> {
  return failed({ code: 'press-profile-missing', values: { profile } });
}

const yes = () => true;
const no = () => false;

/** ISO time with the offset of this place, to the second: 2021-06-18T22:30:00+08:00. */
export function localTime(moment: Date): string {
  const minutes = -moment.getTimezoneOffset();
  const local = new Date(moment.getTime() + minutes * 60_000).toISOString().slice(0, 19);
  const sign = minutes < 0 ? '-' : '+';
  const two = (count: number) => String(count).padStart(2, '0');
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${local}${sign}${two(hours)}:${two(rest)}`;
}
