import { type FormEvent, useState } from 'react';
import type { Failure } from '#host/contract.ts';
import { Button } from '#renderer/controls/button.tsx';
import { Dialog } from '#renderer/controls/dialog.tsx';
import { TextField } from '#renderer/controls/text-field.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { FolderField } from '#renderer/start-window/folder-field.tsx';
import { deskStrings } from '#renderer/strings/desk-strings.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import './dialogs.css';

const FORM = 'save-elsewhere';

/** Writes the issue with all its pictures into a new folder, and goes on there. */
export function SaveElsewhere({ onClose }: { readonly onClose: () => void }) {
  const desk = useDesk();
  const { host, hostDesk, openIssue } = desk;
  const words = useWords(deskStrings);
  const failures = useWords(failureStrings);
  const { supplement, date } = openIssue.issue();
  const [parent, setParent] = useState(hostDesk.issuesFolder);
  const [name, setName] = useState(words.copyName(supplement, date));
  const [failure, setFailure] = useState<Failure>();
  const [isSaving, setIsSaving] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setIsSaving(true);
    const { session } = openIssue;
    const folder = `${parent}/${name.trim()}.issue`;
    const answer = await host.saveCopy({ session, folder, bytes: openIssue.document() });
    setIsSaving(false);
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
          <Button look="accent" form={FORM} isDisabled={isSaving || name.trim() === ''}>
            {words.saveHere}
          </Button>
        </>
      }
    >
      <form id={FORM} className="save-elsewhere" onSubmit={(event) => void save(event)}>
        <TextField
          label={words.newName}
          value={name}
          autoFocus
          onCommit={setName}
          onType={setName}
        />
        <FolderField
          host={host}
          hostDesk={hostDesk}
          label={words.folder}
          purpose="save copy"
          path={parent}
          onChange={setParent}
        />
        <p className="form-note">{words.saveElsewhereHint}</p>
        {failure !== undefined && (
          <p className="form-failure" role="alert">
            {failures.of(failure)}
          </p>
        )}
      </form>
    </Dialog>
  );
}
