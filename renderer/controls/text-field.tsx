import {
  Group,
  Input,
  TextArea as KitTextArea,
  TextField as KitTextField,
  Label,
} from 'react-aria-components';
import { DateField } from './date-field.tsx';
import { type DraftProps, useDraft } from './use-draft.ts';

/** A line of words. The words are handed over when the field is left or Enter is pressed. */
export interface TextFieldProps extends DraftProps {
  readonly label: string;
  /** `date` writes and reads ISO calendar dates, whatever the system's own way is. */
  readonly inputType?: 'text' | 'date' | 'search' | 'password';
  /** Of a date. */
  readonly mayBeEmpty?: boolean;
  readonly isDisabled?: boolean;
  readonly isStacked?: boolean;
  readonly autoFocus?: boolean;
}

export function TextField({ inputType = 'text', ...props }: TextFieldProps) {
  if (inputType === 'date') return <DateField {...props} />;
  return <PlainField inputType={inputType} {...props} />;
}

function PlainField(props: TextFieldProps) {
  const { label, inputType = 'text', isDisabled = false, isStacked = false } = props;
  const { text, type, commit, restoreOnEscape } = useDraft(props);
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
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit();
        restoreOnEscape(event);
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
  const { text, type, commit, restoreOnEscape } = useDraft(props);
  return (
    <KitTextField
      className="field stacked"
      value={text}
      isDisabled={isDisabled}
      onChange={type}
      onBlur={commit}
      onKeyDown={restoreOnEscape}
    >
      <Label className="field-label">{label}</Label>
      <Group className="field-box">
        <KitTextArea className="field-input" rows={3} />
      </Group>
    </KitTextField>
  );
}
