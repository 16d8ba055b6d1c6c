import { useEffect, useState } from 'react';
import type { Failure, KeptVersion } from '#host/contract.ts';
import { useDesk } from '#renderer/desk-state/open-desk.ts';

/** The states of the open issue that were kept, as the dialog knows them. */
export interface Versions {
  /** Undefined until the host has answered. */
  readonly list: readonly KeptVersion[] | undefined;
  readonly failure: Failure | undefined;
  /** True when the last wish to keep the state was met. */
  readonly isKept: boolean;
  /** Keeps the issue as it is now. */
  keep(): Promise<void>;
}

/** Asks for the kept states once, and again with each one that is kept. */
export function useVersions(): Versions {
  const { host, openIssue } = useDesk();
  const [list, setList] = useState<readonly KeptVersion[]>();
  const [failure, setFailure] = useState<Failure>();
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    let isWanted = true;
    host.keptVersions({ session: openIssue.session }).then((answer) => {
      if (!isWanted) return;
      if (answer.ok) setList(answer.value.versions);
      else setFailure(answer.failure);
    });
    return () => {
      isWanted = false;
    };
  }, [host, openIssue]);
  return {
    list,
    failure,
    isKept,
    async keep() {
      const settled = await openIssue.settle();
      if (settled.kind === 'failing') return setFailure(settled.failure);
      const answer = await host.keepVersion({ session: openIssue.session, note: '' });
      setKept(answer.ok);
      setFailure(answer.ok ? undefined : answer.failure);
      if (answer.ok) setList(answer.value.versions);
    },
  };
}
