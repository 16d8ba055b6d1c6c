import { useEffect, useRef, useState } from 'react';
import type { Failure, Host } from '#host/contract.ts';
import { useDesk } from '#renderer/desk-state/open-desk.ts';

type Progress = Extract<Awaited<ReturnType<Host['deliveryProgress']>>, { ok: true }>['value'];
type Request = Omit<Parameters<Host['startDelivery']>[0], 'session'>;

/** Pages being pressed for delivery, as the dialog follows them. */
export interface DeliveryJobState {
  readonly isRunning: boolean;
  readonly progress: Progress | undefined;
  readonly failure: Failure | undefined;
  start(request: Request): Promise<void>;
}

const ASK_AGAIN_MS = 200;

/** Begins when all edits are on the disk; once the pages are in line they go by themselves. */
export function useDeliveryJob(): DeliveryJobState {
  const { host, openIssue } = useDesk();
  const [isRunning, setRunning] = useState(false);
  const [progress, setProgress] = useState<Progress>();
  const [failure, setFailure] = useState<Failure>();
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);
  async function outcome(request: Request): Promise<Progress | Failure> {
    const settled = await openIssue.settle();
    if (settled.kind === 'failing') return settled.failure;
    const started = await host.startDelivery({ ...request, session: openIssue.session });
    if (!started.ok) return started.failure;
    for (;;) {
      const answer = await host.deliveryProgress(started.value);
      if (!answer.ok) return answer.failure;
      if (answer.value.state !== 'running' || !isThere.current) return answer.value;
      await new Promise((passed) => setTimeout(passed, ASK_AGAIN_MS));
    }
  }
  return {
    isRunning,
    progress,
    failure,
    async start(request) {
      setRunning(true);
      setProgress(undefined);
      setFailure(undefined);
      const end = await outcome(request);
      if (!isThere.current) return;
      setRunning(false);
      if ('state' in end) setProgress(end);
      else setFailure(end);
    },
  };
}
