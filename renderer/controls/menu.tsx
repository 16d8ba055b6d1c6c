import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  Menu as KitMenu,
  MenuItem as KitMenuEntry,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';

/** A line of a menu. */
export type MenuLine =
  | {
      readonly kind: 'entry';
      readonly id: string;
      readonly label: string;
      readonly keys?: string | undefined;
      readonly isEnabled: boolean;
      readonly isChecked?: boolean | undefined;
    }
  | { readonly kind: 'line'; readonly id: string };

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
      {lines.map((line) =>
        line.kind === 'line' ? (
          <Separator key={line.id} className="menu-line" />
        ) : (
          <KitMenuEntry key={line.id} id={line.id} className="menu-entry" textValue={line.label}>
            <span className="menu-check">{line.isChecked === true && <Check size={14} />}</span>
            <span className="menu-label">{line.label}</span>
            {line.keys !== undefined && <kbd className="menu-keys">{line.keys}</kbd>}
          </KitMenuEntry>
        ),
      )}
    </KitMenu>
  );
}

/** A button that opens a menu. */
export function MenuButton({
  children,
  className = 'control quiet',
  ...menu
}: MenuProps & { readonly children: ReactNode; readonly className?: string }) {
  return (
    <MenuTrigger>
      <Button className={className}>{children}</Button>
      <Popover className="popover" placement="bottom start" offset={2}>
        <MenuLines {...menu} />
      </Popover>
    </MenuTrigger>
  );
}
