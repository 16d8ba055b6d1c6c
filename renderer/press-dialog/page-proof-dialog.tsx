import { useState } from 'react';
import type { ProofRequest } from '#host/contract.ts';
import { useStateWords } from '#renderer/comparison/state-choice.tsx';
import { type ComparedState, keyOf } from '#renderer/comparison/use-compared-side.ts';
import { useVersions } from '#renderer/comparison/use-versions.ts';
import { Button } from '#renderer/controls/button.tsx';
import { Checkbox } from '#renderer/controls/checkbox.tsx';
import { Dialog } from '#renderer/controls/dialog.tsx';
import { SegmentedControl } from '#renderer/controls/segmented-control.tsx';
import { Select } from '#renderer/controls/select.tsx';
import { useDesk, useIssue, useProfile } from '#renderer/desk-state/open-desk.ts';
import { pageProofStrings } from '#renderer/strings/page-proof-strings.ts';
import { pressStrings } from '#renderer/strings/press-strings.ts';
import { useLanguage, useWords } from '#renderer/strings/use-words.ts';
import { FolderField } from './folder-field.tsx';
import { besideIssue } from './press-dialog.tsx';
import { PressOutcome } from './press-outcome.tsx';
import { usePressJob } from './use-press-job.ts';
import '#renderer/controls/job-dialog.css';
import './press-dialog.css';

type Wish = Pick<ProofRequest, 'paper' | 'hasLineNumbers'> & {
  /** What has changed since then is marked. */
  readonly against: ComparedState | undefined;
};

/** What the proofs are of, where that is known before. */
export interface PageProofDialogProps {
  readonly against?: ComparedState | undefined;
  /** Number of the one page that is wanted. */
  readonly page?: string;
  readonly onClose: () => void;
}

/** Page proofs (大样) for the office printer, alone or with what has changed since. */
export function PageProofDialog({ against, page, onClose }: PageProofDialogProps) {
  const { openIssue } = useDesk();
  const words = useWords(pageProofStrings);
  const pressWords = useWords(pressStrings);
  const language = useLanguage();
  const { pages } = useIssue();
  const profile = useProfile();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(pages.filter(({ number }) => (page ?? number) === number).map(({ id }) => id)),
  );
  const [folder, setFolder] = useState(() => besideIssue(openIssue.folder));
  const [wish, setWish] = useState<Wish>({ paper: 'a3', hasLineNumbers: true, against });
  const job = usePressJob();
  const wanted = pages.filter(({ id }) => chosen.has(id));
  const start = () =>
    job.startProof({
      ...wish,
      pages: wanted.map((one) => pages.indexOf(one)),
      profile: profile?.id ?? '',
      folder,
      language: language === 'en' ? 'en' : 'zh',
      against: wish.against?.kind === 'now' ? undefined : wish.against,
    });
  return (
    <Dialog
      title={words.title}
      onClose={() => {
        // A job that nobody follows any more would go on in secret.
        if (!job.isRunning) onClose();
      }}
      foot={
        job.isRunning ? (
          <Button autoFocus onPress={() => void job.cancel()}>
            {pressWords.stop}
          </Button>
        ) : (
          <>
            <Button autoFocus={job.isOver} onPress={onClose}>
              {pressWords.close}
            </Button>
            <Button look="accent" isDisabled={wanted.length === 0} onPress={() => void start()}>
              {words.start}
            </Button>
          </>
        )
      }
    >
      <div className="press" inert={job.isRunning}>
        <FolderField folder={folder} onFolder={setFolder} />
        <ProofPages chosen={chosen} onChoose={setChosen} />
        <SheetWish wish={wish} onWish={setWish} />
        <p className="job-quiet">{words.note}</p>
      </div>
      <PressOutcome job={job} pages={wanted} onGo={onClose} />
    </Dialog>
  );
}

interface ProofPagesProps {
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

function ProofPages({ chosen, onChoose }: ProofPagesProps) {
  const words = useWords(pressStrings);
  const { pages } = useIssue();
  return (
    <fieldset className="job-pages press-pages">
      <legend>{words.pages}</legend>
      {pages.map(({ id, number, name }) => (
        <div key={id} className="job-page">
          <Checkbox
            label={words.page(number, name)}
            isOn={chosen.has(id)}
            onChange={(isChosen) => {
              const others = [...chosen].filter((one) => one !== id);
              onChoose(new Set(isChosen ? [...others, id] : others));
            }}
          />
        </div>
      ))}
    </fieldset>
  );
}

interface SheetWishProps {
  readonly wish: Wish;
  readonly onWish: (wish: Wish) => void;
}

function SheetWish({ wish, onWish }: SheetWishProps) {
  const words = useWords(pageProofStrings);
  const stateWords = useStateWords();
  const { list = [] } = useVersions();
  const isFolder = wish.against?.kind === 'folder';
  const states: readonly (ComparedState | undefined)[] = [
    undefined,
    ...list.map(({ name }) => ({ kind: 'version', name }) as const),
    ...(isFolder ? [wish.against] : []),
  ];
  return (
    <>
      <SegmentedControl
        label={words.paper}
        value={wish.paper}
        options={(['a3', 'a4'] as const).map((id) => {
          return { id, label: words.papers[id], hint: words.paperHints[id] };
        })}
        onChange={(paper) => onWish({ ...wish, paper })}
      />
      <Select
        label={words.against}
        value={keyOf(wish.against)}
        options={states.map((state) => ({
          id: keyOf(state),
          label: state === undefined ? words.againstNothing : stateWords(state, list),
        }))}
        onChange={(id) => onWish({ ...wish, against: states.find((state) => keyOf(state) === id) })}
      />
      <Checkbox
        label={words.lineNumbers}
        isOn={wish.hasLineNumbers}
        onChange={(hasLineNumbers) => onWish({ ...wish, hasLineNumbers })}
      />
    </>
  );
}
