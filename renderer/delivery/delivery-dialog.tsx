import { useState } from 'react';
import { neededSignatures, signOffState } from '#engine/model/sign-off.ts';
import type { Finding } from '#engine/units/finding.ts';
import { goToFinding } from '#renderer/commands/go-to-finding.ts';
import { Button } from '#renderer/controls/button.tsx';
import { Dialog } from '#renderer/controls/dialog.tsx';
import { Switch } from '#renderer/controls/switch.tsx';
import { TextField } from '#renderer/controls/text-field.tsx';
import {
  type OpenDesk,
  templateOf,
  useDesk,
  useIssue,
  useProfile,
} from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { useSortedPages } from '#renderer/preflight/sorted-pages.ts';
import { FindingGroups } from '#renderer/press-dialog/finding-groups.tsx';
import { deliveryStrings } from '#renderer/strings/delivery-strings.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { DeliveryOutcome } from './delivery-outcome.tsx';
import { DeliveryRecords } from './delivery-records.tsx';
import { keptSender } from './kept-sender.ts';
import { type PageRow, PageRows } from './page-rows.tsx';
import { ReceiptView } from './receipt-view.tsx';
import { sentState } from './sent-state.ts';
import { TargetChoice } from './target-choice.tsx';
import {
  type DeliveryDesk,
  type KeptTarget,
  type SeenDeliveries,
  useDeliveries,
} from './use-deliveries.ts';
import { useDeliveryJob } from './use-delivery-job.ts';
import { usePageLooks } from './use-page-looks.ts';
import '#renderer/controls/job-dialog.css';
import './delivery.css';

/** While the dialog is open, progress is looked at this often. */
const LOOK_AGAIN_MS = 700;

/** Sends pages from the desk: where to, signed by whom, what is on its way and what has arrived. */
export function DeliveryDialog({ onClose }: { readonly onClose: () => void }) {
  const desk = useDesk();
  const words = useWords(deliveryStrings);
  const failures = useWords(failureStrings);
  const deliveries = useDeliveries(desk.host, LOOK_AGAIN_MS);
  const sending = useSending(desk, deliveries);
  const { targets, target, by, rows, chosen, choose, again, setAgain, job, send } = sending;
  const { reason, setReason, wanted, sorted, isBlocked, isUnsigned, hold, told, isReady } = sending;
  const pages = wanted.map(({ page }) => page);
  const [receipt, setReceipt] = useState<string>();
  const go = (finding: Finding) => {
    onClose();
    goToFinding(desk, finding);
  };
  return (
    <Dialog
      title={words.title}
      isWide
      onClose={onClose}
      foot={
        <>
          {told !== undefined && <span className="job-held">{words[told]}</span>}
          <Button onPress={onClose}>{words.close}</Button>
          <Button
            look="accent"
            isDisabled={!isReady || hold !== undefined}
            onPress={() => void send()}
          >
            {words.send}
          </Button>
        </>
      }
    >
      <div className="delivery">
        {deliveries.failure !== undefined && (
          <p className="delivery-trouble" role="alert">
            {failures.of(deliveries.failure)}
          </p>
        )}
        <TargetChoice
          targets={targets}
          chosen={target}
          onChoose={(id) => keptSender().change({ target: id })}
          onChanged={deliveries.refresh}
        />
        <TextField
          label={words.by}
          value={by}
          onType={(name) => keptSender().change({ by: name })}
          onCommit={(name) => keptSender().change({ by: name })}
        />
        <PageRows rows={rows} chosen={chosen} onChoose={choose} />
        {isBlocked && <FindingGroups pages={pages} findings={sorted} onGo={go} />}
        <div className="delivery-row">
          <Switch label={words.again} isOn={again} onChange={setAgain} />
        </div>
        {isUnsigned && <Override reason={reason} onReason={setReason} />}
        <DeliveryOutcome job={job} pages={pages} onGo={go} />
        <DeliveryRecords
          deliveries={deliveries.desk?.deliveries ?? []}
          onChanged={deliveries.refresh}
          onReceipt={setReceipt}
        />
      </div>
      {receipt !== undefined && (
        <ReceiptView delivery={receipt} onClose={() => setReceipt(undefined)} />
      )}
    </Dialog>
  );
}

interface OverrideProps {
  readonly reason: string | undefined;
  readonly onReason: (reason: string | undefined) => void;
}

