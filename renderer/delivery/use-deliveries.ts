import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Host } from '#host/contract.ts';

/** Targets and deliveries as the host tells them. */
export type DeliveryDesk = Extract<
  Awaited<ReturnType<Host['readDeliveries']>>,
  { ok: true }
>['value'];
export type KeptTarget = DeliveryDesk['targets'][number];
export type DeliveryCaption = DeliveryDesk['deliveries'][number];

/** The deliveries as they were last seen. */
export interface SeenDeliveries {
  readonly desk: DeliveryDesk | undefined;
  readonly failure: Failure | undefined;
  /** Looks again at once. */
  readonly refresh: () => Promise<void>;
}

/** Deliveries go on by themselves: they are looked at again while the component stands. */
export function useDeliveries(host: Host, lookAgainMs: number): SeenDeliveries {
  const [desk, setDesk] = useState<DeliveryDesk>();
  const [failure, setFailure] = useState<Failure>();
  const asked = useRef(0);
  const refresh = useCallback(async () => {
    asked.current += 1;
    const own = asked.current;
    const answer = await host.readDeliveries({});
    if (own !== asked.current) return;
    if (answer.ok) setDesk(answer.value);
    setFailure(answer.ok ? undefined : answer.failure);
  }, [host]);
  useEffect(() => {
    void refresh();
    const clock = setInterval(() => void refresh(), lookAgainMs);
    return () => clearInterval(clock);
  }, [refresh, lookAgainMs]);
  return { desk, failure, refresh };
}
