import { useEffect, useRef, useState } from 'react';
import type { Failure, PressProgress, PressRequest } from '#host/contract.ts';
import { useDesk } from '#renderer/desk-state/open-desk.ts';

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
  cancel(): Promise<void>;
}

const ASK_AGAIN_MS = 150;

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
      await new Promise((passed) => setTimeout(passed, ASK_AGAIN_MS));
    }
  }
  function fail(reason: Failure): void {
    setProgress(undefined);
    setFailure(reason);
  }
  async function begin(request: Omit<PressRequest, 'session'>): Promise<string | undefined> {
    const settled = await openIssue.settle();
    if (settled.kind === 'failing') {
      fail(settled.failure);
      return undefined;
    }
    const answer = await host.startPress({ ...request, session: openIssue.session });
    if (!answer.ok) fail(answer.failure);
    return answer.ok ? answer.value.job : undefined;
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
  const isRunning = isStarting || progress?.state === 'running';
  return {
    isStarting,
    isRunning,
    isOver: !isRunning && (progress !== undefined || failure !== undefined),
    progress,
    failure,
    async start(request) {
      setFailure(undefined);
      setProgress(undefined);
      setStarting(true);
      isCalledOff.current = false;
      const id = await begin(request);
      job.current = id;
      if (id === undefined) setStarting(false);
      else if (isCalledOff.current) await cancel();
      else await follow(id);
    },
    cancel,
  };
}
