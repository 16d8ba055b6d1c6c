import {
  CircleAlert,
  FoldVertical,
  Heading,
  Image,
  LayoutGrid,
  type LucideIcon,
  Megaphone,
  Puzzle,
  ScrollText,
  SlidersHorizontal,
  SpellCheck,
  TextSearch,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { AdsPanel } from '#renderer/ad-desk/ads-panel.tsx';
import { PartnersPanel } from '#renderer/ad-desk/partners-panel.tsx';
import type { PanelName } from '#renderer/desk-state/desk-state.ts';
import { FillersPanel } from '#renderer/fillers/fillers-panel.tsx';
import { PicturePanel } from '#renderer/pictures/picture-panel.tsx';
import { FindingsPanel } from '#renderer/preflight/findings-panel.tsx';
import { ProofPanel } from '#renderer/proofreading/proof-panel.tsx';
import { FitPanel } from '#renderer/properties/fit-panel.tsx';
import { HeadlinePanel } from '#renderer/properties/headline-panel.tsx';
import { PropertiesPanel } from '#renderer/properties/properties-panel.tsx';
import { FindPanel } from '#renderer/story-editor/find-panel.tsx';
import { GalleyPanel } from '#renderer/story-editor/galley.tsx';

/** A panel of the right side. */
export interface PanelPlace {
  readonly name: PanelName;
  readonly icon: LucideIcon;
  readonly Panel: () => ReactNode;
}

const ICONS: Readonly<Record<PanelName, LucideIcon>> = {
  properties: SlidersHorizontal,
  headline: Heading,
  fit: FoldVertical,
  picture: Image,
  partners: LayoutGrid,
  ads: Megaphone,
  fillers: Puzzle,
  galley: ScrollText,
  find: TextSearch,
  proof: SpellCheck,
  findings: CircleAlert,
};

const PANELS: readonly (readonly [PanelName, () => ReactNode])[] = [
  ['properties', PropertiesPanel],
  ['headline', HeadlinePanel],
  ['fit', FitPanel],
  ['picture', PicturePanel],
  ['partners', PartnersPanel],
  ['ads', AdsPanel],
  ['fillers', FillersPanel],
  ['galley', GalleyPanel],
  ['find', FindPanel],
  ['proof', ProofPanel],
  ['findings', FindingsPanel],
];

/** The panels in the order of their tabs. */
export const PANEL_PLACES: readonly PanelPlace[] = PANELS.map(([name, Panel]) => ({
  name,
  icon: ICONS[name],
  Panel,
}));
