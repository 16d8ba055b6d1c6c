import { useEffect, useRef, useState } from 'react';
import type {
  Answer,
  Failure,
  PressJob,
  PressProgress,
  PressRequest,
  ProofRequest,
} from '#host/contract.ts';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import type { OpenIssue } from '#renderer/open-issue/open-issue.ts';

/** A press job as the dialog follows it. */
export interface PressJobState {
  /** The edits are on their way to the disk, and the job begins then. */
  readonly isStarting: boolean;
  /** The job has begun and is not over. */
  readonly isRunning: boolean;
  /** There was a job, whatever came of it. */
  readonly isOver: boolean;
  readonly progress: PressProgress | undefined;
  /** Why the job could not be begun or followed. */
  readonly failure: Failure | undefined;
  start(request: Omit<PressRequest, 'session'>): Promise<void>;
  /** The same with page proofs. */
  startProof(request: Omit<ProofRequest, 'session'>): Promise<void>;
  cancel(): Promise<void>;
}

/** Orders the job for a session. */
type Order = (session: string) => Promise<Answer<PressJob>>;

const ASK_AGAIN_MS = 150;

function aWhile(): Promise<void> {
  return new Promise((passed) => setTimeout(passed, ASK_AGAIN_MS));
}

/** Orders the job when all edits are on the disk. */
async function beginJob(openIssue: OpenIssue, order: Order): Promise<Answer<PressJob>> {
  const settled = await openIssue.settle();
  if (settled.kind === 'failing') return { ok: false, failure: settled.failure };
  return order(openIssue.session);
}

/** Begins a job when all edits are on the disk, and asks how far it is until it is over. */
export function usePressJob(): PressJobState {
  const { host, openIssue } = useDesk();
  const [isStarting, setStarting] = useState(false);
  const [progress, setProgress] = useState<PressProgress>();
  const [failure, setFailure] = useState<Failure>();
  const job = useRef<string>(undefined);
  /** Stopped before there was a job to stop. */
  const isCalledOff = useRef(false);
  useEffect(
    () => () => {
      job.current = undefined;
    },
    [],
  );
  async function follow(id: string): Promise<void> {
    while (job.current === id) {
      const answer = await host.pressProgress({ job: id });
      if (job.current !== id) return;
      setStarting(false);
      if (!answer.ok) return fail(answer.failure);
      setProgress(answer.value);
      if (answer.value.state !== 'running') return;
      await aWhile();
    }
  }
  function fail(reason: Failure): void {
    setProgress(undefined);
    setFailure(reason);
  }
  async function begin(order: Order): Promise<string | undefined> {
    const begun = await beginJob(openIssue, order);
    if (begun.ok) return begun.value.job;
    fail(begun.failure);
    return undefined;
  }
  async function cancel(): Promise<void> {
    const id = job.current;
    isCalledOff.current = true;
    if (id === undefined) return;
    job.current = undefined;
    const answer = await host.cancelPress({ job: id });
    setStarting(false);
    if (answer.ok) setProgress(answer.value);
    else fail(answer.failure);
  }
  async function run(order: Order): Promise<void> {
    setFailure(undefined);
    setProgress(undefined);
    setStarting(true);
    isCalledOff.current = false;
    const id = await begin(order);
    job.current = id;
    if (id === undefined) setStarting(false);
    else if (isCalledOff.current) await cancel();
    else await follow(id);
  }
  const isRunning = isStarting || progress?.state === 'running';
  return {
    isStarting,
    isRunning,
    isOver: !isRunning && (progress !== undefined || failure !== undefined),
    progress,
    failure,
    start: (request) => run((session) => host.startPress({ ...request, session })),
    startProof: (request) => run((session) => host.startProof({ ...request, session })),
    cancel,
  };
}
