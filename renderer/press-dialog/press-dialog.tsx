import { useState } from 'react';
import type { Page } from '#engine/model/issue.ts';
import { firstNames, type PressPurpose, pressFileNames } from '#engine/press/page-names.ts';
import type { Finding } from '#engine/units/finding.ts';
import { goToFinding } from '#renderer/commands/go-to-finding.ts';
import { Dialog } from '#renderer/controls/dialog.tsx';
import { Select } from '#renderer/controls/select.tsx';
import { Switch } from '#renderer/controls/switch.tsx';
import { useDesk, useIssue, useProfile, useProfiles } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { useSortedPages } from '#renderer/preflight/sorted-pages.ts';
import { pressStrings } from '#renderer/strings/press-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { FindingGroups } from './finding-groups.tsx';
import { FolderField } from './folder-field.tsx';
import { PageChoice } from './page-choice.tsx';
import { PressFoot } from './press-foot.tsx';
import { PressOutcome } from './press-outcome.tsx';
import { usePressJob } from './use-press-job.ts';
import '#renderer/controls/job-dialog.css';
import './press-dialog.css';

/** Presses pages from the desk: which and where to, what holds them back, what came of it. */
export function PressDialog({ onClose }: { readonly onClose: () => void }) {
  const desk = useDesk();
  const { openIssue, settings } = desk;
  const words = useWords(pressStrings);
  const { pages } = useIssue();
  const profile = useProfile();
  const profiles = useProfiles();
  const findings = useSortedPages();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(pages.map(({ id }) => id)),
  );
  const [folder, setFolder] = useState(() => besideIssue(openIssue.folder));
  const [mayPassOver, setPassOver] = useState(false);
  const job = usePressJob();
  const wanted = pages.filter(({ id }) => chosen.has(id));
  const isBlocked = wanted.some(({ id }) => isBlocking(findings.get(id)?.open));
  const isProof = isBlocked && mayPassOver;
  const files = useFileNames(wanted, isProof ? 'proof' : 'plates');
  const start = () =>
    job.start({
      pages: wanted.map((page) => pages.indexOf(page)),
      profile: profile?.id ?? '',
      folder,
      inSpiteOfFindings: isProof,
      hasReport: settings.read().writesReport,
    });
  const go = useWayToFinding(onClose);
  return (
    <Dialog
      title={words.title}
      isWide
      onClose={() => {
        // A job that nobody follows any more would go on in secret.
        if (!job.isRunning) onClose();
      }}
      foot={
        <PressFoot
          job={job}
          isProof={isProof}
          isHeld={isBlocked && !isProof}
          isReady={wanted.length > 0 && wanted.every(({ id }) => findings.get(id) !== undefined)}
          onStart={() => void start()}
          onClose={onClose}
        />
      }
    >
      <div className="press" inert={job.isRunning}>
        <Select
          label={words.profile}
          value={profile?.id}
          options={profiles.map(({ id, name }) => ({ id, label: name }))}
          onChange={(id) => settings.change({ profile: id })}
        />
        <FolderField folder={folder} onFolder={setFolder} />
        <PageChoice
          pages={pages}
          chosen={chosen}
          findings={findings}
          files={files}
          onChoose={setChosen}
        />
        <FindingGroups pages={wanted} findings={findings} onGo={go} />
        <ReportSwitch />
        {isBlocked && <Switch label={words.proof} isOn={mayPassOver} onChange={setPassOver} />}
      </div>
      <PressOutcome job={job} pages={wanted} onGo={go} />
    </Dialog>
  );
}

/** Print shops that want the report want it every night: the choice is kept. */
function ReportSwitch() {
  const { settings } = useDesk();
  const words = useWords(pressStrings);
  const isOn = useStore(settings, (one) => one.writesReport);
  const change = (writesReport: boolean) => settings.change({ writesReport });
  return <Switch label={words.report} isOn={isOn} onChange={change} />;
}

/** Shuts the dialog and shows what was found. */
function useWayToFinding(onClose: () => void): (finding: Finding) => void {
  const desk = useDesk();
  return (finding) => {
    onClose();
    goToFinding(desk, finding);
  };
}

function isBlocking(found: readonly Finding[] | undefined): boolean {
  return found?.some(({ severity }) => severity === 'blocks press') ?? false;
}

/** The file that each of the pages will be written to, by the id of the page. */
function useFileNames(wanted: readonly Page[], purpose: PressPurpose): ReadonlyMap<string, string> {
  const issue = useIssue();
  const { fileName = '', plates = '' } = useProfile() ?? {};
  // The minute of pressing is not known yet.
  const names = wanted.map((page) => firstNames(issue, page, { plates, time: '…' }));
  const files = pressFileNames(fileName, names, purpose);
  return new Map(wanted.map(({ id }, place) => [id, files[place] ?? '']));
}

/** The folder that the issue folder lies in. */
export function besideIssue(folder: string): string {
  return folder.replace(/[\\/]+[^\\/]+[\\/]*$/u, '') || folder;
}
