import { Switch as KitSwitch } from 'react-aria-components';

/** Something that is on or off. */
export interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isOn: boolean) => void;
}

export function Switch({ label, isOn, isDisabled = false, onChange }: SwitchProps) {
  return (
    <KitSwitch className="switch" isSelected={isOn} isDisabled={isDisabled} onChange={onChange}>
      <span className="switch-track" aria-hidden />
      {label}
    </KitSwitch>
  );
}
