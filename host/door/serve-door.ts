import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Attempt, failed, systemFailure } from '#host/issue-folder/folder-failure.ts';
import { takeLock } from '#host/issue-folder/folder-lock.ts';
import { answerRequest, sendRefusal } from './answer-request.ts';
import { clearComing, doorFolder, makeDoorFolder } from './door-folder.ts';
import { createTallies, type DoorLimits, USUAL_LIMITS } from './door-limits.ts';
import { DoorTrouble } from './door-trouble.ts';
import type { OpenDoor } from './open-door.ts';
import { isLoopback, ownNames } from './own-address.ts';
import { openSendingsLog, sendingsIn } from './sendings-log.ts';

/** How the door is opened. */
export interface DoorOptions {
  readonly inboxFolder: string;
  /** IPv4 address to listen at; a loopback address is for this machine alone. */
  readonly address: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly limits?: Partial<DoorLimits> | undefined;
  /** ISO date and time of now. */
  readonly now: () => string;
}

/** A door that stands open. */
export interface ServedDoor {
  readonly address: string;
  readonly port: number;
  close(): Promise<void>;
}

/** All heads of a request; browsers send some two thousand bytes. */
const MOST_HEAD_BYTES = 16 * 1024;
const MOST_CONNECTIONS = 256;
const HEADS_MS = 15_000;

/**
 * Opens the correspondents' door of an inbox. It has a lock of its own, so that it may be served by
 * the desk or by a program beside it, but not by both.
 */
export async function serveDoor(options: DoorOptions): Promise<Attempt<ServedDoor>> {
  const { inboxFolder } = options;
  const folder = doorFolder(inboxFolder);
  try {
    await makeDoorFolder(inboxFolder);
    const lock = await takeLock(folder, { takeOver: false });
    if (!lock.ok) return lock;
    try {
      await clearComing(inboxFolder, Date.now());
      const log = await openSendingsLog(inboxFolder);
      const door = openDoor(options, log);
      const server = await listen(options, door);
      const close = async () => {
        await closeServer(server);
        await Promise.allSettled(door.lines.values());
        await log.close();
        await lock.value.release();
      };
      return { ok: true, value: { address: options.address, port: door.port, close } };
    } catch (error) {
      await lock.value.release();
      throw error;
    }
  } catch (error) {
    return failed(systemFailure(folder, error));
  }
}

function openDoor(options: DoorOptions, log: OpenDoor['log']): OpenDoor {
  const limits = { ...USUAL_LIMITS, ...options.limits };
  const sendings = sendingsIn(log.entries());
  return {
    inboxFolder: options.inboxFolder,
    log,
    byTicket: new Map(sendings.map((sending) => [sending.ticket, sending])),
    limits,
    tallies: createTallies(limits, () => Date.now()),
    asksForCode: !isLoopback(options.address),
    now: options.now,
    lines: new Map(),
    names: ownNames(options.address),
    port: options.port,
    coming: 0,
  };
}

async function listen({ address, port }: DoorOptions, door: OpenDoor): Promise<Server> {
  const { silenceMs, sendingMs } = door.limits;
  const server = createServer(
    {
      maxHeaderSize: MOST_HEAD_BYTES,
      headersTimeout: Math.min(HEADS_MS, sendingMs),
      requestTimeout: sendingMs,
      connectionsCheckingInterval: Math.min(1000, silenceMs),
      keepAliveTimeout: 5000,
    },
    (request, response) => void answer(door, request, response),
  );
  server.maxConnections = MOST_CONNECTIONS;
  server.on('clientError', (_, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
    else socket.destroy();
  });
  await new Promise<void>((listening, refused) => {
    server.once('error', refused);
    server.listen(port, address, listening);
  });
  door.port = (server.address() as AddressInfo).port;
  return server;
}

async function answer(
  door: OpenDoor,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await answerRequest(door, request, response);
  } catch (trouble) {
    // The browser went away; there is nobody to tell.
    if (response.destroyed || request.socket.destroyed) return;
    if (trouble instanceof DoorTrouble) return sendRefusal(request, response, trouble.refusal);
    console.error(trouble);
    sendRefusal(request, response, { kind: 'disk' });
  }
}

function closeServer(server: Server): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed());
    server.closeAllConnections();
  });
}
