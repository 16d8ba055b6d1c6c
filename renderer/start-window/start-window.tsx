import { FilePlus2, FolderOpen, Newspaper, Settings2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Failure, Host, DeskState as HostDesk, OpenIssueRequest } from '#host/contract.ts';
import { Button } from '#renderer/controls/button.tsx';
import { SettingsDialog } from '#renderer/desk/settings-dialog.tsx';
import type { Settings } from '#renderer/desk-state/desk-state.ts';
import type { Store } from '#renderer/desk-state/store.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { startStrings } from '#renderer/strings/start-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { chosenPath, type PathWish } from './choose-path.ts';
import { FolderDialog } from './folder-dialog.tsx';
import { NewIssueDialog } from './new-issue-dialog.tsx';
import { RecentIssues } from './recent-issues.tsx';
import { TemplateCards } from './template-cards.tsx';
import './start-window.css';

/** What the start window shows and sends. */
export interface StartWindowProps {
  readonly host: Host;
  readonly hostDesk: HostDesk;
  readonly settings: Store<Settings>;
  /** Why the last issue could not be opened. */
  readonly failure: Failure | undefined;
  readonly onOpen: (request: OpenIssueRequest) => void;
}

type StartDialog =
  | { readonly kind: 'new issue'; readonly template: string }
  | { readonly kind: 'folder' }
  | { readonly kind: 'settings' };

/** New issue from a template, open, recent issues, the sample. */
export function StartWindow(props: StartWindowProps) {
  const { host, hostDesk, settings, failure, onOpen } = props;
  const words = useWords(startStrings);
  const failures = useWords(failureStrings);
  const [dialog, setDialog] = useState<StartDialog>();
  const close = () => setDialog(undefined);
  const newIssue = (template: string) => setDialog({ kind: 'new issue', template });
  const openFolder = async () => {
    const wish: PathWish = { host, hostDesk, purpose: 'open issue' };
    const chosen = await chosenPath(wish);
    if (chosen.kind === 'chosen') onOpen({ folder: chosen.path });
    else if (chosen.kind === 'no dialog') setDialog({ kind: 'folder' });
  };
  const [firstTemplate] = hostDesk.templates;
  useStartKeys({
    n: () => firstTemplate && newIssue(firstTemplate.id),
    o: () => void openFolder(),
    ',': () => setDialog({ kind: 'settings' }),
  });
  return (
    <div className="start">
      <StartSide
        version={hostDesk.version}
        onNew={firstTemplate && (() => newIssue(firstTemplate.id))}
        onFolder={() => void openFolder()}
        onSample={() => onOpen({ sample: true })}
        onSettings={() => setDialog({ kind: 'settings' })}
      />
      <main className="start-main">
        {failure !== undefined && (
          <p className="start-failure" role="alert">
            {failures.of(failure)}
          </p>
        )}
        <section aria-labelledby="start-recent">
          <h2 id="start-recent">{words.recent}</h2>
          <RecentIssues host={host} recent={hostDesk.recent} onOpen={onOpen} />
        </section>
        <section aria-labelledby="start-templates">
          <h2 id="start-templates">{words.templates}</h2>
          <TemplateCards host={host} templates={hostDesk.templates} onChoose={newIssue} />
        </section>
      </main>
      {dialog?.kind === 'new issue' && (
        <NewIssueDialog
          host={host}
          hostDesk={hostDesk}
          template={dialog.template}
          onClose={close}
          onCreated={(folder) => onOpen({ folder })}
        />
      )}
      {dialog?.kind === 'folder' && (
        <FolderDialog
          host={host}
          path={undefined}
          onClose={close}
          onIssue={(folder) => onOpen({ folder })}
        />
      )}
      {dialog?.kind === 'settings' && (
        <SettingsDialog settings={settings} profiles={hostDesk.profiles} onClose={close} />
      )}
    </div>
  );
}

interface StartSideProps {
  readonly version: string;
  /** Undefined without a template. */
  readonly onNew: (() => void) | undefined;
  readonly onFolder: () => void;
  readonly onSample: () => void;
  readonly onSettings: () => void;
}

/** The name of the program, and what can be begun with it. */
function StartSide({ version, onNew, onFolder, onSample, onSettings }: StartSideProps) {
  const words = useWords(startStrings);
  return (
    <nav className="start-side" aria-label={words.product}>
      <h1>{words.product}</h1>
      <p>{words.motto}</p>
      <Button look="accent" isDisabled={onNew === undefined} onPress={() => onNew?.()}>
        <FilePlus2 aria-hidden />
        {words.newIssue}
      </Button>
      <Button onPress={onFolder}>
        <FolderOpen aria-hidden />
        {words.openFolder}
      </Button>
      <Button onPress={onSample}>
        <Newspaper aria-hidden />
        {words.sample}
      </Button>
      <span className="start-gap" />
      <Button look="quiet" onPress={onSettings}>
        <Settings2 aria-hidden />
        {words.settings}
      </Button>
      <span className="start-version">{words.version(version)}</span>
    </nav>
  );
}

/** The same keys as on the desk, for what the start window can do. */
function useStartKeys(actions: Readonly<Record<string, () => unknown>>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const action = event.ctrlKey || event.metaKey ? actions[event.key.toLowerCase()] : undefined;
      if (action === undefined || event.shiftKey || event.altKey) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  });
}
