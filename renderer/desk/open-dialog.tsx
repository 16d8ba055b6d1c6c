import { useEffect, useState } from 'react';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { chosenPath } from '#renderer/start-window/choose-path.ts';
import { FolderDialog } from '#renderer/start-window/folder-dialog.tsx';

/** Chooses another issue: in the system's dialog where there is one, else in ours. */
export function OpenDialog({ onClose }: { readonly onClose: () => void }) {
  const desk = useDesk();
  const { host, hostDesk } = desk;
  const [isOurs, setIsOurs] = useState(!hostDesk.hasDialogs);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once
  useEffect(() => {
    if (isOurs) return;
    chosenPath({ host, hostDesk, purpose: 'open issue' }).then((choice) => {
      if (choice.kind === 'no dialog') return setIsOurs(true);
      onClose();
      if (choice.kind === 'chosen') desk.leave({ folder: choice.path });
    });
  }, []);
  if (!isOurs) return undefined;
  return (
    <FolderDialog
      host={host}
      path={undefined}
      onClose={onClose}
      onIssue={(folder) => desk.leave({ folder })}
    />
  );
}
