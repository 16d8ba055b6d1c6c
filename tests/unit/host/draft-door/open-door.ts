import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { onTestFinished } from 'vitest';
import type { Invitation } from '#host/draft-door/invitations.ts';
import { serveDoor } from '#host/draft-door/serve-door.ts';
import type { Inbox } from '#host/inbox/open-inbox.ts';
import { openedInbox } from '#tests/unit/host/inbox/inbox-desk.ts';

/** A door that stands open for one test, with its inbox. */
export interface DoorUnderTest {
  readonly address: string;
  readonly port: number;
  readonly inbox: Inbox;
}

/** Opens a door on an inbox of its own; with invitations it stands open to the network. */
export async function openedDoor(invitations?: readonly Invitation[]): Promise<DoorUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'banxin-door-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const inbox = await openedInbox(folder);
  const door = await serveDoor({
    title: '湘潭日报·园区周刊',
    inbox,
    address: invitations === undefined ? '127.0.0.1' : '0.0.0.0',
    port: 0,
    invitations: async () => invitations ?? [],
  });
  onTestFinished(() => door.close());
  return { address: `http://127.0.0.1:${door.port}`, port: door.port, inbox };
}

/** The fields of a form in which everything is there. */
export const FILLED: Readonly<Record<string, string>> = {
  token: 'form-1',
  name: '王墨',
  unit: '湘潭经开区',
  phone: '138 0000 1234',
  headline: '天易中学进入开学倒计时',
  text: '本报讯（通讯员 王墨）日前，天易中学的建设进入收尾阶段。',
  elsewhere: 'only',
};

/** A photograph: smaller ones are taken for ornaments of a letter. */
export const PHOTOGRAPH = await sharp({
  create: { width: 400, height: 300, channels: 3, background: '#888' },
})
  .png()
  .toBuffer();

/** What a sending may have besides its words. */
export type Enclosed = Readonly<Record<string, File>>;

/** Sends a form as a browser does; the answer is not followed. */
export function sendForm(
  { address }: Pick<DoorUnderTest, 'address'>,
  words: Readonly<Record<string, string>>,
  enclosed: Enclosed = {},
): Promise<Response> {
  const body = new FormData();
  for (const [field, value] of Object.entries(words)) body.append(field, value);
  for (const [field, file] of Object.entries(enclosed)) body.append(field, file);
  return fetch(`${address}/drafts`, { method: 'POST', body, redirect: 'manual' });
}

/** The receipt number that an answer leads to; a failure fails the test. */
export function receiptIn(answer: Response): string {
  const number = new URL(answer.headers.get('location') ?? '', 'http://door').searchParams;
  const receipt = number.get('number');
  if (answer.status !== 303 || receipt === null) throw new Error(`no receipt: ${answer.status}`);
  return receipt;
}

/** Asks what became of a draft. */
export async function askedStatus(
  { address }: Pick<DoorUnderTest, 'address'>,
  receipt: string,
  digits: string,
): Promise<{ readonly status: number; readonly page: string }> {
  const body = new URLSearchParams({ receipt, digits });
  const answer = await fetch(`${address}/status`, { method: 'POST', body });
  return { status: answer.status, page: await answer.text() };
}
