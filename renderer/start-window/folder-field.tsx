import { useState } from 'react';
import type { ChoosePathRequest, Host, DeskState as HostDesk } from '#host/contract.ts';
import { Button } from '#renderer/controls/button.tsx';
import { startStrings } from '#renderer/strings/start-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { chosenPath } from './choose-path.ts';
import { FolderDialog } from './folder-dialog.tsx';
import './folder-field.css';

/** A folder of this machine, and a way to choose another. */
export interface FolderFieldProps {
  readonly host: Host;
  readonly hostDesk: HostDesk;
  readonly label: string;
  readonly purpose: ChoosePathRequest['purpose'];
  readonly path: string;
  readonly onChange: (path: string) => void;
}

export function FolderField(props: FolderFieldProps) {
  const { host, hostDesk, label, purpose, path, onChange } = props;
  const words = useWords(startStrings);
  const [isBrowsing, setIsBrowsing] = useState(false);
  const choose = async () => {
    const choice = await chosenPath({ host, hostDesk, purpose, startAt: path });
    if (choice.kind === 'chosen') onChange(choice.path);
    else if (choice.kind === 'no dialog') setIsBrowsing(true);
  };
  return (
    <fieldset className="field folder-field">
      <legend className="unseen">{label}</legend>
      <span className="field-label" aria-hidden>
        {label}
      </span>
      <span className="folder-field-path" title={path}>
        <bdi>{path}</bdi>
      </span>
      <Button onPress={() => void choose()}>{words.change}</Button>
      {isBrowsing && (
        <FolderDialog
          host={host}
          path={path}
          onClose={() => setIsBrowsing(false)}
          onFolder={onChange}
        />
      )}
    </fieldset>
  );
}
