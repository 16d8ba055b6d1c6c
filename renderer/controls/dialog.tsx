import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Heading, Dialog as KitDialog, Modal, ModalOverlay } from 'react-aria-components';
import { deskStrings } from '#renderer/strings/desk-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { IconButton } from './icon-button.tsx';

/** A dialog over the desk; Escape and a click beside it put it away. */
export interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons at the foot. */
  readonly foot?: ReactNode;
  readonly isWide?: boolean;
  /** As large as the window allows: pages are looked at in it. */
  readonly isWhole?: boolean;
  /** Near the top of the window, its title for the screen reader alone: for a field to type in. */
  readonly isPrompt?: boolean;
  readonly onClose: () => void;
}

export function Dialog(props: DialogProps) {
  const {
    title,
    children,
    foot,
    isWide = false,
    isWhole = false,
    isPrompt = false,
    onClose,
  } = props;
  return (
    <ModalOverlay
      className={isPrompt ? 'dialog-veil prompt' : 'dialog-veil'}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={`dialog-box${isWide ? ' wide' : ''}${isWhole ? ' whole' : ''}`}>
        <KitDialog className="dialog">
          <div className={isPrompt ? 'unseen' : 'dialog-head'}>
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            {!isPrompt && foot === undefined && <CloseButton onClose={onClose} />}
          </div>
          <div className="dialog-body">{children}</div>
          {foot !== undefined && <div className="dialog-foot">{foot}</div>}
        </KitDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** For dialogs without buttons at their foot: something to click that puts them away. */
function CloseButton({ onClose }: Pick<DialogProps, 'onClose'>) {
  const words = useWords(deskStrings);
  return <IconButton icon={X} label={words.close} onPress={onClose} />;
}
