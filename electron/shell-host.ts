import { setTimeout as after } from 'node:timers/promises';
import type { Answer, Host, HostCall, OpenedIssue, PressJob } from '#host/contract.ts';
import type { RunningHost } from '#host/desk/open-desk-host.ts';
import { writeIssuePointer } from './issue-pointer.ts';
import { showRecentIssues } from './recent-documents.ts';
import { showInFolder } from './show-in-folder.ts';

/** The host contract with what Electron adds, and what the shell must know before it closes. */
export interface ShellHost extends RunningHost {
  /** The issue that lies open; undefined while the start window shows. */
  openedIssue(): OpenedIssue | undefined;
  /** The next page that loads opens this issue at once; undefined shows the start window. */
  startWith(folder: string | undefined): void;
  /** Answers when nothing has been on its way to the disk for a moment, or the time is up. */
  quiet(limitMs: number): Promise<void>;
  /** A press job that is running. */
  runningJob(): Promise<PressJob | undefined>;
}

/** Called with every issue that is opened, and with undefined when it is closed. */
export type HearOfIssue = (opened: OpenedIssue | undefined) => void;

/** Calls after which something new lies on the disk. */
const WRITES: readonly HostCall[] = [
  'createIssue',
  'openIssue',
  'writeUpdate',
  'saveIssue',
  'saveCopy',
  'closeIssue',
  'importPicture',
];

/** Lays Electron's own answers over those of the host. */
export function layShell(host: RunningHost, hearOfIssue: HearOfIssue): ShellHost {
  const writes = watchWrites(host);
  const jobs = new Set<string>();
  let opened: OpenedIssue | undefined;
  let startFolder: string | undefined;

  function remember(next: OpenedIssue | undefined): void {
    opened = next;
    hearOfIssue(next);
  }
  return {
    ...host,
    ...writes.calls,
    async readDesk(request) {
      const answer = await host.readDesk(request);
      return withValue(answer, (desk) => ({ ...desk, startFolder, hasDialogs: true }));
    },
    async openIssue(request) {
      const answer = await writes.calls.openIssue(request);
      if (!answer.ok) return answer;
      remember(answer.value);
      await registerIssue(host, answer.value);
      return answer;
    },
    async closeIssue(request) {
      const answer = await writes.calls.closeIssue(request);
      if (answer.ok && request.session === opened?.session) remember(undefined);
      return answer;
    },
    async startPress(request) {
      const answer = await host.startPress(request);
      if (answer.ok) jobs.add(answer.value.job);
      return answer;
    },
    async startProof(request) {
      const answer = await host.startProof(request);
      if (answer.ok) jobs.add(answer.value.job);
      return answer;
    },
    showInFolder,
    openedIssue: () => opened,
    startWith(folder) {
      startFolder = folder;
    },
    quiet: (limitMs) => writes.quiet(limitMs),
    async runningJob() {
      for (const job of jobs) {
        const progress = await host.pressProgress({ job });
        if (progress.ok && progress.value.state === 'running') return { job };
        jobs.delete(job);
      }
      return undefined;
    },
  };
}

/** What the system is told of an issue that was opened here. */
async function registerIssue(host: Host, { folder, heldBy }: OpenedIssue): Promise<void> {
  if (heldBy === undefined) await writeIssuePointer(folder);
  const desk = await host.readDesk({});
  if (desk.ok) showRecentIssues(desk.value.recent);
}

function withValue<Value>(answer: Answer<Value>, change: (value: Value) => Value): Answer<Value> {
  return answer.ok ? { ok: true, value: change(answer.value) } : answer;
}

/** The page collects edits for a fraction of this before it sends them. */
const CALM_MS = 300;

interface WatchedWrites {
  readonly calls: Host;
  quiet(limitMs: number): Promise<void>;
}

/** Counts the writes that are on their way. */
function watchWrites(host: Host): WatchedWrites {
  const underWay = new Set<Promise<unknown>>();
  let begun = 0;
  const watched = WRITES.map((call) => [
    call,
    async (request: object) => {
      begun += 1;
      const writing = (host[call] as (request: object) => Promise<unknown>)(request);
      underWay.add(writing);
      try {
        return await writing;
      } finally {
        underWay.delete(writing);
      }
    },
  ]);
  async function calm(until: number): Promise<void> {
    let seen: number;
    do {
      seen = begun;
      await Promise.allSettled(underWay);
      await after(CALM_MS);
    } while (seen !== begun && performance.now() < until);
  }
  return {
    calls: { ...host, ...Object.fromEntries(watched) },
    quiet: (limitMs) =>
      Promise.race([calm(performance.now() + limitMs), after(limitMs, undefined, { ref: false })]),
  };
}
