import { Check, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  Menu as KitMenu,
  MenuItem as KitMenuEntry,
  MenuTrigger,
  Popover,
  Separator,
  SubmenuTrigger,
} from 'react-aria-components';

/** A line of a menu: something to choose, a rule between two groups, or a further menu. */
export type MenuLine =
  | {
      readonly kind: 'entry';
      readonly id: string;
      readonly label: string;
      readonly keys?: string | undefined;
      readonly isEnabled: boolean;
      readonly isChecked?: boolean | undefined;
    }
  | { readonly kind: 'line'; readonly id: string }
  | {
      readonly kind: 'menu';
      readonly id: string;
      readonly label: string;
      readonly lines: readonly MenuLine[];
    };

/** The lines of a menu, and what is told when one is chosen. */
export interface MenuProps {
  readonly label: string;
  readonly lines: readonly MenuLine[];
  readonly onChoose: (id: string) => void;
}

/** The lines alone, for a popover of one's own. */
export function MenuLines({ label, lines, onChoose }: MenuProps) {
  const disabled = lines.flatMap((line) =>
    line.kind === 'entry' && !line.isEnabled ? [line.id] : [],
  );
  return (
    <KitMenu
      className="menu"
      aria-label={label}
      disabledKeys={disabled}
      onAction={(key) => onChoose(String(key))}
    >
      {lines.map((line) => (
        <Line key={line.id} line={line} onChoose={onChoose} />
      ))}
    </KitMenu>
  );
}

interface LineProps {
  readonly line: MenuLine;
  readonly onChoose: (id: string) => void;
}

function Line({ line, onChoose }: LineProps) {
  switch (line.kind) {
    case 'line':
      return <Separator className="menu-line" />;
    case 'entry':
      return (
        <KitMenuEntry id={line.id} className="menu-entry" textValue={line.label}>
          <span className="menu-check">{line.isChecked === true && <Check />}</span>
          <span className="menu-label">{line.label}</span>
          {line.keys !== undefined && <kbd className="menu-keys">{line.keys}</kbd>}
        </KitMenuEntry>
      );
    case 'menu':
      return (
        <SubmenuTrigger delay={120}>
          <KitMenuEntry id={line.id} className="menu-entry" textValue={line.label}>
            <span className="menu-check" />
            <span className="menu-label">{line.label}</span>
            <ChevronRight className="menu-further" aria-hidden />
          </KitMenuEntry>
          <Popover className="popover" offset={-2} crossOffset={-4}>
            <MenuLines label={line.label} lines={line.lines} onChoose={onChoose} />
          </Popover>
        </SubmenuTrigger>
      );
  }
}

/** A button that opens a menu. */
export interface MenuButtonProps extends MenuProps {
  readonly children: ReactNode;
  readonly className?: string;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
}

export function MenuButton({
  children,
  className = 'control quiet',
  isOpen,
  onOpenChange,
  ...menu
}: MenuButtonProps) {
  return (
    <MenuTrigger
      {...(isOpen !== undefined && { isOpen })}
      {...(onOpenChange !== undefined && { onOpenChange })}
    >
      <Button className={className} aria-label={menu.label}>
        {children}
      </Button>
      <Popover className="popover" placement="bottom start" offset={2}>
        <MenuLines {...menu} />
      </Popover>
    </MenuTrigger>
  );
}
