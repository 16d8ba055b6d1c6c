import { useState } from 'react';
import type { KeptVersion } from '#host/contract.ts';
import { Select } from '#renderer/controls/select.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { chosenPath } from '#renderer/start-window/choose-path.ts';
import { FolderDialog } from '#renderer/start-window/folder-dialog.tsx';
import { comparisonStrings } from '#renderer/strings/comparison-strings.ts';
import { useLanguage, useWords } from '#renderer/strings/use-words.ts';
import { type ComparedState, keyOf } from './use-compared-side.ts';

/** A state to be chosen for one side. */
export interface StateChoiceProps {
  readonly label: string;
  readonly versions: readonly KeptVersion[];
  readonly state: ComparedState | undefined;
  /** The new side may be what lies on the desk; the old one may be another issue. */
  readonly offers: 'now' | 'another issue';
  readonly onState: (state: ComparedState) => void;
}

const OTHER = 'other';

/** The states of the issue that can stand on a side. */
export function StateChoice({ label, versions, state, offers, onState }: StateChoiceProps) {
  const words = useWords(comparisonStrings);
  const stateWords = useStateWords();
  const [isBrowsing, browse] = useOtherIssue((folder) => onState({ kind: 'folder', folder }));
  const states: readonly ComparedState[] = [
    ...(offers === 'now' ? [{ kind: 'now' } as const] : []),
    ...versions.map(({ name }) => ({ kind: 'version', name }) as const),
    ...(state?.kind === 'folder' ? [state] : []),
  ];
  const options = states.map((one) => ({ id: keyOf(one), label: stateWords(one, versions) }));
  const other = { id: OTHER, label: words.otherIssue };
  return (
    <>
      <Select
        label={label}
        value={state && keyOf(state)}
        options={offers === 'now' ? options : [...options, other]}
        onChange={(id) => {
          if (id === OTHER) return browse(true);
          const chosen = states.find((one) => keyOf(one) === id);
          if (chosen !== undefined) onState(chosen);
        }}
      />
      {isBrowsing && <OtherIssue onClose={() => browse(false)} onState={onState} />}
    </>
  );
}

function OtherIssue(props: {
  readonly onClose: () => void;
  readonly onState: (state: ComparedState) => void;
}) {
  const { host } = useDesk();
  return (
    <FolderDialog
      host={host}
      path={undefined}
      onClose={props.onClose}
      onIssue={(folder) => props.onState({ kind: 'folder', folder })}
    />
  );
}

/** Asks in the system's dialog, or has ours shown. */
function useOtherIssue(
  onFolder: (folder: string) => void,
): readonly [isBrowsing: boolean, browse: (isWanted: boolean) => void] {
  const { host, hostDesk } = useDesk();
  const [isBrowsing, setBrowsing] = useState(false);
  const browse = async (isWanted: boolean) => {
    if (!isWanted) return setBrowsing(false);
    const choice = await chosenPath({ host, hostDesk, purpose: 'open issue' });
    if (choice.kind === 'chosen') onFolder(choice.path);
    else setBrowsing(choice.kind === 'no dialog');
  };
  return [isBrowsing, (isWanted) => void browse(isWanted)];
}

/** Names states as a choice does: when it was kept and why, or the folder of another issue. */
export function useStateWords(): (
  state: ComparedState,
  versions: readonly KeptVersion[],
) => string {
  const words = useWords(comparisonStrings);
  const language = useLanguage();
  const form = new Intl.DateTimeFormat(language, {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  });
  return (state, versions) => {
    if (state.kind === 'now') return words.now;
    if (state.kind === 'folder') return words.elsewhere(lastPart(state.folder));
    const version = versions.find(({ name }) => name === state.name);
    if (version === undefined) return state.name;
    const { at, reason, note } = version;
    return words.version(form.format(new Date(at)), reason, note);
  };
}

function lastPart(folder: string): string {
  return folder.split(/[\\/]/u).findLast((part) => part !== '') ?? folder;
}
