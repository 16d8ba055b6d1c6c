import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftState } from '#engine/intake/inbox-draft.ts';
import type { Failure, Host } from '#host/contract.ts';

/** The inbox as the host tells it. */
type DraftList = Extract<Awaited<ReturnType<Host['listDrafts']>>, { ok: true }>['value'];

/** What of the inbox is asked for. */
export interface DraftQuestion {
  readonly search: string;
  readonly state: DraftState | undefined;
}

/** The inbox as it was last seen. */
export interface SeenDrafts {
  readonly list: DraftList | undefined;
  readonly failure: Failure | undefined;
  /** Looks again at once. */
  readonly refresh: () => Promise<void>;
}

/** Drafts come from elsewhere, too: the list looks again while it is seen. */
const LOOK_AGAIN_MS = 3000;

/** The drafts that answer the question, kept up to date while the component stands. */
export function useDrafts(host: Host, question: DraftQuestion): SeenDrafts {
  const { search, state } = question;
  const [list, setList] = useState<DraftList>();
  const [failure, setFailure] = useState<Failure>();
  const asked = useRef(0);
  const refresh = useCallback(async () => {
    asked.current += 1;
    const own = asked.current;
    const answer = await host.listDrafts({ search, state });
    // An answer to an earlier question comes too late.
    if (own !== asked.current) return;
    if (answer.ok) setList(answer.value);
    setFailure(answer.ok ? undefined : answer.failure);
  }, [host, search, state]);
  useEffect(() => {
    void refresh();
    const clock = setInterval(() => void refresh(), LOOK_AGAIN_MS);
    return () => clearInterval(clock);
  }, [refresh]);
  return { list, failure, refresh };
}
