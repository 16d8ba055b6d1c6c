import { useState, useSyncExternalStore } from 'react';
import type { Finding } from '#engine/units/finding.ts';
import { goToFinding } from '#renderer/commands/go-to-finding.ts';
import { Button } from '#renderer/controls/button.tsx';
import { Dialog } from '#renderer/controls/dialog.tsx';
import { PropertyRow } from '#renderer/controls/section.tsx';
import { Select } from '#renderer/controls/select.tsx';
import { Switch } from '#renderer/controls/switch.tsx';
import { useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { chosenPath } from '#renderer/start-window/choose-path.ts';
import { FolderDialog } from '#renderer/start-window/folder-dialog.tsx';
import { pressStrings } from '#renderer/strings/press-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { FindingGroups } from './finding-groups.tsx';
import { PageChoice } from './page-choice.tsx';
import { PressOutcome } from './press-outcome.tsx';
import { usePressJob } from './use-press-job.ts';
import './press-dialog.css';

/** Presses pages from the desk: which, for whom, where to; what holds them back; what came out. */
export function PressDialog({ onClose }: { readonly onClose: () => void }) {
  const desk = useDesk();
  const { hostDesk, openIssue, settings, composing } = desk;
  const words = useWords(pressStrings);
  const { pages } = useIssue();
  const profile = useStore(settings, (chosen) => chosen.profile) || hostDesk.profiles[0]?.id || '';
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(pages.map(({ id }) => id)),
  );
  const [folder, setFolder] = useState(() => `${openIssue.folder.replace(/[\\/]+[^\\/]+$/, '')}`);
  const [isProof, setIsProof] = useState(false);
  const job = usePressJob();
  useSyncExternalStore(composing.subscribe, () => composing.page(desk.state.read().page)?.round);
  const findings = new Map<string, readonly Finding[] | undefined>(
    pages.map(({ id }) => [id, composing.page(id)?.findings]),
  );
  const wanted = pages.filter(({ id }) => chosen.has(id));
  const isBlocked = wanted.some(({ id }) =>
    findings.get(id)?.some(({ severity }) => severity === 'blocks press'),
  );
  const start = () =>
    job.start({
      pages: wanted.map((page) => pages.indexOf(page)),
      profile,
      folder,
      inSpiteOfFindings: isProof,
    });
  return (
    <Dialog
      title={words.title}
      isWide
      onClose={onClose}
      foot={
        <PressButtons
          isRunning={job.progress?.state === 'running'}
          mayStart={wanted.length > 0 && (!isBlocked || isProof)}
          onStart={start}
          onStop={() => job.cancel()}
          onClose={onClose}
        />
      }
    >
      <div className="press">
        <Select
          label={words.profile}
          value={profile}
          options={hostDesk.profiles.map(({ id, name }) => ({ id, label: name }))}
          onChange={(id) => settings.change({ profile: id })}
        />
        <FolderRow folder={folder} onChange={setFolder} />
        <PageChoice pages={pages} chosen={chosen} findings={findings} onChoose={setChosen} />
        <FindingGroups
          pages={wanted}
          findings={findings}
          onGo={(finding) => {
            onClose();
            goToFinding(desk, finding);
          }}
        />
        {isBlocked && <Switch label={words.proof} isOn={isProof} onChange={setIsProof} />}
        <PressOutcome progress={job.progress} failure={job.failure} />
      </div>
    </Dialog>
  );
}

interface FolderRowProps {
  readonly folder: string;
  readonly onChange: (folder: string) => void;
}

/** Where the files go. */
function FolderRow({ folder, onChange }: FolderRowProps) {
  const { host, hostDesk } = useDesk();
  const words = useWords(pressStrings);
  const [isBrowsing, setIsBrowsing] = useState(false);
  const choose = async () => {
    const wish = { host, hostDesk, purpose: 'press folder', startAt: folder } as const;
    const choice = await chosenPath(wish);
    if (choice.kind === 'chosen') onChange(choice.path);
    else if (choice.kind === 'no dialog') setIsBrowsing(true);
  };
  return (
    <PropertyRow label={`${words.folder}　${folder}`}>
      <Button onPress={() => void choose()}>{words.change}</Button>
      {isBrowsing && (
        <FolderDialog
          host={host}
          path={folder}
          onClose={() => setIsBrowsing(false)}
          onFolder={onChange}
        />
      )}
    </PropertyRow>
  );
}

interface PressButtonsProps {
  readonly isRunning: boolean;
  readonly mayStart: boolean;
  readonly onStart: () => void;
  readonly onStop: () => void;
  readonly onClose: () => void;
}

/** While pages are pressed they can be stopped; before and after, started or put away. */
function PressButtons({ isRunning, mayStart, onStart, onStop, onClose }: PressButtonsProps) {
  const words = useWords(pressStrings);
  if (isRunning) return <Button onPress={onStop}>{words.stop}</Button>;
  return (
    <>
      <Button onPress={onClose}>{words.close}</Button>
      <Button look="accent" isDisabled={!mayStart} onPress={onStart}>
        {words.start}
      </Button>
    </>
  );
}
