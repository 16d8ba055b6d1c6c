import { Dialog } from '#renderer/controls/dialog.tsx';
import { deskStrings } from '#renderer/strings/desk-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

/** Presses pages from the desk. */
export function PressDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(deskStrings);
  return (
    <Dialog title={words.press} onClose={onClose}>
      <p />
    </Dialog>
  );
}
