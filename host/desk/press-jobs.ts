import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Answer, PressJob, PressProgress } from '#host/contract.ts';
import { failed, succeeded } from './answers.ts';
import type { BackRoomNews, PressWork, ProofWork } from './back-room-work.ts';
import type { BackRoom, StartBackRoom } from './start-back-room.ts';

/** The press jobs of this run; one at a time. */
export interface PressJobs {
  /** `onDelivered` is told when the files have their names. */
  start(work: PressWork | ProofWork, onDelivered?: () => void): Answer<PressJob>;
  progress(job: string): Answer<PressProgress>;
  cancel(job: string): Promise<Answer<PressProgress>>;
  /** Ends what runs, at the end of the program. */
  shut(): Promise<void>;
}

/** A page takes a second or two; a job that takes longer than this per page hangs. */
const LONGEST_PAGE_MS = 60_000;

interface RunningJob {
  readonly room: BackRoom;
  paths: readonly string[];
  pagesBegun: number;
  /** Files take their names; from then on the job is let run to its end. */
  isDelivering: boolean;
}

interface Job {
  progress: PressProgress;
  readonly running: RunningJob;
  /** When its process is gone and what it left behind is taken away. */
  ended: Promise<void>;
}

/** No jobs yet. */
export function createPressJobs(startBackRoom: StartBackRoom): PressJobs {
  const jobs = new Map<string, Job>();
  function progress(id: string): Answer<PressProgress> {
    const job = jobs.get(id);
    if (job === undefined) return failed({ code: 'no-such-job', values: {} });
    return succeeded(job.progress);
  }
  return {
    start(work, onDelivered = () => undefined) {
      if ([...jobs.values()].some((job) => job.progress.state === 'running')) {
        return failed({ code: 'press-busy', values: {} });
      }
      const id = randomUUID();
      jobs.set(id, startJob(work, startBackRoom(), onDelivered));
      return succeeded({ job: id });
    },
    progress,
    async cancel(id) {
      const job = jobs.get(id);
      if (job !== undefined) await cancelJob(job);
      return progress(id);
    },
    async shut() {
      await Promise.all([...jobs.values()].map(cancelJob));
    },
  };
}

function startJob(work: PressWork | ProofWork, room: BackRoom, onDelivered: () => void): Job {
  const job: Job = {
    progress: {
      state: 'running',
      pagesDone: 0,
      pagesAll: work.pages.length,
      files: [],
      findings: [],
      failure: undefined,
    },
    running: { room, paths: [], pagesBegun: 0, isDelivering: false },
    ended: Promise.resolve(),
  };
  const clock = setTimeout(
    () => {
      finish(job, { state: 'failed', failure: { code: 'press-too-long', values: {} } });
      room.end();
    },
    LONGEST_PAGE_MS * (1 + work.pages.length),
  );
  room.hear((news) => {
    if (job.progress.state !== 'running') return;
    hear(job, news as BackRoomNews);
    if (isDelivered(job)) onDelivered();
  });
  job.ended = room.ended.then(async () => {
    clearTimeout(clock);
    // Killed, out of memory or broken: what lies half written is taken away.
    await removeStaged(job.running.paths);
    finish(job, { state: 'failed', failure: { code: 'press-broken', values: {} } });
  });
  room.send(work);
  return job;
}

function hear(job: Job, news: BackRoomNews): void {
  const { running } = job;
  switch (news.kind) {
    case 'planned':
      running.paths = news.paths;
      break;
    case 'page begun':
      job.progress = { ...job.progress, pagesDone: running.pagesBegun };
      running.pagesBegun += 1;
      break;
    case 'ready to deliver':
      running.isDelivering = true;
      running.room.send({ kind: 'deliver' });
      break;
    case 'pressed': {
      const { files, findings, isHeld } = news;
      const pagesDone = isHeld ? 0 : job.progress.pagesAll;
      finish(job, { state: isHeld ? 'blocked' : 'delivered', pagesDone, files, findings });
      running.room.end();
      break;
    }
    case 'failed':
      finish(job, { state: 'failed', failure: news.failure, findings: news.findings });
      running.room.end();
      break;
    case 'painted':
    case 'profiled':
    case 'pressed for delivery':
      break;
  }
}

/** Asked apart from what was known before the news: that says the job is running still. */
function isDelivered({ progress }: Job): boolean {
  return progress.state === 'delivered';
}

/** A job ends once; what comes later changes nothing. */
function finish(job: Job, outcome: Partial<PressProgress>): void {
  if (job.progress.state === 'running') job.progress = { ...job.progress, ...outcome };
}

async function cancelJob(job: Job): Promise<void> {
  if (!job.running.isDelivering) {
    finish(job, { state: 'cancelled', pagesDone: 0 });
    job.running.room.end();
  }
  await job.ended;
}

/** A file that waits beside its name, as host/issue-folder/replace-file.ts calls it. */
const STAGED = /^\.[0-9a-f-]{36}\.new$/u;

async function removeStaged(paths: readonly string[]): Promise<void> {
  await Promise.all(
    paths.map(async (path) => {
      const names = await readdir(dirname(path)).catch(() => []);
      const staged = names.filter(
        (name) => name.startsWith(basename(path)) && STAGED.test(name.slice(basename(path).length)),
      );
      await Promise.all(staged.map((name) => rm(join(dirname(path), name), { force: true })));
    }),
  );
}
