import { ChevronDown, ChevronUp } from 'lucide-react';
import { Button, Group, Input, NumberField as KitNumberField, Label } from 'react-aria-components';

/** A number with its unit; arrow keys and wheel step it. */
export interface NumberFieldProps {
  readonly label: string;
  readonly unit?: string;
  readonly value: number;
  readonly step?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly isDisabled?: boolean;
  readonly onChange: (value: number) => void;
}

export function NumberField(props: NumberFieldProps) {
  const { label, unit, value, step = 1, minimum, maximum, isDisabled = false, onChange } = props;
  return (
    <KitNumberField
      className="field narrow"
      value={value}
      step={step}
      {...(minimum !== undefined && { minValue: minimum })}
      {...(maximum !== undefined && { maxValue: maximum })}
      isDisabled={isDisabled}
      onChange={(wanted) => {
        if (Number.isFinite(wanted) && wanted !== value) onChange(wanted);
      }}
    >
      <Label className="field-label">{label}</Label>
      <Group className="field-box">
        <Input className="field-input" />
        {unit !== undefined && <span className="field-unit">{unit}</span>}
        <span className="field-steps">
          <Button slot="increment" className="field-step">
            <ChevronUp aria-hidden />
          </Button>
          <Button slot="decrement" className="field-step">
            <ChevronDown aria-hidden />
          </Button>
        </span>
      </Group>
    </KitNumberField>
  );
}