/** Somebody answers for pages that are not signed. */
function Override({ reason, onReason }: OverrideProps) {
  const words = useWords(deliveryStrings);
  return (
    <>
      <Switch
        label={words.override}
        isOn={reason !== undefined}
        onChange={(isOn) => onReason(isOn ? '' : undefined)}
      />
      {reason !== undefined && (
        <TextField label={words.reason} value={reason} onType={onReason} onCommit={onReason} />
      )}
    </>
  );
}

/** What is to be sent, as the choices in the dialog stand, and what keeps it here. */
function useSending(desk: OpenDesk, deliveries: SeenDeliveries) {
  const { pages } = useIssue();
  const profile = useProfile();
  const sender = useStore(keptSender(), (one) => one);
  const targets = deliveries.desk?.targets ?? [];
  const target = targets.find(({ id }) => id === sender.target) ?? targets[0];
  const rows = usePageRows(desk, target, deliveries.desk);
  const [chosen, choose] = useState<ReadonlySet<string>>(() => new Set(pages.map(({ id }) => id)));
  const [reason, setReason] = useState<string>();
  const [again, setAgain] = useState(false);
  const job = useDeliveryJob();
  const sorted = useSortedPages();
  const wanted = rows.filter(({ page }) => chosen.has(page.id));
  const toSend = again ? wanted : wanted.filter(({ sent }) => !isThere(sent.kind));
  const isBlocked = wanted.some(({ page }) => isBlocking(sorted.get(page.id)?.open ?? []));
  const isUnsigned = toSend.some(({ signs }) => signs !== undefined && signs.kind !== 'signed');
  const hasTarget = target !== undefined;
  const hold = holdOf({ hasTarget, pages: wanted.length, isBlocked, isUnsigned, reason, sender });
  const isReady =
    target !== undefined && wanted.length > 0 && wanted.every(({ look }) => look !== undefined);
  const send = async () => {
    // The button stays as it is while pages are pressed: the keyboard must not lose its place.
    if (job.isRunning) return;
    await job.start({
      pages: wanted.map(({ page }) => pages.indexOf(page)),
      profile: profile?.id ?? '',
      target: target?.id ?? '',
      by: sender.by.trim(),
      again,
      ...(isUnsigned && reason !== undefined && { unsignedReason: reason.trim() }),
    });
    await deliveries.refresh();
  };
  const choices = { targets, target, by: sender.by, rows, chosen, choose, again, setAgain };
  // Pages are looked at and print shops read first; until then nothing is known to be missing.
  const isChoice = hold === 'targetMissing' || hold === 'noPages';
  const told = (isChoice ? deliveries.desk !== undefined : isReady) ? hold : undefined;
  const state = { reason, setReason, wanted, sorted, isBlocked, isUnsigned, hold, told, isReady };
  return { ...choices, ...state, job, send };
}

function isThere(kind: PageRow['sent']['kind']): boolean {
  return kind === 'sent' || kind === 'in line';
}

interface Circumstances {
  readonly hasTarget: boolean;
  /** How many are chosen. */
  readonly pages: number;
  readonly isBlocked: boolean;
  readonly isUnsigned: boolean;
  readonly reason: string | undefined;
  readonly sender: { readonly by: string };
}

type Hold = 'targetMissing' | 'noPages' | 'held' | 'heldUnsigned' | 'byMissing';

/** What keeps the pages here, by the word that says so. */
function holdOf(now: Circumstances): Hold | undefined {
  const { hasTarget, isBlocked, isUnsigned, pages, reason, sender } = now;
  if (!hasTarget) return 'targetMissing';
  if (pages === 0) return 'noPages';
  if (isBlocked) return 'held';
  if (isUnsigned && (reason === undefined || reason.trim() === '')) return 'heldUnsigned';
  return sender.by.trim() === '' ? 'byMissing' : undefined;
}

function usePageRows(
  desk: OpenDesk,
  target: KeptTarget | undefined,
  deliveries: DeliveryDesk | undefined,
): readonly PageRow[] {
  const issue = useIssue();
  const looks = usePageLooks(desk);
  return issue.pages.map((page) => {
    const look = looks.get(page.id);
    const needed = neededSignatures(templateOf(desk, page));
    return {
      page,
      look,
      signs: look === undefined ? undefined : signOffState(issue, page.id, look, needed),
      sent: sentState(deliveries?.deliveries ?? [], {
        issue: issue.id,
        number: page.number,
        look,
        target: target?.address ?? '',
      }),
    };
  });
}

function isBlocking(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'blocks press');
}
