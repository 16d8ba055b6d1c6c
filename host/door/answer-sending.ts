import type { IncomingMessage } from 'node:http';
import { checkForm, type FieldTroubles, wordIn } from './check-form.ts';
import { DoorTrouble } from './door-trouble.ts';
import { formPage } from './form-page.ts';
import { type Invitation, invitationOf } from './invitations.ts';
import { noteKeptFiles, ticketFolder } from './kept-files.ts';
import type { DoorAnswer, OpenDoor } from './open-door.ts';
import { boundaryOf } from './read-multipart.ts';
import { receiveForm, type SentForm } from './receive-form.ts';
import { takeSending } from './take-sending.ts';
import { watchedBody } from './watched-body.ts';

/**
 * Answers a form that was sent. Attempts of one form are taken one after the other; one that was
 * taken in is answered with its receipt number however often it comes.
 */
export async function answerSending(
  door: OpenDoor,
  request: IncomingMessage,
  ticket: string,
): Promise<DoorAnswer> {
  const before = door.lines.get(ticket) ?? Promise.resolve();
  const own = before
    .catch(() => undefined)
    .then(() => {
      if (door.byTicket.has(ticket)) return drained(door, request, ticket);
      return answerAttempt(door, request, ticket);
    });
  door.lines.set(ticket, own);
  try {
    return await own;
  } finally {
    if (door.lines.get(ticket) === own) door.lines.delete(ticket);
  }
}

function toReceipt(ticket: string): DoorAnswer {
  return { status: 303, to: `/sent/${ticket}` };
}

/** The draft is there already: what comes in is let pass. */
async function drained(
  door: OpenDoor,
  request: IncomingMessage,
  ticket: string,
): Promise<DoorAnswer> {
  let length = 0;
  for await (const chunk of watchedBody(request, door.limits.silenceMs)) {
    length += chunk.length;
    if (length > door.limits.sendingBytes) throw new DoorTrouble({ kind: 'too large' });
  }
  return toReceipt(ticket);
}

async function answerAttempt(
  door: OpenDoor,
  request: IncomingMessage,
  ticket: string,
): Promise<DoorAnswer> {
  const { limits } = door;
  const boundary = boundaryOf(request.headers['content-type']);
  if (boundary === undefined) throw new DoorTrouble({ kind: 'wrong kind' });
  if (Number(request.headers['content-length'] ?? 0) > limits.sendingBytes) {
    throw new DoorTrouble({ kind: 'too large' });
  }
  if (door.coming >= limits.atOnce) throw new DoorTrouble({ kind: 'too many' });
  door.coming += 1;
  try {
    const sender = request.socket.remoteAddress ?? '';
    const guest = guestOf(door, sender);
    const form = await receiveForm({
      body: watchedBody(request, limits.silenceMs),
      boundary,
      folder: ticketFolder(door.inboxFolder, ticket),
      limits,
      mayKeep: async (fields) => (await guest.of(fields)).trouble === undefined,
    });
    return await answerForm(door, { ticket, form, sender, guest: await guest.of(form.fields) });
  } finally {
    door.coming -= 1;
  }
}

/** Who is at the door: let in or not, under which invitation. */
interface Guest {
  readonly invitation: Invitation | undefined;
  /** The field that tells why not, and the words. */
  readonly trouble: readonly [string, string] | undefined;
  readonly isOverLimit: boolean;
}

/** Looks once at who is there, when the first file comes or at the end of the form. */
function guestOf(door: OpenDoor, sender: string) {
  let known: Promise<Guest> | undefined;
  return {
    of(fields: ReadonlyMap<string, string>): Promise<Guest> {
      known ??= readGuest(door, sender, wordIn(fields, 'code'));
      return known;
    },
  };
}

async function readGuest(door: OpenDoor, sender: string, code: string): Promise<Guest> {
  const { limits, tallies } = door;
  const over = (words: string, field: string): Guest => {
    return { invitation: undefined, trouble: [field, words], isOverLimit: true };
  };
  // On this machine everybody has the same address, and nobody is a stranger.
  if (!door.asksForCode) return { invitation: undefined, trouble: undefined, isOverLimit: false };
  const { most, withinMs } = limits.sendingsPerAddress;
  if (tallies.sendings.used(sender) >= most) {
    return over(`这台设备发得太密了，请过 ${Math.ceil(withinMs / 60_000)} 分钟再发。`, 'name');
  }
  const guesser = `code ${sender}`;
  if (tallies.guesses.used(guesser) >= limits.wrongGuesses.most) {
    return over('邀请码错了太多次，请过十分钟再试，或打电话问编辑。', 'code');
  }
  const invitation = code === '' ? undefined : await invitationOf(door.inboxFolder, code);
  if (invitation === undefined) {
    if (code !== '') tallies.guesses.add(guesser, 1);
    const words =
      code === '' ? '请填写邀请码。' : '邀请码不对，或已经停用。请核对，或打电话问编辑。';
    return { invitation: undefined, trouble: ['code', words], isOverLimit: false };
  }
  const isFull =
    tallies.unitSendings.used(invitation.id) >= limits.sendingsPerUnitADay ||
    tallies.unitBytes.used(invitation.id) >= limits.bytesPerUnitADay;
  if (isFull) return over('贵单位今天的来稿已经够多，请明天再发，或打电话告诉编辑。', 'code');
  return { invitation, trouble: undefined, isOverLimit: false };
}

interface Attempted {
  readonly ticket: string;
  readonly form: SentForm;
  readonly sender: string;
  readonly guest: Guest;
}

async function answerForm(door: OpenDoor, attempted: Attempted): Promise<DoorAnswer> {
  const { ticket, form, sender, guest } = attempted;
  const unit = door.asksForCode ? (guest.invitation?.unit ?? '——') : undefined;
  const { troubles, whole } = checkForm(form, { limits: door.limits, unit });
  const { trouble } = guest;
  const all: FieldTroubles = new Map(trouble ? [trouble, ...troubles] : troubles);
  if (all.size > 0) {
    await noteKeptFiles(ticketFolder(door.inboxFolder, ticket), form.files);
    const { asksForCode, limits } = door;
    const { fields, files } = form;
    const page = formPage({ ticket, asksForCode, limits, fields, files, troubles: all });
    return { status: guest.isOverLimit ? 429 : 422, page };
  }
  const invitation = guest.invitation?.id ?? '';
  const sending = await takeSending(door, { ticket, form: whole, invitation, at: door.now() });
  door.tallies.sendings.add(sender, 1);
  door.tallies.unitSendings.add(invitation, 1);
  door.tallies.unitBytes.add(invitation, sending.bytes);
  return toReceipt(ticket);
}
