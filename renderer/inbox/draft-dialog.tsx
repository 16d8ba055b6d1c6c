import { useCallback, useEffect, useMemo, useState } from 'react';
import { refusedAtFirst } from '#engine/intake/apply-repairs.ts';
import type { Draft } from '#engine/intake/draft.ts';
import type { DraftState, OpenedDraft } from '#engine/intake/inbox-draft.ts';
import { readDraft } from '#engine/intake/read-draft.ts';
import type { Failure } from '#host/contract.ts';
import { Dialog } from '#renderer/controls/dialog.tsx';
import { SegmentedControl } from '#renderer/controls/segmented-control.tsx';
import { useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { inboxStrings } from '#renderer/strings/inbox-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { DraftButtons } from './draft-buttons.tsx';
import { DraftCopy } from './draft-copy.tsx';
import { DraftRemarks } from './draft-remarks.tsx';
import { FailureNote } from './failure-note.tsx';
import { RepairKinds } from './repair-kinds.tsx';

interface DraftDialogProps {
  readonly receipt: string;
  readonly onClose: () => void;
}

/** A draft as it will be set, with every repair in its place, and what is decided about it. */
export function DraftDialog({ receipt, onClose }: DraftDialogProps) {
  const words = useWords(inboxStrings);
  const { opened, failure, look } = useOpenedDraft(receipt);
  const draft = useReadDraft(opened);
  const [refused, setRefused] = useState<ReadonlySet<string>>();
  const [view, setView] = useState<'clean' | 'source'>('clean');
  const shown = refused ?? (draft === undefined ? NOTHING : refusedAtFirst(draft));
  const state = opened?.caption.mark?.state ?? 'new';
  return (
    <Dialog
      title={opened?.caption.subject || words.open}
      isWide
      onClose={onClose}
      foot={
        opened && (
          <DraftButtons
            opened={opened}
            draft={draft}
            refused={shown}
            onDecided={look}
            onClose={onClose}
          />
        )
      }
    >
      <FailureNote failure={failure} />
      {opened !== undefined && <DraftFacts opened={opened} state={state} />}
      {draft !== undefined && (
        <>
          <SegmentedControl
            label={words.view}
            value={view}
            options={[
              { id: 'clean', label: words.clean },
              { id: 'source', label: words.source },
            ]}
            onChange={setView}
          />
          {view === 'source' && <pre className="draft-source">{draft.source}</pre>}
          {view === 'clean' && (
            <>
              <RepairKinds draft={draft} refused={shown} onChange={setRefused} />
              <DraftCopy receipt={receipt} draft={draft} refused={shown} onChange={setRefused} />
            </>
          )}
          <DraftRemarks draft={draft} />
        </>
      )}
    </Dialog>
  );
}

const NOTHING: ReadonlySet<string> = new Set();

interface Opening {
  readonly opened: OpenedDraft | undefined;
  readonly failure: Failure | undefined;
  readonly look: () => Promise<void>;
}

const LOOK_AGAIN_MS = 700;

/** The draft; asked for again while intake is still reading it. */
function useOpenedDraft(receipt: string): Opening {
  const { host } = useDesk();
  const [opened, setOpened] = useState<OpenedDraft>();
  const [failure, setFailure] = useState<Failure>();
  const look = useCallback(async () => {
    const answer = await host.openDraft({ receipt });
    if (answer.ok) setOpened(answer.value);
    setFailure(answer.ok ? undefined : answer.failure);
  }, [host, receipt]);
  const isWaiting = opened === undefined || opened.caption.reading.kind === 'waiting';
  useEffect(() => {
    void look();
    if (!isWaiting) return;
    const clock = setInterval(() => void look(), LOOK_AGAIN_MS);
    return () => clearInterval(clock);
  }, [look, isWaiting]);
  return { opened, failure, look };
}

function useReadDraft(opened: OpenedDraft | undefined): Draft | undefined {
  const { date } = useIssue();
  const matter = opened?.matter;
  return useMemo(() => matter && readDraft(matter, date), [matter, date]);
}

function DraftFacts({
  opened,
  state,
}: {
  readonly opened: OpenedDraft;
  readonly state: DraftState;
}) {
  const desk = useDesk();
  const words = useWords(inboxStrings);
  const failures = useWords(failureStrings);
  const language = useStore(desk.settings, (settings) => settings.language);
  const { caption, history } = opened;
  const { sender } = caption;
  const when = (iso: string) => new Date(iso).toLocaleString(language);
  const from = [sender.unit, sender.name, sender.phone].filter((one) => one !== '');
  return (
    <div className="draft-head">
      <p className="draft-facts">
        <span className={`draft-state ${state}`}>{words.state(state)}</span>
        <span>{[...from, words.origin(caption.origin), caption.name].join('　')}</span>
        <span>{when(caption.receivedAt)}</span>
        <span>{words.receipt(caption.receipt)}</span>
      </p>
      {caption.reading.kind === 'waiting' && <p className="draft-facts">{words.waiting}</p>}
      {caption.reading.kind === 'refused' && (
        <p className="inbox-trouble">{failures.of(caption.reading.why)}</p>
      )}
      {caption.notes.map((note) => (
        <p key={JSON.stringify(note)} className="draft-note">
          {failures.of(note)}
        </p>
      ))}
      {caption.like.map(({ name, share }) => (
        <p key={name} className="draft-like">
          {words.like(name, Math.round(share * 100))}
        </p>
      ))}
      {history.map(({ state: decided, by, at, reason }) => (
        <p key={at} className="draft-note">
          {words.history(words.state(decided), by, when(at), reason)}
        </p>
      ))}
    </div>
  );
}
