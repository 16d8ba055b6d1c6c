import { randomUUID } from 'node:crypto';
import type { Issue } from '#engine/model/issue.ts';
import type { Answer } from '#host/contract.ts';
import type { DeliveryOrder } from '#host/delivery/delivery-entry.ts';
import type { DeliveryQueue } from '#host/delivery/delivery-queue.ts';
import type { DeliveryJob, DeliveryProgress } from '#host/delivery-contract.ts';
import { failed, succeeded } from './answers.ts';
import type { BackRoomNews, DeliveryNews, DeliveryWork } from './back-room-work.ts';
import { localTime } from './press-calls.ts';
import type { BackRoom, StartBackRoom } from './start-back-room.ts';

/** What is ordered when the pages are pressed. */
export interface DeliveryPlan {
  readonly work: DeliveryWork;
  readonly issue: Issue;
  readonly targetName: string;
  readonly queue: DeliveryQueue;
  /** Told the id of the delivery when it is in the queue. */
  ordered(delivery: string): void;
}

/** Pages being pressed for delivery; one job at a time. */
export interface DeliveryJobs {
  start(plan: DeliveryPlan): Answer<DeliveryJob>;
  progress(job: string): Answer<DeliveryProgress>;
  shut(): Promise<void>;
}

interface Job {
  progress: DeliveryProgress;
  readonly room: BackRoom;
}

const RUNNING: DeliveryProgress = {
  state: 'running',
  pages: [],
  findings: [],
  failure: undefined,
};

/** No jobs yet. */
export function createDeliveryJobs(startBackRoom: StartBackRoom): DeliveryJobs {
  const jobs = new Map<string, Job>();
  return {
    start(plan) {
      if ([...jobs.values()].some(({ progress }) => progress.state === 'running')) {
        return failed({ code: 'press-busy', values: {} });
      }
      const job = randomUUID();
      jobs.set(job, startJob(plan, startBackRoom()));
      return succeeded({ job });
    },
    progress(id) {
      const job = jobs.get(id);
      return job === undefined
        ? failed({ code: 'no-such-job', values: {} })
        : succeeded(job.progress);
    },
    async shut() {
      for (const { room } of jobs.values()) room.end();
      await Promise.all([...jobs.values()].map(({ room }) => room.ended));
    },
  };
}

/** A page takes a second or two; a job that takes longer than this per page hangs. */
const LONGEST_PAGE_MS = 60_000;

function startJob(plan: DeliveryPlan, room: BackRoom): Job {
  const job: Job = { progress: RUNNING, room };
  const end = (outcome: Partial<DeliveryProgress>) => {
    if (job.progress.state === 'running') job.progress = { ...RUNNING, ...outcome };
    room.end();
  };
  const fail = (code: string) => end({ state: 'failed', failure: { code, values: {} } });
  const clock = setTimeout(
    () => fail('press-too-long'),
    LONGEST_PAGE_MS * (1 + plan.work.pages.length),
  );
  // What was pressed is put in the queue after the room has gone; only then is the job over.
  let isOrdering = false;
  room.hear((told) => {
    const news = told as BackRoomNews;
    if (news.kind === 'failed') end({ state: 'failed', failure: news.failure });
    if (news.kind !== 'pressed for delivery') return;
    isOrdering = true;
    void order(news, plan).then(end, (trouble: unknown) => {
      end({
        state: 'failed',
        failure: { code: 'output-failed', values: { path: String(trouble) } },
      });
    });
  });
  void room.ended.then(() => {
    clearTimeout(clock);
    if (!isOrdering) fail('press-broken');
  });
  room.send(plan.work);
  return job;
}

async function order(news: DeliveryNews, plan: DeliveryPlan): Promise<Partial<DeliveryProgress>> {
  const { state, pages, findings, override } = news;
  if (state !== 'pressed') return { state, pages, findings };
  const { issue } = plan;
  const { by, target } = plan.work;
  const id = randomUUID();
  const wanted: Omit<DeliveryOrder, 'files'> = {
    id,
    at: localTime(new Date()),
    target,
    targetName: plan.targetName,
    by,
    subject: [issue.paper, issue.supplement, issue.date].join(' '),
    override,
  };
  plan.ordered(id);
  await plan.queue.order(wanted, news.files);
  return { state: 'ordered', pages, findings };
}
