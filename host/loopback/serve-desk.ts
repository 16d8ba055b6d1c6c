import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer, Failure, Host, HostCall } from '#host/contract.ts';
import { HOST_CALLS, isHostCall, mostBytes } from '#host/contract.ts';
import { CONTENT_POLICY } from '#host/screen/content-policy.ts';
import { readScreenFile } from '#host/screen/screen-files.ts';
import { readEnvelope, readValues } from './envelope.ts';
import { isOwnRequest } from './own-request.ts';
import { carriesToken, freshToken } from './token.ts';

/** What the loopback desk serves. */
export interface LoopbackOptions {
  readonly host: Host;
  /** Folder of the built screen, with index.html. */
  readonly screenFolder: string;
}

/** A running loopback desk. */
export interface LoopbackDesk {
  /** Address for the browser; the secret stands behind `#`, which browsers do not send. */
  readonly address: string;
  close(): Promise<void>;
}

/** Values of requests are small; a larger body is not ours. */
const LARGEST_VALUES_BYTES = 1_000_000;

/**
 * The screen may be silent for long while an editor reads. A connection that is kept spares it the
 * moment in which an idle one is closed here while a request is on its way.
 */
const KEEP_ALIVE_MS = 600_000;

/**
 * Serves the screen and the host contract on 127.0.0.1, on a free port, behind a fresh token.
 * Requests are JSON, or an envelope where they carry bytes; answers are JSON or plain bytes.
 */
export async function serveDesk(options: LoopbackOptions): Promise<LoopbackDesk> {
  const token = freshToken();
  const server = createServer((request, response) => {
    const desk = { ...options, token, port: portOf(server) };
    answerRequest(desk, request, response).catch((trouble: unknown) => {
      console.error(trouble);
      sendText(response, 500, 'broken');
    });
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', listening);
  });
  return {
    address: `http://127.0.0.1:${portOf(server)}/#${token}`,
    close: () => closeServer(server),
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed());
    server.closeAllConnections();
  });
}

interface RunningDesk extends LoopbackOptions {
  readonly token: string;
  readonly port: number;
}

async function answerRequest(
  desk: RunningDesk,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { host, origin } = request.headers;
  const fetchSite = request.headers['sec-fetch-site']?.toString();
  if (!isOwnRequest({ host, origin, fetchSite }, desk.port)) {
    return sendText(response, 403, 'not from here');
  }
  const path = new URL(request.url ?? '/', 'http://desk').pathname;
  if (request.method === 'GET') return sendScreenFile(desk, path, response);
  const call = path.replace(/^\/call\//, '');
  if (request.method !== 'POST' || !path.startsWith('/call/') || !isHostCall(call)) {
    return sendText(response, 404, 'no such call');
  }
  if (!carriesToken(request.headers.authorization, desk.token)) {
    return sendText(response, 401, 'no token');
  }
  const body = await readBody(request, largestBody(call));
  if (body === undefined) return sendText(response, 413, 'too long');
  return sendAnswer(response, call, await callHost(desk.host, call, body));
}

async function sendScreenFile(
  desk: RunningDesk,
  path: string,
  response: ServerResponse,
): Promise<void> {
  const file = await readScreenFile(desk.screenFolder, path);
  if (file === undefined) return sendText(response, 404, 'no such file');
  send(response, { status: 200, mediaType: file.mediaType, bytes: file.bytes });
}

function largestBody(call: HostCall): number {
  const bytes = HOST_CALLS[call].request === 'bytes' ? mostBytes(call) : 0;
  return LARGEST_VALUES_BYTES + bytes;
}

async function readBody(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > most) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length > most) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

async function callHost(host: Host, call: HostCall, body: Buffer): Promise<Answer<unknown>> {
  const hasBytes = HOST_CALLS[call].request === 'bytes';
  const request = hasBytes ? readEnvelope(body) : readValues(body);
  if (request === undefined) return { ok: false, failure: badRequest(call) };
  // The host checks what it is asked; the door only promises a plain object.
  return (host[call] as (request: object) => Promise<Answer<unknown>>)(request);
}

function badRequest(call: HostCall): Failure {
  return { code: 'bad-request', values: { call } };
}

function sendAnswer(response: ServerResponse, call: HostCall, answer: Answer<unknown>): void {
  if (answer.ok && HOST_CALLS[call].answer === 'bytes') {
    const bytes = answer.value as Uint8Array;
    send(response, { status: 200, mediaType: 'application/octet-stream', bytes });
  } else {
    const bytes = Buffer.from(JSON.stringify(answer));
    send(response, { status: 200, mediaType: 'application/json', bytes });
  }
}

function sendText(response: ServerResponse, status: number, text: string): void {
  send(response, { status, mediaType: 'text/plain; charset=utf-8', bytes: Buffer.from(text) });
}

interface Reply {
  readonly status: number;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

function send(response: ServerResponse, { status, mediaType, bytes }: Reply): void {
  response.writeHead(status, {
    'content-type': mediaType,
    'content-length': bytes.length,
    'content-security-policy': CONTENT_POLICY,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(bytes);
}
