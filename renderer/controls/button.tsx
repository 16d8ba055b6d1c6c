import type { ReactNode } from 'react';
import { Button as KitButton } from 'react-aria-components';

/** A button with words on it. */
export interface ButtonProps {
  readonly children: ReactNode;
  /** `accent`: what the dialog is there for; `quiet`: without a frame. */
  readonly look?: 'plain' | 'accent' | 'quiet';
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  /** Id of the form that it sends, as Enter in one of its fields does. */
  readonly form?: string;
  /** What the screen reader says, where the words alone say too little. */
  readonly label?: string;
  readonly onPress?: () => void;
}

export function Button(props: ButtonProps) {
  const { children, look = 'plain', form, label, onPress, ...rest } = props;
  return (
    <KitButton
      className={`control ${look}`}
      {...(onPress !== undefined && { onPress })}
      {...(label !== undefined && { 'aria-label': label })}
      {...(form !== undefined && { form, type: 'submit' })}
      {...rest}
    >
      {children}
    </KitButton>
  );
}
