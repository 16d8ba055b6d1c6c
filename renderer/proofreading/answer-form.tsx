import { useId, useState } from 'react';
import { Button } from '#renderer/controls/button.tsx';
import { TextField } from '#renderer/controls/text-field.tsx';
import { keptReader } from './kept-reader.ts';
import './answer-form.css';

/** What an editor says who answers for something. */
export interface Answer {
  readonly reason: string;
  readonly by: string;
}

export interface AnswerFormProps {
  readonly words: {
    readonly reasonLabel: string;
    readonly byLabel: string;
    readonly needsBoth: string;
    readonly send: string;
    readonly cancel: string;
  };
  readonly onAnswer: (answer: Answer) => void;
  readonly onClose: () => void;
}

/** Why something is let stand, and who says so; the name is remembered on this machine. */
export function AnswerForm({ words, onAnswer, onClose }: AnswerFormProps) {
  const form = useId();
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(keptReader().read().name);
  const isReady = reason.trim() !== '' && by.trim() !== '';
  const answer = () => {
    if (!isReady) return;
    keptReader().change({ name: by.trim() });
    onAnswer({ reason: reason.trim(), by: by.trim() });
  };
  return (
    <form
      id={form}
      className="answer-form"
      onSubmit={(event) => {
        event.preventDefault();
        answer();
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
      {!isReady && <p className="answer-needs">{words.needsBoth}</p>}
      <div className="answer-buttons">
        <Button look="accent" form={form} isDisabled={!isReady}>
          {words.send}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
