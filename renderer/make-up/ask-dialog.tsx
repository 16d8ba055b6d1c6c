import { Button } from '#renderer/controls/button.tsx';
import { Dialog } from '#renderer/controls/dialog.tsx';
import { makeUpStrings } from '#renderer/strings/make-up-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

/** A question with one thing to do, or not. */
export interface AskDialogProps {
  readonly title: string;
  readonly text: string;
  readonly onYes: () => void;
  readonly onClose: () => void;
}

/** Asks before something is put away that the editor may want to keep. */
export function AskDialog({ title, text, onYes, onClose }: AskDialogProps) {
  const words = useWords(makeUpStrings);
  const yes = () => {
    onYes();
    onClose();
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{words.ask.cancel}</Button>
          <Button look="accent" autoFocus onPress={yes}>
            {title}
          </Button>
        </>
      }
    >
      <p className="ask-text">{text}</p>
    </Dialog>
  );
}
