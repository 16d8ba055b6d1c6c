import type { ProfileCaption } from '#host/contract.ts';
import { Dialog } from '#renderer/controls/dialog.tsx';
import { SegmentedControl } from '#renderer/controls/segmented-control.tsx';
import { Select } from '#renderer/controls/select.tsx';
import { Switch } from '#renderer/controls/switch.tsx';
import type { Settings } from '#renderer/desk-state/desk-state.ts';
import { type Store, useStore } from '#renderer/desk-state/store.ts';
import { deskStrings } from '#renderer/strings/desk-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import './dialogs.css';

const SCALES = [100, 125, 150, 200] as const;

/** Where the settings are, and what there is to choose from. */
export interface SettingsDialogProps {
  readonly settings: Store<Settings>;
  readonly profiles: readonly ProfileCaption[];
  readonly onClose: () => void;
}

/** What the editor chooses once for all issues. */
export function SettingsDialog({ settings, profiles, onClose }: SettingsDialogProps) {
  const words = useWords(deskStrings);
  const chosen = useStore(settings, (value) => value);
  return (
    <Dialog title={words.settings} onClose={onClose}>
      <div className="settings">
        <SegmentedControl
          label={words.language}
          value={chosen.language}
          options={[
            { id: 'zh-CN', label: words.chinese },
            { id: 'en', label: words.english },
          ]}
          onChange={(language) => settings.change({ language })}
        />
        <SegmentedControl
          label={words.theme}
          value={chosen.theme}
          options={(['light', 'dark', 'system'] as const).map((id) => ({ id, label: words[id] }))}
          onChange={(theme) => settings.change({ theme })}
        />
        <SegmentedControl
          label={words.scale}
          value={String(chosen.scalePercent)}
          options={SCALES.map((scale) => ({ id: String(scale), label: words.percent(scale) }))}
          onChange={(scale) => settings.change({ scalePercent: Number(scale) })}
        />
        <Select
          label={words.profile}
          value={chosen.profile || profiles[0]?.id}
          options={profiles.map(({ id, name }) => ({ id, label: name }))}
          onChange={(profile) => settings.change({ profile })}
        />
        <Switch
          label={words.snapsHalf}
          isOn={chosen.snapsHalf}
          onChange={(snapsHalf) => settings.change({ snapsHalf })}
        />
      </div>
    </Dialog>
  );
}
