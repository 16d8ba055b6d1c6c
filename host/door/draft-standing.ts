import type { DraftState } from '#engine/intake/inbox-draft.ts';
import { inboxLogPath } from '#host/inbox/inbox-folder.ts';
import { readInboxLog } from '#host/inbox/inbox-log.ts';
import type { Sending } from './sendings-log.ts';

/** What a correspondent may know of a draft. */
export interface Standing {
  readonly state: DraftState;
  /** Why it was returned; otherwise empty, since other reasons are said within the newsroom. */
  readonly reason: string;
  /** ISO dates and times. */
  readonly receivedAt: string;
  readonly decidedAt: string | undefined;
}

/** How a draft stands, by the log of the inbox, which the desk writes. */
export async function standingOf(inboxFolder: string, sending: Sending): Promise<Standing> {
  const records = await readInboxLog(inboxLogPath(inboxFolder));
  const mark = records.findLast(
    (record) => record.kind === 'marked' && record.receipt === sending.receipt,
  );
  const received = { receivedAt: sending.at, reason: '' };
  if (mark?.kind !== 'marked' || mark.state === 'new') {
    return { ...received, state: 'new', decidedAt: undefined };
  }
  const { state, at } = mark;
  const reason = state === 'returned' ? mark.reason : '';
  return { receivedAt: sending.at, reason, state, decidedAt: at };
}

/** The receipt number that somebody typed, in the form in which it was given. */
export function typedReceipt(typed: string): string {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/gu, '');
  return letters.length === 8 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : '';
}

/** The draft of a receipt number, if the caller knows how its sender's telephone ends. */
export function sendingFor(
  sendings: Iterable<Sending>,
  receipt: string,
  phoneEnd: string,
): Sending | undefined {
  const digits = phoneEnd.normalize('NFKC').replaceAll(/\D/gu, '');
  for (const sending of sendings) {
    if (sending.receipt !== receipt) continue;
    const own = sending.sender.phone.replaceAll(/\D/gu, '').slice(-4);
    return digits.length === 4 && own === digits ? sending : undefined;
  }
  return undefined;
}
