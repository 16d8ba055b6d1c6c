import { useState } from 'react';
import type { WatchedFolder } from '#engine/intake/inbox-draft.ts';
import type { Failure } from '#host/contract.ts';
import { Button } from '#renderer/controls/button.tsx';
import { Dialog } from '#renderer/controls/dialog.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { FolderField } from '#renderer/start-window/folder-field.tsx';
import { inboxStrings } from '#renderer/strings/inbox-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { FailureNote } from './failure-note.tsx';

interface WatchDialogProps {
  readonly watched: WatchedFolder | undefined;
  readonly onClose: () => void;
}

/** The folder of the newsroom's share from which drafts are taken. */
export function WatchDialog({ watched, onClose }: WatchDialogProps) {
  const { host, hostDesk } = useDesk();
  const words = useWords(inboxStrings);
  const [folder, setFolder] = useState(watched?.folder ?? hostDesk.issuesFolder);
  const [failure, setFailure] = useState<Failure | undefined>(watched?.trouble);
  const watch = async (wanted: string | undefined) => {
    const answer = await host.watchFolder({ folder: wanted });
    if (answer.ok && answer.value.trouble === undefined) onClose();
    else setFailure(answer.ok ? answer.value.trouble : answer.failure);
  };
  return (
    <Dialog
      title={words.watch}
      onClose={onClose}
      foot={
        <>
          {watched?.folder !== undefined && (
            <Button onPress={() => void watch(undefined)}>{words.stopWatch}</Button>
          )}
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button look="accent" isDisabled={folder === ''} onPress={() => void watch(folder)}>
            {words.watch}
          </Button>
        </>
      }
    >
      <FolderField
        host={host}
        hostDesk={hostDesk}
        label={words.watch}
        purpose="drafts folder"
        path={folder}
        onChange={setFolder}
      />
      <p className="inbox-hint">{words.watchHint}</p>
      <FailureNote failure={failure} />
    </Dialog>
  );
}
