import type { TextPosition } from '#engine/display/hit-text.ts';
import type { Failure } from '#host/contract.ts';
import type { Language } from '#renderer/strings/catalogue.ts';

/** What the pointer does on the page. */
export type Tool = 'select' | 'text' | 'hand' | 'zoom';

/** What is chosen on the page; `blocks` are ids in the order of choosing. */
export type Selection =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'blocks'; readonly blocks: readonly string[] }
  | { readonly kind: 'inset picture'; readonly block: string; readonly picture: string }
  | { readonly kind: 'ad cell'; readonly block: string; readonly cell: number }
  | { readonly kind: 'text'; readonly text: TextSelection };

/** A caret, or a range of one text; positions are named as in the display list. */
export interface TextSelection {
  /** `article:ID/story` without paragraph, or the full name of a field. */
  readonly text: string;
  readonly anchor: TextPosition;
  readonly head: TextPosition;
}

/** How the page is looked at. Zoom is CSS pixels for one point; `fit` follows the window. */
export interface PageLook {
  readonly fit: 'page' | 'width' | undefined;
  readonly zoom: number;
  /** Preview (W): the page without helpers. */
  readonly isPreview: boolean;
  readonly showsGrid: boolean;
  readonly showsBaselines: boolean;
  readonly showsColumns: boolean;
  readonly showsThreads: boolean;
  readonly showsFits: boolean;
  /** `proof`: newsprint soft proof; `plates`: the plates in `plates` only. */
  readonly colours: 'screen' | 'proof' | 'plates';
  readonly plates: readonly Plate[];
  /** A plate that shows alone is grey instead of the colour of its ink. */
  readonly greysPlate: boolean;
  /** Places with more ink than the print shop takes are marked on the plates. */
  readonly marksOverInk: boolean;
}

/** A printing plate. */
export type Plate = 'c' | 'm' | 'y' | 'k';

/** Names of the panels on the right. */
export type PanelName =
  | 'properties'
  | 'headline'
  | 'fit'
  | 'picture'
  | 'partners'
  | 'ads'
  | 'fillers'
  | 'galley'
  | 'find'
  | 'proof'
  | 'findings';

/** A dialog that lies over the desk. */
export type DialogName =
  | 'palette'
  | 'press'
  | 'page proofs'
  | 'compare'
  | 'press profiles'
  | 'delivery'
  | 'settings'
  | 'shortcuts'
  | 'open'
  | 'save elsewhere';

/** What the window remembers while an issue lies on it; nothing of it is in the issue. */
export interface DeskState {
  /** Id of the page that shows. */
  readonly page: string;
  readonly tool: Tool;
  readonly selection: Selection;
  readonly look: PageLook;
  readonly panel: PanelName;
  readonly dialog: DialogName | undefined;
  /** Why the last saving by hand came to nothing. */
  readonly saveFailure: Failure | undefined;
  readonly showsLeft: boolean;
  readonly showsRight: boolean;
  /** A block to be scrolled into view; a fresh object asks anew. */
  readonly reveal: RevealedBlock | undefined;
}

/** A block that somebody wants to see. */
export interface RevealedBlock {
  readonly page: string;
  readonly block: string;
}

/** What the editor chose once for all issues; kept on this machine. */
export interface Settings {
  readonly language: Language;
  readonly theme: 'light' | 'dark' | 'system';
  /** Scale of the controls in percent: 100, 125, 150, 200. */
  readonly scalePercent: number;
  /** Blocks snap to half characters as well. */
  readonly snapsHalf: boolean;
  /** Press profile for the soft proof and the press dialog. */
  readonly profile: string;
  /** A report of preflight is written beside pressed pages. */
  readonly writesReport: boolean;
}

/** The desk as it stands when an issue is opened on that page. */
export function firstDeskState(page: string): DeskState {
  return {
    page,
    tool: 'select',
    selection: { kind: 'nothing' },
    look: FIRST_LOOK,
    panel: 'properties',
    dialog: undefined,
    saveFailure: undefined,
    showsLeft: true,
    showsRight: true,
    reveal: undefined,
  };
}

const FIRST_LOOK: PageLook = {
  fit: 'page',
  zoom: 1,
  isPreview: false,
  showsGrid: false,
  showsBaselines: false,
  showsColumns: false,
  showsThreads: false,
  showsFits: true,
  colours: 'screen',
  plates: ['c', 'm', 'y', 'k'],
  greysPlate: true,
  marksOverInk: false,
};

/** The settings of a new machine. */
export const FIRST_SETTINGS: Settings = {
  language: 'zh-CN',
  theme: 'light',
  scalePercent: 100,
  snapsHalf: false,
  profile: '',
  writesReport: false,
};
