import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';

/** Menu in which a command stands; the order is the order of the menu bar. */
export type MenuName = 'file' | 'edit' | 'page' | 'block' | 'text' | 'view' | 'help';

/** A menu within a menu. */
export type SubmenuName =
  | 'recent'
  | 'goTo'
  | 'tools'
  | 'colours'
  | 'panels'
  | 'newBlock'
  | 'order'
  | 'align'
  | 'otherPage'
  | 'picture'
  | 'partnerCell'
  | 'headline';

/** Something an editor can ask of the desk: by menu, key, palette or context menu. */
export interface Command {
  /** Stable name, such as `block.lock`; keymap and menus refer to it. */
  readonly id: string;
  readonly label: { readonly zhCn: string; readonly en: string };
  readonly menu: MenuName;
  /** Commands of one group stand together in a menu, groups in their order. */
  readonly group: number;
  /** The menu within the menu that it stands in, if any. */
  readonly submenu?: SubmenuName;
  run(desk: OpenDesk): void;
  /** Undefined: always possible. */
  readonly isEnabled?: (desk: OpenDesk) => boolean;
  /** For commands that switch something on and off. */
  readonly isChecked?: (desk: OpenDesk) => boolean;
  /** Offered in the context menu of what is chosen. */
  readonly context?: readonly ('block' | 'text' | 'picture' | 'ad cell' | 'page')[];
}
