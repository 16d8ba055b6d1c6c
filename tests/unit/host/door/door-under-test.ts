import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { addInvitation } from '#host/door/invitations.ts';
import { type DoorOptions, type ServedDoor, serveDoor } from '#host/door/serve-door.ts';

export const NOW = '2021-06-20T09:05:00+08:00';

/** A folder for an inbox that goes away with the test. */
export async function inboxFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'banxin-door-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens a door that is shut with the test. */
export async function openedDoor(
  folder: string,
  wish: Partial<DoorOptions> = {},
): Promise<ServedDoor> {
  const options = { inboxFolder: folder, address: '127.0.0.1', port: 0, now: () => NOW, ...wish };
  const door = await serveDoor(options);
  if (!door.ok) throw new Error(JSON.stringify(door.failure));
  onTestFinished(() => door.value.close());
  return door.value;
}

/** An address of the loopback that the door takes for one of the network, with one invitation. */
export async function networkDoor(folder: string, wish: Partial<DoorOptions> = {}) {
  const { code } = await addInvitation(folder, '雨湖高新区', NOW);
  const door = await openedDoor(folder, { address: '0.0.0.0', ...wish });
  return { door, code };
}

export const WORDS = {
  name: '毛星',
  unit: '雨湖高新区',
  phone: '13800000042',
  headline: '雨湖高新区：认识再提升 责任再压实',
  story: '本报讯（通讯员 毛星）6月15日，雨湖高新区召开安全生产工作部署会。',
  elsewhere: 'no',
};

/** A form of these words and files. */
export function formOf(
  words: Readonly<Record<string, string>>,
  files: Readonly<Record<string, readonly [name: string, bytes: Uint8Array]>> = {},
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(words)) form.set(name, value);
  for (const [slot, [name, bytes]] of Object.entries(files)) {
    form.set(slot, new Blob([new Uint8Array(bytes)]), name);
  }
  return form;
}

/** The address of a path of a door. */
function at({ port }: ServedDoor, path: string): string {
  return `http://127.0.0.1:${port}${path}`;
}

/** A ticket as a form carries it. */
export async function freshTicket(door: ServedDoor): Promise<string> {
  const page = await (await fetch(at(door, '/'))).text();
  const ticket = /action="\/send\/([\w-]{24})"/u.exec(page)?.[1];
  if (ticket === undefined) throw new Error('the form has no ticket');
  return ticket;
}

/** Sends a form and follows no redirect. */
export function sent(
  door: ServedDoor,
  ticket: string,
  body: FormData,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(at(door, `/send/${ticket}`), { method: 'POST', body, headers, redirect: 'manual' });
}

/** The receipt number that a form was given. */
export async function receiptOf(door: ServedDoor, ticket: string): Promise<string> {
  const page = await (await fetch(at(door, `/sent/${ticket}`))).text();
  return /class="number">([^<]+)</u.exec(page)?.[1] ?? '';
}

/** What the status page says to a question. */
export async function askedStatus(door: ServedDoor, receipt: string, phone: string) {
  const body = new URLSearchParams({ receipt, phone });
  const answer = await fetch(at(door, '/status'), { method: 'POST', body });
  return { status: answer.status, page: await answer.text() };
}
