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
import { FaultBoundary } from './fault-boundary.tsx';
import { Notice } from './notice.tsx';
import { openDeskParts } from './open-desk-parts.ts';
import { useHostDesk } from './use-host-desk.ts';
import { useShellOrders } from './use-shell-orders.ts';
import { useWindowTitle } from './use-window-title.ts';

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
  const [onDesk, open] = useOpening({ host, settings, hostDesk, readAgain });
  const { startFolder } = hostDesk.state ?? {};
  const isStarted = useRef(false);
  useEffect(() => {
    if (hostDesk.state === undefined || startFolder === undefined || isStarted.current) return;
    isStarted.current = true;
    void open(hostDesk.state, { folder: startFolder });
  }, [hostDesk.state, startFolder, open]);
  const desk = onDesk.kind === 'issue' ? onDesk.desk : undefined;
  useShellOrders({
    isReady: hostDesk.state !== undefined && onDesk.kind !== 'opening',
    desk,
    open: (request) => hostDesk.state && void open(hostDesk.state, request),
  });
  useWindowTitle(desk, language);
  const words = wordsIn(deskStrings, language);

  return (
    <I18nProvider locale={language}>
      <LanguageContext value={language}>{content()}</LanguageContext>
    </I18nProvider>
  );

  function content() {
    if (desk !== undefined) {
      return (
        <FaultBoundary sentence={words.fault} again={words.loadAgain}>
          <DeskContext value={desk} key={desk.openIssue.session}>
            <DeskWindow />
          </DeskContext>
        </FaultBoundary>
      );
    }
    const { state, failure } = hostDesk;
    const isComing = startFolder !== undefined && !isStarted.current;
    if (state === undefined || onDesk.kind === 'opening' || isComing) {
      return <Notice failure={failure} otherwise={words.opening} />;
    }
    return (
      <StartWindow
        host={host}
        hostDesk={state}
        settings={settings}
        failure={onDesk.kind === 'nothing' ? onDesk.failure : undefined}
        onOpen={(request) => void open(state, request)}
      />
    );
  }
}

/** What opening an issue takes. */
interface OpeningParts {
  readonly host: Host;
  readonly settings: ReturnType<typeof keptSettings>;
  readonly hostDesk: ReturnType<typeof useHostDesk>[0];
  readonly readAgain: ReturnType<typeof useHostDesk>[1];
}

type Open = (state: HostDesk, request: OpenIssueRequest) => Promise<void>;

/** What lies on the desk, and how something else is put there. */
function useOpening(parts: OpeningParts): readonly [OnDesk, Open] {
  const { host, settings, hostDesk, readAgain } = parts;
  const [onDesk, setOnDesk] = useState<OnDesk>({ kind: 'nothing', failure: undefined });
  const leaveRef = useRef<OpenDesk['leave']>(() => undefined);

  const open = useCallback(
    async (state: HostDesk, request: OpenIssueRequest) => {
      setOnDesk({ kind: 'opening' });
      const leave: OpenDesk['leave'] = (next, isCopied) => leaveRef.current(next, isCopied);
      const answer = await openDeskParts({ host, hostDesk: state, settings, leave }, request);
      setOnDesk(
        answer.ok
          ? { kind: 'issue', desk: answer.value }
          : { kind: 'nothing', failure: answer.failure },
      );
    },
    [host, settings],
  );
  leaveRef.current = async (next, isCopied = false) => {
    if (onDesk.kind !== 'issue') return;
    const { desk } = onDesk;
    // Edits that the disk does not take stay here, with the notice that says why.
    const isSafe = isCopied || (await desk.openIssue.settle()).kind !== 'failing';
    if (!isSafe) return;
    setOnDesk({ kind: 'opening' });
    await desk.openIssue.close();
    desk.composing.close();
    const state = (await readAgain()) ?? hostDesk.state;
    if (next !== undefined && state !== undefined) await open(state, next);
    else setOnDesk({ kind: 'nothing', failure: undefined });
  };
  return [onDesk, open];
}
