import { useState } from 'react';
import type { Failure } from '#host/contract.ts';
import { Button } from '#renderer/controls/button.tsx';
import { TextField } from '#renderer/controls/text-field.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { keptReader } from '#renderer/proofreading/kept-reader.ts';
import { inboxStrings } from '#renderer/strings/inbox-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { FailureNote } from './failure-note.tsx';

interface DecideFormProps {
  readonly receipt: string;
  readonly state: 'returned' | 'spiked';
  readonly onDone: () => Promise<void>;
  readonly onCancel: () => void;
}

/** Why a draft is returned or spiked, and who says so; the name is remembered on this machine. */
export function DecideForm({ receipt, state, onDone, onCancel }: DecideFormProps) {
  const { host } = useDesk();
  const words = useWords(inboxStrings);
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(keptReader().read().name);
  const [failure, setFailure] = useState<Failure>();
  const isReady = reason.trim() !== '' && by.trim() !== '';
  const decide = async () => {
    keptReader().change({ name: by.trim() });
    const decision = { receipt, state, reason: reason.trim(), by: by.trim() };
    const answer = await host.markDraft(decision);
    if (answer.ok) await onDone();
    else setFailure(answer.failure);
  };
  return (
    <div className="draft-decide">
      <FailureNote failure={failure} />
      <TextField
        label={words.reason}
        value={reason}
        onType={setReason}
        onCommit={setReason}
        autoFocus
      />
      <TextField label={words.by} value={by} onType={setBy} onCommit={setBy} />
      <Button onPress={onCancel}>{words.cancel}</Button>
      <Button look="accent" isDisabled={!isReady} onPress={() => void decide()}>
        {state === 'returned' ? words.confirmReturn : words.confirmSpike}
      </Button>
    </div>
  );
}
