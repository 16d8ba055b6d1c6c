import { useState } from 'react';
import { Button } from '#renderer/controls/button.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { chosenPath } from '#renderer/start-window/choose-path.ts';
import { FolderDialog } from '#renderer/start-window/folder-dialog.tsx';
import { pressStrings } from '#renderer/strings/press-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

interface FolderFieldProps {
  readonly folder: string;
  readonly onFolder: (folder: string) => void;
}

/** The folder that the files go to; chosen in the system's dialog, or in ours where it has none. */
export function FolderField({ folder, onFolder }: FolderFieldProps) {
  const { host, hostDesk } = useDesk();
  const words = useWords(pressStrings);
  const [isBrowsing, setIsBrowsing] = useState(false);
  const choose = async () => {
    const choice = await chosenPath({ host, hostDesk, purpose: 'press folder', startAt: folder });
    if (choice.kind === 'chosen') onFolder(choice.path);
    else if (choice.kind === 'no dialog') setIsBrowsing(true);
  };
  return (
    <div className="field">
      <span className="field-label">{words.folder}</span>
      <span className="press-folder">
        {/* The end of a path tells more than its beginning. */}
        <bdo dir="ltr" className="press-path" title={folder}>
          {folder}
        </bdo>
        <Button onPress={() => void choose()}>{words.change}</Button>
      </span>
      {isBrowsing && (
        <FolderDialog
          host={host}
          path={folder}
          onClose={() => setIsBrowsing(false)}
          onFolder={onFolder}
        />
      )}
    </div>
  );
}
