import { useEffect, useState } from 'react';
import type { Failure, Host, OpenedIssue } from '#host/contract.ts';

/** An issue on its way to the screen. */
export interface IssueState {
  readonly issue: OpenedIssue | undefined;
  readonly failure: Failure | undefined;
}

/** Opens the issue that the host was started with. */
export function useIssue(host: Host): IssueState {
  const [state, setState] = useState<IssueState>({ issue: undefined, failure: undefined });
  useEffect(() => {
    let isWanted = true;
    host.openIssue({}).then((answer) => {
      if (!isWanted) return;
      setState(
        answer.ok
          ? { issue: answer.value, failure: undefined }
          : { issue: undefined, failure: answer.failure },
      );
    });
    return () => {
      isWanted = false;
    };
  }, [host]);
  return state;
}
