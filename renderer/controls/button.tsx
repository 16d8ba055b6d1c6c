import type { ReactNode } from 'react';
import { Button as KitButton } from 'react-aria-components';

/** A button with words on it. */
export interface ButtonProps {
  readonly children: ReactNode;
  /** `accent`: what the dialog is there for; `quiet`: without a frame. */
  readonly look?: 'plain' | 'accent' | 'quiet';
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly onPress: () => void;
}

export function Button({ children, look = 'plain', onPress, ...rest }: ButtonProps) {
  return (
    <KitButton className={`control ${look}`} onPress={onPress} {...rest}>
      {children}
    </KitButton>
  );
}
