import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerSending } from './answer-sending.ts';
import { DOOR_LOOK, ROWS_SCRIPT } from './door-look.ts';
import type { DoorRefusal } from './door-trouble.ts';
import { DoorTrouble } from './door-trouble.ts';
import { sendingFor, standingOf, typedReceipt } from './draft-standing.ts';
import { formPage } from './form-page.ts';
import type { DoorAnswer, OpenDoor } from './open-door.ts';
import { receiptPage, refusalOf, refusalPage, statusPage } from './other-pages.ts';
import { isForUs } from './own-address.ts';
import { watchedBody } from './watched-body.ts';

/** Tickets are made here, 144 bits each; who knows one has sent the form. */
const TICKET = /^\/(send|sent)\/([A-Za-z0-9_-]{24})$/u;

/** Answers one request. Throws DoorTrouble where it is refused. */
export async function answerRequest(
  door: OpenDoor,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = '', headers } = request;
  const isSending = method === 'POST';
  const hosts = door.names.map((name) => `${name}:${door.port}`);
  const fetchSite = headers['sec-fetch-site']?.toString();
  if (!isForUs({ host: headers.host, origin: headers.origin, fetchSite }, hosts, isSending)) {
    throw new DoorTrouble({ kind: 'not from here' });
  }
  const [path = '/'] = (request.url ?? '/').split('?');
  const fixed = FIXED.get(path);
  const [, verb, ticket = ''] = TICKET.exec(path) ?? [];
  if (fixed !== undefined) {
    allow(request, ['GET', 'HEAD']);
    return send(response, { status: 200, mediaType: fixed.mediaType, text: fixed.text });
  }
  if (path === '/') {
    allow(request, ['GET', 'HEAD']);
    return sendPage(response, { status: 200, page: emptyForm(door) });
  }
  if (path === '/status') {
    allow(request, ['GET', 'HEAD', 'POST']);
    return sendPage(response, isSending ? await answerStatus(door, request) : ASKING);
  }
  if (verb === 'send') {
    allow(request, ['POST']);
    return sendPage(response, await answerSending(door, request, ticket));
  }
  const sent = verb === 'sent' ? door.byTicket.get(ticket) : undefined;
  if (sent === undefined) throw new DoorTrouble({ kind: 'not found' });
  allow(request, ['GET', 'HEAD']);
  return sendPage(response, { status: 200, page: receiptPage(sent) });
}

const FIXED: ReadonlyMap<string, { readonly mediaType: string; readonly text: string }> = new Map([
  ['/look.css', { mediaType: 'text/css; charset=utf-8', text: DOOR_LOOK }],
  ['/rows.js', { mediaType: 'text/javascript; charset=utf-8', text: ROWS_SCRIPT }],
  ['/robots.txt', { mediaType: 'text/plain', text: 'User-agent: *\nDisallow: /\n' }],
]);

const ASKING: DoorAnswer = {
  status: 200,
  page: statusPage({ receipt: '', trouble: undefined, found: undefined }),
};

function allow({ method = '' }: IncomingMessage, allowed: readonly string[]): void {
  if (allowed.includes(method)) return;
  throw new DoorTrouble({ kind: 'wrong method', allowed: allowed.join(', ') });
}

function emptyForm({ asksForCode, limits }: OpenDoor): string {
  const ticket = randomBytes(18).toString('base64url');
  const troubles = new Map<string, string>();
  return formPage({ ticket, asksForCode, limits, fields: new Map(), files: [], troubles });
}

/** A status question is two short words. */
const MOST_QUESTION_BYTES = 1000;

async function answerStatus(door: OpenDoor, request: IncomingMessage): Promise<DoorAnswer> {
  const kind = request.headers['content-type'] ?? '';
  if (!/^application\/x-www-form-urlencoded(;|$)/iu.test(kind)) {
    throw new DoorTrouble({ kind: 'wrong kind' });
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of watchedBody(request, door.limits.silenceMs)) {
    length += chunk.length;
    if (length > MOST_QUESTION_BYTES) throw new DoorTrouble({ kind: 'too large' });
    chunks.push(chunk);
  }
  const asked = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
  const guesser = `status ${request.socket.remoteAddress ?? ''}`;
  const { guesses } = door.tallies;
  if (guesses.used(guesser) >= door.limits.wrongGuesses.most) {
    throw new DoorTrouble({ kind: 'too many' });
  }
  const typed = (asked.get('receipt') ?? '').slice(0, 20);
  const receipt = typedReceipt(typed);
  const phone = asked.get('phone') ?? '';
  const sending = sendingFor(door.byTicket.values(), receipt, phone);
  if (sending === undefined) {
    guesses.add(guesser, 1);
    const trouble = '没有查到。请核对收稿号和投稿时所留电话的后四位。';
    return { status: 404, page: statusPage({ receipt: typed, trouble, found: undefined }) };
  }
  const found = await standingOf(door.inboxFolder, sending);
  return { status: 200, page: statusPage({ receipt, trouble: undefined, found }) };
}

/** Answers a request with the page of a refusal; what is still coming in is not read. */
export function sendRefusal(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: DoorRefusal,
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const told = refusalOf(refusal.kind);
  if (refusal.kind === 'wrong method') response.setHeader('allow', refusal.allowed);
  if (refusal.kind === 'too many') response.setHeader('retry-after', '600');
  if (!request.complete) {
    response.setHeader('connection', 'close');
    // A browser shows the page only when it could send on for a while.
    request.resume();
    setTimeout(() => request.socket.destroy(), LINGER_MS).unref();
  }
  send(response, {
    status: told.status,
    mediaType: 'text/html; charset=utf-8',
    text: refusalPage(told),
  });
}

const LINGER_MS = 3000;

function sendPage(response: ServerResponse, answer: DoorAnswer): void {
  if ('to' in answer) response.setHeader('location', answer.to);
  send(response, {
    status: answer.status,
    mediaType: 'text/html; charset=utf-8',
    text: 'page' in answer ? answer.page : '',
  });
}

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

interface Reply {
  readonly status: number;
  readonly mediaType: string;
  readonly text: string;
}

function send(response: ServerResponse, { status, mediaType, text }: Reply): void {
  const bytes = Buffer.from(text);
  response.writeHead(status, {
    'content-type': mediaType,
    'content-length': bytes.length,
    'content-security-policy': POLICY,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    // With no-referrer a form would say that it came from nowhere, as one of a foreign page does.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cache-control': 'no-store',
  });
  response.end(bytes);
}
