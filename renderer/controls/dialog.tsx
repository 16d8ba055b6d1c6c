import type { ReactNode } from 'react';
import { Heading, Dialog as KitDialog, Modal, ModalOverlay } from 'react-aria-components';

/** A dialog over the desk; Escape and a click beside it put it away. */
export interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons at the foot. */
  readonly foot?: ReactNode;
  readonly isWide?: boolean;
  /** Near the top of the window, its title for the screen reader alone: for a field to type in. */
  readonly isPrompt?: boolean;
  readonly onClose: () => void;
}

export function Dialog(props: DialogProps) {
  const { title, children, foot, isWide = false, isPrompt = false, onClose } = props;
  return (
    <ModalOverlay
      className={isPrompt ? 'dialog-veil prompt' : 'dialog-veil'}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={isWide ? 'dialog-box wide' : 'dialog-box'}>
        <KitDialog className="dialog">
          <Heading slot="title" className={isPrompt ? 'unseen' : 'dialog-title'}>
            {title}
          </Heading>
          <div className="dialog-body">{children}</div>
          {foot !== undefined && <div className="dialog-foot">{foot}</div>}
        </KitDialog>
      </Modal>
    </ModalOverlay>
  );
}
