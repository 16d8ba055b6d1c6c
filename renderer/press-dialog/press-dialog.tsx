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

/** Presses pages from the desk: which, for whom, where to; what holds them back; what came of it. */
export function PressDialog({ onClose }: { readonly onClose: () => void }) {
  const desk = useDesk();
  const { host, hostDesk, openIssue, settings, composing } = desk;
  const words = useWords(pressStrings);
  const { pages } = useIssue();
  const profile = useStore(settings, (chosen) => chosen.profile) || hostDesk.profiles[0]?.id || '';
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(pages.map(({ id }) => id)),
  );
  const [folder, setFolder] = useState(() => `${openIssue.folder.replace(/[\\/]+[^\\/]+$/, '')}`);
  const [isProof, setIsProof] = useState(false);
  const [isBrowsing, setIsBrowsing] = useState(false);
  const job = usePressJob();
  useSyncExternalStore(composing.subscribe, () => composing.page(desk.state.read().page)?.round);
  const findings = new Map<string, readonly Finding[] | undefined>(
    pages.map(({ id }) => [id, composing.page(id)?.findings]),
  );
  const wanted = pages.filter(({ id }) => chosen.has(id));
  const isBlocked = wanted.some(({ id }) =>
    findings.get(id)?.some(({ severity }) => severity === 'blocks press'),
  );
  const isRunning = job.progress?.state === 'running';
  const chooseFolder = async () => {
    const wish = { host, hostDesk, purpose: 'press folder', startAt: folder } as const;
    const choice = await chosenPath(wish);
    if (choice.kind === 'chosen') setFolder(choice.path);
    else if (choice.kind === 'no dialog') setIsBrowsing(true);
  };
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
        isRunning ? (
          <Button onPress={() => job.cancel()}>{words.stop}</Button>
        ) : (
          <>
            <Button onPress={onClose}>{words.close}</Button>
            <Button
              look="accent"
              isDisabled={wanted.length === 0 || (isBlocked && !isProof)}
              onPress={start}
            >
              {words.start}
            </Button>
          </>
        )
      }
    >
      <div className="press">
        <Select
          label={words.profile}
          value={profile}
          options={hostDesk.profiles.map(({ id, name }) => ({ id, label: name }))}
          onChange={(id) => settings.change({ profile: id })}
        />
        <PropertyRow label={`${words.folder}　${folder}`}>
          <Button onPress={() => void chooseFolder()}>{words.change}</Button>
        </PropertyRow>
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
      {isBrowsing && (
        <FolderDialog
          host={host}
          path={folder}
          onClose={() => setIsBrowsing(false)}
          onFolder={setFolder}
        />
      )}
    </Dialog>
  );
}
