import { useEffect, useMemo, useState } from 'react';
import type { Answer, Host, DeskState as HostDesk } from '#host/contract.ts';
import { FIRST_SETTINGS } from '#renderer/desk-state/desk-state.ts';
import { DeskContext, type OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { createStore } from '#renderer/desk-state/store.ts';
import { zhCn } from '#renderer/strings/zh-cn.ts';
import { DeskWindow } from './desk-window.tsx';
import { Notice } from './notice.tsx';
import { openDeskParts } from './open-desk-parts.ts';

/** The window: the start window, or the desk with an issue on it. */
export function Desk({ host }: { readonly host: Host }) {
  const hostDesk = useAnswer(() => host.readDesk({}), host);
  if (hostDesk?.ok) return <OpeningDesk host={host} hostDesk={hostDesk.value} />;
  return <Notice failure={hostDesk?.failure} otherwise={zhCn.opening} />;
}

interface OpeningDeskProps {
  readonly host: Host;
  readonly hostDesk: HostDesk;
}

function OpeningDesk({ host, hostDesk }: OpeningDeskProps) {
  const settings = useMemo(() => createStore(FIRST_SETTINGS), []);
  const folder = hostDesk.startFolder;
  const request = folder === undefined ? { sample: true } : { folder };
  const desk = useAnswer<OpenDesk>(
    () => openDeskParts({ host, hostDesk, settings }, request),
    host,
  );
  if (!desk?.ok) return <Notice failure={desk?.failure} otherwise={zhCn.opening} />;
  return (
    <DeskContext value={desk.value}>
      <DeskWindow />
    </DeskContext>
  );
}

/** What a question to the host brought; undefined while it is on the way. */
function useAnswer<Value>(
  ask: () => Promise<Answer<Value>>,
  asked: unknown,
): Answer<Value> | undefined {
  const [answer, setAnswer] = useState<Answer<Value>>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each `asked`
  useEffect(() => {
    let isWanted = true;
    ask().then((value) => {
      if (isWanted) setAnswer(value);
    });
    return () => {
      isWanted = false;
    };
  }, [asked]);
  return answer;
}
