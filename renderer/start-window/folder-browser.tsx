import { CornerLeftUp, Folder, Newspaper } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Failure, FolderListing, Host } from '#host/contract.ts';
import { IconButton } from '#renderer/controls/icon-button.tsx';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { startStrings } from '#renderer/strings/start-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import './folder-browser.css';

/** Folders of this machine, where the system's own dialog is not to be had. */
export interface FolderBrowserProps {
  readonly host: Host;
  /** Where to begin; undefined begins in the issues folder. */
  readonly path: string | undefined;
  /** Hears of the folder that shows. */
  readonly onChoose: (path: string) => void;
  /** Hears of an issue that was chosen. */
  readonly onIssue?: (folder: string) => void;
}

export function FolderBrowser({ host, path, onChoose, onIssue }: FolderBrowserProps) {
  const words = useWords(startStrings);
  const failures = useWords(failureStrings);
  const [wanted, setWanted] = useState(path);
  const [listing, setListing] = useState<FolderListing>();
  const [failure, setFailure] = useState<Failure>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each folder
  useEffect(() => {
    let isWanted = true;
    host.listFolder({ path: wanted }).then((answer) => {
      if (!isWanted) return;
      setFailure(answer.ok ? undefined : answer.failure);
      if (!answer.ok) return;
      setListing(answer.value);
      onChoose(answer.value.path);
    });
    return () => {
      isWanted = false;
    };
  }, [host, wanted]);
  const entries = listing?.entries.filter(({ kind }) => kind !== 'file') ?? [];
  return (
    <div className="folder-browser">
      <div className="folder-path">
        <IconButton
          icon={CornerLeftUp}
          label={words.parentFolder}
          isDisabled={listing?.parent === undefined}
          onPress={() => setWanted(listing?.parent)}
        />
        <span>{listing?.path ?? ''}</span>
      </div>
      {failure !== undefined && <p role="alert">{failures.of(failure)}</p>}
      <ListBox
        className="menu folder-list"
        aria-label={words.folders}
        renderEmptyState={() => <p className="panel-empty">{words.emptyFolder}</p>}
        onAction={(key) => {
          const entry = entries.find((one) => one.path === key);
          if (entry?.kind === 'issue') onIssue?.(entry.path);
          else if (entry !== undefined) setWanted(entry.path);
        }}
      >
        {entries.map((entry) => (
          <ListBoxItem
            key={entry.path}
            id={entry.path}
            className="menu-entry"
            textValue={entry.name}
          >
            {entry.kind === 'issue' ? <Newspaper aria-hidden /> : <Folder aria-hidden />}
            {entry.name}
          </ListBoxItem>
        ))}
      </ListBox>
    </div>
  );
}
