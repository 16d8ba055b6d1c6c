import { useState } from 'react';
import type { Host } from '#host/contract.ts';
import { Button } from '#renderer/controls/button.tsx';
import { Dialog } from '#renderer/controls/dialog.tsx';
import { startStrings } from '#renderer/strings/start-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { FolderBrowser } from './folder-browser.tsx';

/** What the dialog is for: an issue (`onIssue`), or any folder (`onFolder`). */
export interface FolderDialogProps {
  readonly host: Host;
  readonly path: string | undefined;
  readonly onClose: () => void;
  readonly onIssue?: (folder: string) => void;
  readonly onFolder?: (folder: string) => void;
}

/** Chooses an issue or a folder, where the system has no dialog for us. */
export function FolderDialog({ host, path, onClose, onIssue, onFolder }: FolderDialogProps) {
  const words = useWords(startStrings);
  const [chosen, setChosen] = useState(path);
  return (
    <Dialog
      title={words.chooseFolder}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          {onFolder !== undefined && (
            <Button
              look="accent"
              isDisabled={chosen === undefined}
              onPress={() => {
                if (chosen !== undefined) onFolder(chosen);
                onClose();
              }}
            >
              {words.chooseHere}
            </Button>
          )}
        </>
      }
    >
      <FolderBrowser
        host={host}
        path={path}
        onChoose={setChosen}
        {...(onIssue !== undefined && {
          onIssue: (folder: string) => {
            onClose();
            onIssue(folder);
          },
        })}
      />
    </Dialog>
  );
}
