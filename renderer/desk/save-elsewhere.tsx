import { useState } from 'react';
import type { Failure } from '#host/contract.ts';
import { Button } from '#renderer/controls/button.tsx';
import { Dialog } from '#renderer/controls/dialog.tsx';
import { TextField } from '#renderer/controls/text-field.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { FolderBrowser } from '#renderer/start-window/folder-browser.tsx';
import { deskStrings } from '#renderer/strings/desk-strings.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import './dialogs.css';

/** Writes the issue with all its pictures into a new folder, and goes on there. */
export function SaveElsewhere({ onClose }: { readonly onClose: () => void }) {
  const desk = useDesk();
  const { host, hostDesk, openIssue } = desk;
  const words = useWords(deskStrings);
  const failures = useWords(failureStrings);
  const { supplement, date } = openIssue.issue();
  const [parent, setParent] = useState(hostDesk.issuesFolder);
  const [name, setName] = useState(`${supplement} ${date} 另存`);
  const [failure, setFailure] = useState<Failure>();
  const save = async () => {
    const folder = `${parent}/${name}.issue`;
    const { session } = openIssue;
    const answer = await host.saveCopy({ session, folder, bytes: openIssue.document() });
    if (!answer.ok) return setFailure(answer.failure);
    onClose();
    desk.leave(answer.value, true);
  };
  return (
    <Dialog
      title={words.saveElsewhere}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button look="accent" onPress={() => void save()}>
            {words.saveHere}
          </Button>
        </>
      }
    >
      <FolderBrowser host={host} path={parent} onChoose={setParent} />
      <TextField label={words.newName} value={name} onCommit={setName} onType={setName} />
      {failure !== undefined && <p role="alert">{failures.of(failure)}</p>}
    </Dialog>
  );
}
