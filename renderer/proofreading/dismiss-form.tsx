import { useState } from 'react';
import type { ProofMark } from '#engine/proofreading/proof-mark.ts';
import { Button } from '#renderer/controls/button.tsx';
import { TextField } from '#renderer/controls/text-field.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { proofStrings } from '#renderer/strings/proof-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { keptReader } from './kept-reader.ts';
import { dismissMark } from './proof-steps.ts';

export interface DismissFormProps {
  readonly mark: ProofMark;
  readonly onClose: () => void;
}

/** Why a finding is let stand, and who says so; the name is remembered on this machine. */
export function DismissForm({ mark, onClose }: DismissFormProps) {
  const desk = useDesk();
  const words = useWords(proofStrings);
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(keptReader().read().name);
  const isReady = reason.trim() !== '' && by.trim() !== '';
  const dismiss = () => {
    if (!isReady) return;
    keptReader().change({ name: by.trim() });
    dismissMark(desk, mark, { reason: reason.trim(), by: by.trim() });
  };
  return (
    <form
      className="proof-dismiss"
      onSubmit={(event) => {
        event.preventDefault();
        dismiss();
      }}
    >
      <TextField
        label={words.reasonLabel}
        value={reason}
        onCommit={setReason}
        onType={setReason}
        autoFocus
      />
      <TextField label={words.byLabel} value={by} onCommit={setBy} onType={setBy} />
      {!isReady && <p className="proof-reason">{words.needsBoth}</p>}
      <div className="proof-buttons">
        <Button look="accent" onPress={dismiss} isDisabled={!isReady}>
          {words.dismissNow}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
