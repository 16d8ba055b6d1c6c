import type { IpcMainInvokeEvent } from 'electron';
import { ipcMain } from 'electron';
import type { Answer, Host, HostCall } from '#host/contract.ts';
import { HOST_CALLS } from '#host/contract.ts';
import { channelOf } from './channels.ts';
import { isOwnAddress } from './own-address.ts';

/**
 * Answers the calls of the host contract, and no other channel. The only file that touches ipcMain.
 * A call is answered when it comes from the main frame of our own page; anything else hears that
 * the door is closed.
 */
export function answerCalls(host: Host): void {
  for (const call of Object.keys(HOST_CALLS) as HostCall[]) {
    ipcMain.handle(channelOf(call), (event, request: unknown) =>
      answerCall(host, call, event, request),
    );
  }
}

async function answerCall(
  host: Host,
  call: HostCall,
  event: IpcMainInvokeEvent,
  request: unknown,
): Promise<Answer<unknown>> {
  if (!isFromOwnPage(event)) return refused('door-closed', call);
  if (typeof request !== 'object' || request === null) return refused('bad-request', call);
  try {
    return await (host[call] as (request: object) => Promise<Answer<unknown>>)(request);
  } catch (trouble) {
    console.error(trouble);
    return refused('our-bug', call);
  }
}

/** Frames inside our page, and pages that took its place, have no voice. */
function isFromOwnPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  if (senderFrame === null || senderFrame.parent !== null) return false;
  return isOwnAddress(senderFrame.url);
}

function refused(code: string, call: HostCall): Answer<never> {
  return { ok: false, failure: { code, values: { call } } };
}
