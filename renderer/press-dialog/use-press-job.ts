import { useEffect, useRef, useState } from 'react';
import type { Failure, PressProgress, PressRequest } from '#host/contract.ts';
import { useDesk } from '#renderer/desk-state/open-desk.ts';

/** A press job as the dialog follows it. */
export interface PressJobState {
  readonly progress: PressProgress | undefined;
  /** Why the job could not be begun or followed. */
  readonly failure: Failure | undefined;
  start(request: Omit<PressRequest, 'session'>): void;
  cancel(): void;
}

const ASK_AGAIN_MS = 150;

/** Begins a job when all edits are on the disk, and asks how far it is until it is over. */
export function usePressJob(): PressJobState {
  const { host, openIssue } = useDesk();
  const [progress, setProgress] = useState<PressProgress>();
  const [failure, setFailure] = useState<Failure>();
  const job = useRef<string>(undefined);
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
      if (!answer.ok) return setFailure(answer.failure);
      setProgress(answer.value);
      if (answer.value.state !== 'running') return;
      await new Promise((passed) => setTimeout(passed, ASK_AGAIN_MS));
    }
  }
  return {
    progress,
    failure,
    async start(request) {
      setFailure(undefined);
      setProgress(undefined);
      const settled = await openIssue.settle();
      if (settled.kind === 'failing') return setFailure(settled.failure);
      const { session } = openIssue;
      const answer = await host.startPress({ ...request, session });
      if (!answer.ok) return setFailure(answer.failure);
      job.current = answer.value.job;
      await follow(answer.value.job);
    },
    async cancel() {
      const id = job.current;
      if (id === undefined) return;
      job.current = undefined;
      const answer = await host.cancelPress({ job: id });
      if (answer.ok) setProgress(answer.value);
      else setFailure(answer.failure);
    },
  };
}
