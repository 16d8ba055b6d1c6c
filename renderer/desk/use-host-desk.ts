import { useCallback, useEffect, useState } from 'react';
import type { Failure, Host, DeskState as HostDesk } from '#host/contract.ts';

/** What the host says of this machine, or why it says nothing. */
export interface ReadHostDesk {
  readonly state: HostDesk | undefined;
  readonly failure: Failure | undefined;
}

/** What the host says of this machine, and how it is asked again: what is recent changes. */
export function useHostDesk(
  host: Host,
): readonly [ReadHostDesk, () => Promise<HostDesk | undefined>] {
  const [read, setRead] = useState<ReadHostDesk>({ state: undefined, failure: undefined });
  const readAgain = useCallback(async () => {
    const answer = await host.readDesk({});
    if (answer.ok) setRead({ state: answer.value, failure: undefined });
    else setRead(({ state }) => ({ state, failure: answer.failure }));
    return answer.ok ? answer.value : undefined;
  }, [host]);
  useEffect(() => {
    void readAgain();
  }, [readAgain]);
  return [read, readAgain];
}
