import type { IncomingMessage } from 'node:http';
import type { ByteBudget } from './byte-budget.ts';

/** The body of a request, or why there is none. */
export type BodyRead =
  | { readonly ok: true; readonly body: Buffer<ArrayBuffer>; readonly release: () => void }
  | { readonly ok: false; readonly why: 'no length' | 'too large' | 'no room' };

/** Reads a body that says how long it is, when there is room for it. Broken lines are thrown. */
export async function readBody(
  request: IncomingMessage,
  most: number,
  budget: ByteBudget,
): Promise<BodyRead> {
  const length = Number(request.headers['content-length'] ?? Number.NaN);
  if (!Number.isSafeInteger(length) || length < 0) return { ok: false, why: 'no length' };
  if (length > most) {
    await letPass(request, length, most);
    return { ok: false, why: 'too large' };
  }
  const release = await budget.take(length, request.socket.remoteAddress ?? '');
  if (release === undefined) return { ok: false, why: 'no room' };
  try {
    const body = Buffer.alloc(length);
    let at = 0;
    for await (const chunk of request) at += (chunk as Buffer).copy(body, at);
    return { ok: true, body: body.subarray(0, at), release };
  } catch (trouble) {
    release();
    throw trouble;
  }
}

/** A browser shows no answer before all is sent: what is a little too large is let through unread. */
const LET_PASS_TIMES = 4;

async function letPass(request: IncomingMessage, length: number, most: number): Promise<void> {
  if (length > most * LET_PASS_TIMES) return;
  for await (const chunk of request) void chunk;
}
