import { FolderOpen, Newspaper } from 'lucide-react';
import { useState } from 'react';
import type { Failure, Host, DeskState as HostDesk, OpenIssueRequest } from '#host/contract.ts';
import { Button } from '#renderer/controls/button.tsx';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { startStrings } from '#renderer/strings/start-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { chosenPath, type PathWish } from './choose-path.ts';
import { FolderDialog } from './folder-dialog.tsx';
import { HostPicture } from './host-picture.tsx';
import { NewIssueDialog } from './new-issue-dialog.tsx';
import './start-window.css';

/** What the start window shows and sends. */
export interface StartWindowProps {
  readonly host: Host;
  readonly hostDesk: HostDesk;
  /** Why the last issue could not be opened. */
  readonly failure: Failure | undefined;
  readonly onOpen: (request: OpenIssueRequest) => void;
}

/** New issue from a template, open, recent issues, the sample. */
export function StartWindow({ host, hostDesk, failure, onOpen }: StartWindowProps) {
  const words = useWords(startStrings);
  const failures = useWords(failureStrings);
  const [template, setTemplate] = useState<string>();
  const [isBrowsing, setIsBrowsing] = useState(false);
  const openFolder = async () => {
    const wish: PathWish = { host, hostDesk, purpose: 'open issue' };
    const chosen = await chosenPath(wish);
    if (chosen.kind === 'chosen') onOpen({ folder: chosen.path });
    else if (chosen.kind === 'no dialog') setIsBrowsing(true);
  };
  return (
    <main className="start">
      <header className="start-head">
        <h1>{words.product}</h1>
        <p>{words.motto}</p>
        <span className="start-version">{hostDesk.version}</span>
      </header>
      {failure !== undefined && (
        <p className="start-failure" role="alert">
          {failures.of(failure)}
        </p>
      )}
      <section className="start-part" aria-labelledby="start-new">
        <h2 id="start-new">{words.newIssue}</h2>
        <div className="start-cards">
          {hostDesk.templates.map((one) => (
            <button
              key={one.id}
              type="button"
              className="start-card"
              onClick={() => setTemplate(one.id)}
            >
              <HostPicture
                fetch={() => host.templatePicture({ template: one.id, page: 0 })}
                name={`template/${one.id}`}
              />
              <strong>{one.name}</strong>
              <span>{words.size(one.widthMm, one.heightMm)}</span>
              <span>{words.grid(one.columns, one.lines)}</span>
            </button>
          ))}
        </div>
      </section>
      <section className="start-part" aria-labelledby="start-recent">
        <div className="start-row">
          <h2 id="start-recent">{words.recent}</h2>
          <Button onPress={() => void openFolder()}>
            <FolderOpen size={16} aria-hidden />
            {words.openFolder}
          </Button>
          <Button onPress={() => onOpen({ sample: true })}>
            <Newspaper size={16} aria-hidden />
            {words.sample}
          </Button>
        </div>
        {hostDesk.recent.length === 0 && <p className="start-empty">{words.noRecent}</p>}
        <div className="start-cards">
          {hostDesk.recent.map((one) => (
            <button
              key={one.folder}
              type="button"
              className="start-card"
              disabled={!one.isThere}
              title={one.folder}
              onClick={() => onOpen({ folder: one.folder })}
            >
              <HostPicture
                fetch={() => host.issuePicture({ folder: one.folder })}
                name={`issue/${one.folder}/${one.openedAt}`}
              />
              <strong>{words.issue('', one.supplement, one.date)}</strong>
              <span>{one.paper}</span>
              {!one.isThere && <span className="start-gone">{words.notThere}</span>}
            </button>
          ))}
        </div>
      </section>
      {template !== undefined && (
        <NewIssueDialog
          host={host}
          hostDesk={hostDesk}
          template={template}
          onClose={() => setTemplate(undefined)}
          onCreated={(folder) => onOpen({ folder })}
        />
      )}
      {isBrowsing && (
        <FolderDialog
          host={host}
          path={hostDesk.issuesFolder}
          onClose={() => setIsBrowsing(false)}
          onIssue={(folder) => onOpen({ folder })}
        />
      )}
    </main>
  );
}
