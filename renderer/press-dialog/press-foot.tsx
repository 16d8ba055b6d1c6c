import { Button } from '#renderer/controls/button.tsx';
import { pressStrings } from '#renderer/strings/press-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import type { PressJobState } from './use-press-job.ts';

/** What may be done, as the choices in the dialog and the job stand. */
export interface PressFootProps {
  readonly job: PressJobState;
  /** What blocks is passed over. */
  readonly isProof: boolean;
  /** What blocks holds the pages back. */
  readonly isHeld: boolean;
  readonly isReady: boolean;
  readonly onStart: () => void;
  readonly onClose: () => void;
}

/** The buttons of the dialog. */
export function PressFoot(props: PressFootProps) {
  const { job, isProof, isHeld, isReady, onStart, onClose } = props;
  const words = useWords(pressStrings);
  // The button that was pressed goes away; the keyboard must not go with it.
  if (job.isRunning) {
    return (
      <Button autoFocus onPress={() => void job.cancel()}>
        {words.stop}
      </Button>
    );
  }
  return (
    <>
      {isHeld && <span className="job-held">{words.held}</span>}
      <Button autoFocus={job.isOver} onPress={onClose}>
        {words.close}
      </Button>
      <Button look="accent" isDisabled={!isReady || isHeld} onPress={onStart}>
        {isProof ? words.startProof : words.start}
      </Button>
    </>
  );
}
