import { createRef, useState } from 'react';
import { Popover } from 'react-aria-components';
import { MenuLines, type MenuProps } from './menu.tsx';

/** A menu at the pointer. */
export interface ContextMenuProps extends MenuProps {
  /** Where in the window, in CSS pixels. */
  readonly at: { readonly clientX: number; readonly clientY: number };
  readonly onClose: () => void;
}

export function ContextMenu({ at, onClose, onChoose, ...menu }: ContextMenuProps) {
  const [point] = useState(() => createRef<HTMLSpanElement>());
  return (
    <>
      <span
        ref={point}
        style={{ position: 'fixed', left: at.clientX, top: at.clientY }}
        aria-hidden
      />
      <Popover
        className="popover"
        aria-label={menu.label}
        placement="bottom start"
        offset={0}
        triggerRef={point}
        isOpen
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
      >
        <MenuLines
          {...menu}
          onChoose={(id) => {
            onClose();
            onChoose(id);
          }}
        />
      </Popover>
    </>
  );
}
