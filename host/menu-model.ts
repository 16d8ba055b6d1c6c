/** The menus of the window, as the command table gives them. */
export interface SetMenusRequest {
  readonly menus: readonly MenuModel[];
}

/** One menu. */
export interface MenuModel {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

/** A command in a menu, a line between two groups of them, or a further menu. */
export type MenuEntry =
  | {
      readonly kind: 'command';
      readonly command: string;
      readonly label: string;
      /** As Electron writes accelerators: `CmdOrCtrl+Shift+S`. Shown only; the window listens. */
      readonly accelerator: string | undefined;
      readonly isEnabled: boolean;
      readonly isChecked: boolean | undefined;
    }
  | { readonly kind: 'line' }
  | { readonly kind: 'menu'; readonly label: string; readonly entries: readonly MenuEntry[] };
