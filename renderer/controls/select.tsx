import { ChevronDown } from 'lucide-react';
import {
  Button,
  Select as KitSelect,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';

/** A choice of one among many. */
export interface SelectProps {
  readonly label: string;
  /** Undefined when nothing is chosen, or the things chosen differ. */
  readonly value: string | undefined;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly isDisabled?: boolean;
  readonly onChange: (id: string) => void;
}

export function Select({ label, value, options, isDisabled = false, onChange }: SelectProps) {
  return (
    <KitSelect
      className="field"
      value={value ?? ''}
      placeholder="—"
      isDisabled={isDisabled}
      onChange={(key) => {
        if (key !== null && key !== value) onChange(String(key));
      }}
    >
      <Label className="field-label">{label}</Label>
      <Button className="control select">
        <SelectValue className="select-value" />
        <ChevronDown aria-hidden />
      </Button>
      <Popover className="popover">
        <ListBox className="menu" items={options}>
          {({ id, label: word }) => (
            <ListBoxItem id={id} className="menu-entry" textValue={word}>
              {word}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </KitSelect>
  );
}
