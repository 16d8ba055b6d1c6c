import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Inbox } from '#host/inbox/open-inbox.ts';
import { refusalPage } from './answer-pages.ts';
import { createByteBudget } from './byte-budget.ts';
import { DOOR_STYLE } from './door-style.ts';
import { createDoorWatch } from './door-watch.ts';
import type { Invitation } from './invitations.ts';
import type { DoorRoom, Reply } from './take-sending.ts';
import { showForm, showReceipt, takeSending } from './take-sending.ts';
import { askStatus, showStatus } from './tell-status.ts';

/** What the door opens on. */
export interface DoorOptions {
  /** What drafts are sent to, such as 湘潭日报·园区周刊. */
  readonly title: string;
  readonly inbox: Pick<Inbox, 'receive' | 'open'>;
  /** An address of this computer; 127.0.0.1 is reached from here alone. */
  readonly address: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Asked anew for every sending, so that a new one counts at once. */
  readonly invitations: () => Promise<readonly Invitation[]>;
}

/** A door that stands open. */
export interface OpenDoor {
  readonly port: number;
  close(): Promise<void>;
}

/** True for an address that only this computer reaches. */
export function isOwnAddress(address: string): boolean {
  return /^(127\.|::1$|::ffff:127\.|localhost$)/u.test(address);
}

const MEGABYTE = 1024 * 1024;
/** All sendings on their way share it; the machine has the page to compose meanwhile. */
const BUDGET = { bytes: 256 * MEGABYTE, bytesEach: 96 * MEGABYTE, waitMs: 60_000 };

/** A photograph over a poor line takes minutes; a line without a word for so long is dead. */
const WHOLE_REQUEST_MS = 600_000;
const SILENT_MS = 30_000;
const HEADERS_MS = 20_000;
const MOST_CONNECTIONS = 400;

/** Opens the correspondents' door (投稿门). Errors of the network are thrown. */
export async function serveDoor(options: DoorOptions): Promise<OpenDoor> {
  const room: DoorRoom = {
    title: options.title,
    inbox: options.inbox,
    invitations: options.invitations,
    asksForCode: !isOwnAddress(options.address),
    watch: createDoorWatch(() => performance.now()),
    budget: createByteBudget(BUDGET),
  };
  const server = createServer(
    { requestTimeout: WHOLE_REQUEST_MS, headersTimeout: HEADERS_MS },
    (request, response) => {
      answer(room, request)
        .catch((trouble: unknown) => {
          console.error(trouble);
          return refused(room, 500, '出错了', '编辑部的电脑出了错，没有收到。请打电话说一声。');
        })
        .then((reply) => send(response, reply));
    },
  );
  server.maxConnections = MOST_CONNECTIONS;
  server.setTimeout(SILENT_MS);
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(options.port, options.address, listening);
  });
  return { port: (server.address() as AddressInfo).port, close: () => closeServer(server) };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed());
    server.closeIdleConnections();
    // Who is sending gets a moment to finish.
    setTimeout(() => server.closeAllConnections(), LAST_MOMENT_MS).unref();
  });
}

const LAST_MOMENT_MS = 3000;

async function answer(room: DoorRoom, request: IncomingMessage): Promise<Reply> {
  if (!isFromHere(room, request)) {
    return refused(room, 403, '没有收', '这个请求不是从投稿页面发出的。请从投稿页面投稿。');
  }
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://door');
  switch (`${request.method} ${pathname}`) {
    case 'GET /':
      return showForm(room);
    case 'POST /drafts':
      return takeSending(room, request);
    case 'GET /receipt':
      return showReceipt(room, searchParams.get('number') ?? '');
    case 'GET /status':
      return showStatus(room);
    case 'POST /status':
      return askStatus(room, request);
    case 'GET /door.css':
      return { status: 200, mediaType: 'text/css; charset=utf-8', body: DOOR_STYLE };
    default:
      return KNOWN_PATHS.has(pathname)
        ? refused(room, 405, '不能这样用', '请回到投稿页面。')
        : refused(room, 404, '没有这一页', '请回到投稿页面。');
  }
}

const KNOWN_PATHS = new Set(['/', '/drafts', '/receipt', '/status', '/door.css']);

/**
 * Pages of others may not send with the browser of somebody who is let in. On this computer alone
 * the name is checked as well, for one that was made to lead here (DNS rebinding).
 */
function isFromHere({ asksForCode }: DoorRoom, { headers }: IncomingMessage): boolean {
  const { host = '', origin } = headers;
  const site = headers['sec-fetch-site']?.toString() ?? 'none';
  if (!asksForCode && !/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/u.test(host)) return false;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  return /^(same-origin|none)$/u.test(site) || headers['sec-fetch-mode'] === 'navigate';
}

function refused(head: DoorRoom, status: number, heading: string, said: string): Reply {
  return { status, body: refusalPage(head, heading, said) };
}

const POLICY =
  "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; " +
  "frame-ancestors 'none'";

function send(response: ServerResponse, reply: Reply): void {
  if (response.headersSent || response.destroyed) return;
  const { status, mediaType = 'text/html; charset=utf-8', headers = {} } = reply;
  const body = Buffer.from(reply.body);
  response.writeHead(status, {
    'content-type': mediaType,
    'content-length': body.length,
    'content-security-policy': POLICY,
    'cross-origin-resource-policy': 'same-origin',
    // Not `no-referrer`: with that, browsers do not say where a form was sent from.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(body);
}
