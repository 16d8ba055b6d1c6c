import { useEffect, useState } from 'react';
import {
  Group,
  Input,
  TextArea as KitTextArea,
  TextField as KitTextField,
  Label,
} from 'react-aria-components';

/** A line of words. The words are handed over when the field is left or Enter is pressed. */
export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly inputType?: 'text' | 'date' | 'search';
  readonly isDisabled?: boolean;
  readonly isStacked?: boolean;
  readonly autoFocus?: boolean;
  readonly onCommit: (text: string) => void;
  /** Hears of every keystroke. */
  readonly onType?: (text: string) => void;
}

export function TextField(props: TextFieldProps) {
  const { label, inputType = 'text', isDisabled = false, isStacked = false } = props;
  const { text, type, commit, restore } = useDraft(props);
  return (
    <KitTextField
      className={isStacked ? 'field stacked' : 'field'}
      type={inputType}
      value={text}
      isDisabled={isDisabled}
      autoFocus={props.autoFocus ?? false}
      onChange={type}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        else if (event.key === 'Escape') restore();
        else event.continuePropagation();
      }}
    >
      <Label className="field-label">{label}</Label>
      <Group className="field-box">
        <Input className="field-input" />
      </Group>
    </KitTextField>
  );
}

/** Several lines of words; handed over when the field is left. */
export function TextArea(props: TextFieldProps) {
  const { label, isDisabled = false } = props;
  const { text, type, commit, restore } = useDraft(props);
  return (
    <KitTextField
      className="field stacked"
      value={text}
      isDisabled={isDisabled}
      onChange={type}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') restore();
        else event.continuePropagation();
      }}
    >
      <Label className="field-label">{label}</Label>
      <Group className="field-box">
        <KitTextArea className="field-input" rows={3} />
      </Group>
    </KitTextField>
  );
}

/** What is being typed, until it is handed over; a change from elsewhere takes its place. */
function useDraft({ value, onCommit, onType }: TextFieldProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  return {
    text,
    type: (typed: string) => {
      setText(typed);
      onType?.(typed);
    },
    commit: () => {
      if (text !== value) onCommit(text);
    },
    restore: () => setText(value),
  };
}
