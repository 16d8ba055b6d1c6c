import type { IncomingMessage } from 'node:http';
import type { OpenedDraft } from '#engine/intake/inbox-draft.ts';
import { readCode } from '#host/inbox/fresh-code.ts';
import { standingPage, statusPage } from './answer-pages.ts';
import { doorWords } from './door-words.ts';
import { readBody } from './read-body.ts';
import type { DoorRoom, Reply } from './take-sending.ts';

/** The page on which a sender asks. */
export function showStatus(room: DoorRoom): Reply {
  return asking(room, { receipt: '', digits: '' }, undefined, 200);
}

/** Two short fields. */
const MOST_QUESTION_BYTES = 2000;

/**
 * Tells what became of a draft to who knows its number and the end of its sender's telephone
 * number; whichever of the two is wrong, the answer is the same.
 */
export async function askStatus(room: DoorRoom, request: IncomingMessage): Promise<Reply> {
  const address = request.socket.remoteAddress ?? '';
  const read = await readBody(request, MOST_QUESTION_BYTES, room.budget);
  if (!read.ok) return showStatus(room);
  read.release();
  const fields = new URLSearchParams(read.body.toString('utf8'));
  const receipt = readCode(fields.get('receipt') ?? '').slice(0, 20);
  const digits = (fields.get('digits') ?? '').normalize('NFKC').replaceAll(/\D/gu, '').slice(0, 4);
  const wait = room.watch.waitSeconds('guess', address);
  if (wait > 0) {
    const said = `查得太多，请过 ${Math.ceil(wait / 60)} 分钟再查。`;
    return asking(room, { receipt, digits }, said, 429);
  }
  const draft = await room.inbox.open(receipt);
  if (draft === undefined || !isSenders(draft, digits)) {
    room.watch.note('guess', address);
    return asking(room, { receipt, digits }, '没有查到。请核对回执号和电话的后四位。', 404);
  }
  return { status: 200, body: standingPage(room, standingOf(draft)) };
}

const PROVEN_DIGITS = 4;

function isSenders({ caption }: OpenedDraft, digits: string): boolean {
  const phone = caption.sender.phone.replaceAll(/\D/gu, '');
  return caption.origin === 'door' && digits.length === PROVEN_DIGITS && phone.endsWith(digits);
}

function standingOf({ caption, history }: OpenedDraft) {
  const { receipt, receivedAt, reading } = caption;
  const why = reading.kind === 'refused' ? reading.why : undefined;
  return { receipt, receivedAt, history, unreadable: why && doorWords(why.code, why.values) };
}

interface Asked {
  readonly receipt: string;
  readonly digits: string;
}

function asking(room: DoorRoom, asked: Asked, trouble: string | undefined, status: number): Reply {
  return { status, body: statusPage(room, { ...asked, trouble }) };
}
