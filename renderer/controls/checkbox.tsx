import { Check } from 'lucide-react';
import { Checkbox as KitCheckbox } from 'react-aria-components';
import type { SwitchProps } from './switch.tsx';

/** One of several things that are on or off. */
export function Checkbox({ label, isOn, isDisabled = false, onChange }: SwitchProps) {
  return (
    <KitCheckbox className="checkbox" isSelected={isOn} isDisabled={isDisabled} onChange={onChange}>
      <span className="checkbox-box" aria-hidden>
        {isOn && <Check strokeWidth={3} />}
      </span>
      {label}
    </KitCheckbox>
  );
}
