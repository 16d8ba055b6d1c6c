import { Palette } from '#renderer/commands/palette.tsx';
import { CompareDialog } from '#renderer/comparison/compare-dialog.tsx';
import { DeliveryDialog } from '#renderer/delivery/delivery-dialog.tsx';
import { useDesk, useDeskState, useProfiles } from '#renderer/desk-state/open-desk.ts';
import { PageProofDialog } from '#renderer/press-dialog/page-proof-dialog.tsx';
import { PressDialog } from '#renderer/press-dialog/press-dialog.tsx';
import { ProfilesDialog } from '#renderer/press-profiles/profiles-dialog.tsx';
import { OpenDialog } from './open-dialog.tsx';
import { SaveElsewhere } from './save-elsewhere.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

/** The dialog that lies over the desk, if one does. */
export function Dialogs() {
  const desk = useDesk();
  const dialog = useDeskState((state) => state.dialog);
  const profiles = useProfiles();
  const close = () => desk.state.change({ dialog: undefined });
  switch (dialog) {
    case 'palette':
      return <Palette onClose={close} />;
    case 'settings':
      return <SettingsDialog settings={desk.settings} profiles={profiles} onClose={close} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />;
    case 'save elsewhere':
      return <SaveElsewhere onClose={close} />;
    case 'open':
      return <OpenDialog onClose={close} />;
    case 'page proofs':
      return <PageProofDialog onClose={close} />;
    case 'compare':
      return <CompareDialog onClose={close} />;
    case 'press profiles':
      return <ProfilesDialog onClose={close} />;
    case 'press':
      return <PressDialog onClose={close} />;
    case 'delivery':
      return <DeliveryDialog onClose={close} />;
    case undefined:
      return undefined;
  }
}
