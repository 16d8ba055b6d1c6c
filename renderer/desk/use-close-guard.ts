import { useEffect } from 'react';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';

/** Asks before the window is closed while an edit is not on the disk, and sends it. */
export function useCloseGuard({ openIssue }: OpenDesk): void {
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      if (openIssue.post().kind === 'settled') return;
      void openIssue.settle();
      event.preventDefault();
    };
    window.addEventListener('beforeunload', guard);
    return () => window.removeEventListener('beforeunload', guard);
  }, [openIssue]);
}
