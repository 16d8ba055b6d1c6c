import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Failure, Host, DeskState as HostDesk, OpenIssueRequest } from '#host/contract.ts';
import { DeskContext, type OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { keptSettings } from '#renderer/desk-state/settings.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { StartWindow } from '#renderer/start-window/start-window.tsx';
import { wordsIn } from '#renderer/strings/catalogue.ts';
import { deskStrings } from '#renderer/strings/desk-strings.ts';
import { LanguageContext } from '#renderer/strings/use-words.ts';
import { DeskWindow } from './desk-window.tsx';
import { Notice } from './notice.tsx';
import { openDeskParts } from './open-desk-parts.ts';

/** What lies on the desk: nothing yet, an issue on its way, an issue, or why there is none. */
type OnDesk =
  | { readonly kind: 'nothing'; readonly failure: Failure | undefined }
  | { readonly kind: 'opening' }
  | { readonly kind: 'issue'; readonly desk: OpenDesk };

/** The window: the start window, or the desk with an issue on it. */
export function Desk({ host }: { readonly host: Host }) {
  const settings = useMemo(keptSettings, []);
  const language = useStore(settings, (value) => value.language);
  const [hostDesk, readAgain] = useHostDesk(host);
  const [onDesk, setOnDesk] = useState<OnDesk>({ kind: 'nothing', failure: undefined });
  const leaveRef = useRef<OpenDesk['leave']>(() => undefined);

  const open = useCallback(
    async (state: HostDesk, request: OpenIssueRequest) => {
      setOnDesk({ kind: 'opening' });
      const leave: OpenDesk['leave'] = (next) => leaveRef.current(next);
      const answer = await openDeskParts({ host, hostDesk: state, settings, leave }, request);
      setOnDesk(
        answer.ok
          ? { kind: 'issue', desk: answer.value }
          : { kind: 'nothing', failure: answer.failure },
      );
    },
    [host, settings],
  );
  leaveRef.current = async (next) => {
    if (onDesk.kind !== 'issue') return;
    const { desk } = onDesk;
    setOnDesk({ kind: 'opening' });
    await desk.openIssue.close();
    desk.composing.close();
    if (next !== undefined && hostDesk.state !== undefined) await open(hostDesk.state, next);
    else {
      readAgain();
      setOnDesk({ kind: 'nothing', failure: undefined });
    }
  };
  const { startFolder } = hostDesk.state ?? {};
  const isStarted = useRef(false);
  useEffect(() => {
    if (hostDesk.state === undefined || startFolder === undefined || isStarted.current) return;
    isStarted.current = true;
    void open(hostDesk.state, { folder: startFolder });
  }, [hostDesk.state, startFolder, open]);

  return (
    <I18nProvider locale={language}>
      <LanguageContext value={language}>{content()}</LanguageContext>
    </I18nProvider>
  );

  function content() {
    if (onDesk.kind === 'issue') {
      return (
        <DeskContext value={onDesk.desk} key={onDesk.desk.openIssue.session}>
          <DeskWindow />
        </DeskContext>
      );
    }
    const { state, failure } = hostDesk;
    const isComing = startFolder !== undefined && !isStarted.current;
    if (state === undefined || onDesk.kind === 'opening' || isComing) {
      return <Notice failure={failure} otherwise={wordsIn(deskStrings, language).opening} />;
    }
    return (
      <StartWindow
        host={host}
        hostDesk={state}
        failure={onDesk.failure}
        onOpen={(request) => void open(state, request)}
      />
    );
  }
}

interface HostDeskState {
  readonly state: HostDesk | undefined;
  readonly failure: Failure | undefined;
}

/** What the host says of this machine; asked again when the start window comes back. */
function useHostDesk(host: Host): readonly [HostDeskState, () => void] {
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<HostDeskState>({ state: undefined, failure: undefined });
  // biome-ignore lint/correctness/useExhaustiveDependencies: every round asks again
  useEffect(() => {
    let isWanted = true;
    host.readDesk({}).then((read) => {
      if (!isWanted) return;
      setAnswer(
        read.ok
          ? { state: read.value, failure: undefined }
          : { state: undefined, failure: read.failure },
      );
    });
    return () => {
      isWanted = false;
    };
  }, [host, round]);
  return [answer, () => setRound((now) => now + 1)];
}
