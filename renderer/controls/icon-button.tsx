import type { LucideIcon } from 'lucide-react';
import { Button, ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components';

/** A button with a picture on it; its words show when the pointer rests on it. */
export interface IconButtonProps {
  readonly icon: LucideIcon;
  readonly label: string;
  /** Keys that do the same, shown beside the words. */
  readonly keys?: string | undefined;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
}

export function IconButton({
  icon: Icon,
  label,
  keys,
  isDisabled = false,
  onPress,
}: IconButtonProps) {
  return (
    <TooltipTrigger delay={500}>
      <Button
        className="control quiet icon"
        aria-label={label}
        isDisabled={isDisabled}
        onPress={onPress}
      >
        <Icon aria-hidden />
      </Button>
      <Tooltip className="tooltip" offset={6}>
        {keys === undefined ? label : `${label}　${keys}`}
      </Tooltip>
    </TooltipTrigger>
  );
}

/** A button that stays pressed while something is on. */
export interface IconToggleProps extends Omit<IconButtonProps, 'onPress'> {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

export function IconToggle({
  icon: Icon,
  label,
  keys,
  isOn,
  onChange,
  isDisabled = false,
}: IconToggleProps) {
  return (
    <TooltipTrigger delay={500}>
      <ToggleButton
        className="control quiet icon"
        aria-label={label}
        isSelected={isOn}
        isDisabled={isDisabled}
        onChange={onChange}
      >
        <Icon aria-hidden />
      </ToggleButton>
      <Tooltip className="tooltip" offset={6}>
        {keys === undefined ? label : `${label}　${keys}`}
      </Tooltip>
    </TooltipTrigger>
  );
}
