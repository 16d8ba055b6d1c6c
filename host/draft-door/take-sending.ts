import { randomBytes } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { screenFailure } from '#host/desk/screen-failure.ts';
import { CODE, readCode } from '#host/inbox/fresh-code.ts';
import type { Inbox } from '#host/inbox/open-inbox.ts';
import { sha256 } from '#host/issue-folder/assets.ts';
import { receiptPage, refusalPage } from './answer-pages.ts';
import type { ByteBudget } from './byte-budget.ts';
import { type CheckedForm, checkForm, type FormFault } from './check-form.ts';
import { DOOR_LIMITS, type DoorForm, emptyForm, readForm } from './door-form.ts';
import type { DoorWatch } from './door-watch.ts';
import { formPage } from './form-page.ts';
import type { Invitation } from './invitations.ts';
import { readBody } from './read-body.ts';
import { writeMail } from './write-mail.ts';

/** What the door works with. */
export interface DoorRoom {
  readonly title: string;
  readonly inbox: Pick<Inbox, 'receive' | 'open'>;
  readonly invitations: () => Promise<readonly Invitation[]>;
  /** True where the door stands open to the network. */
  readonly asksForCode: boolean;
  readonly watch: DoorWatch;
  readonly budget: ByteBudget;
}

/** An answer of the door; a page where nothing else is said. */
export interface Reply {
  readonly status: number;
  readonly body: string;
  readonly mediaType?: string;
  readonly headers?: OutgoingHttpHeaders;
}

/** The form, with a fresh name for what will be sent with it. */
export function showForm(room: DoorRoom): Reply {
  return formReply(room, emptyForm(freshToken()), []);
}

/** The page with a receipt number; it asks nothing, so that it tells nothing of other drafts. */
export function showReceipt(room: DoorRoom, typed: string): Reply {
  const receipt = readCode(typed);
  if (CODE.test(receipt)) return { status: 200, body: receiptPage(room, receipt) };
  return { status: 404, body: refusalPage(room, '没有这一页', '请回到投稿页面。') };
}

/** Takes a form in: answers with a receipt number when the draft lies on the disk. */
export async function takeSending(room: DoorRoom, request: IncomingMessage): Promise<Reply> {
  const read = await readBody(request, DOOR_LIMITS.sendingBytes, room.budget);
  if (!read.ok) return bodyRefused(room, read.why);
  try {
    const form = await readForm(read.body, request.headers['content-type'] ?? '');
    if (form === undefined) {
      return {
        status: 400,
        body: refusalPage(room, '没有收到', '发来的不是投稿表。请从投稿页面投稿。'),
      };
    }
    return await takeForm(room, form, request.socket.remoteAddress ?? '');
  } finally {
    read.release();
  }
}

function bodyRefused(room: DoorRoom, why: 'no length' | 'too large' | 'no room'): Reply {
  const megabytes = DOOR_LIMITS.sendingBytes / 1024 / 1024;
  const back = '请退回上一页，填的内容都还在。';
  const close = { headers: { connection: 'close' } };
  switch (why) {
    case 'no length':
      return { status: 411, body: refusalPage(room, '没有收到', '请从投稿页面投稿。'), ...close };
    case 'too large': {
      const said = `文字、文件和图片合起来超过 ${megabytes} MB，没有收。${back}把图片分几次发。`;
      return { status: 413, body: refusalPage(room, '太大了', said), ...close };
    }
    case 'no room': {
      const said = `正在投稿的人多，没有收到。${back}过一分钟再发。`;
      const headers = { 'retry-after': '60', connection: 'close' };
      return { status: 503, body: refusalPage(room, '请稍候', said), headers };
    }
  }
}

async function takeForm(room: DoorRoom, form: DoorForm, address: string): Promise<Reply> {
  const entry = await letIn(room, form, address);
  if (!entry.ok) return formReply(room, form, [entry.fault]);
  const check = checkForm(form, entry.unit);
  if (!check.ok) return formReply(room, form, check.faults);
  entry.note();
  return keep(room, form, check.checked);
}

/** Whether the sender may send now, and for which unit; a sending is noted once it is whole. */
type Entry =
  | { readonly ok: true; readonly unit: string | undefined; readonly note: () => void }
  | { readonly ok: false; readonly fault: FormFault };

async function letIn(room: DoorRoom, { words }: DoorForm, address: string): Promise<Entry> {
  const { watch } = room;
  // On this computer everybody has the same address, and nobody is a stranger.
  if (!room.asksForCode) return { ok: true, unit: undefined, note: () => undefined };
  const guesses = watch.waitSeconds('guess', address);
  if (guesses > 0) return tooMany(guesses);
  const code = readCode(words.code);
  const invitation = (await room.invitations()).find((one) => one.code === code);
  if (invitation === undefined) {
    watch.note('guess', address);
    return { ok: false, fault: { field: 'code', code: 'door-code', values: {} } };
  }
  const wait = Math.max(
    watch.waitSeconds('address', address),
    watch.waitSeconds('invitation', invitation.code),
  );
  if (wait > 0) return tooMany(wait);
  const note = () => {
    watch.note('address', address);
    watch.note('invitation', invitation.code);
  };
  return { ok: true, unit: invitation.unit, note };
}

function tooMany(seconds: number): Entry {
  const values = { minutes: Math.ceil(seconds / 60) };
  return { ok: false, fault: { field: 'form', code: 'door-wait', values } };
}

/** The same form sent again is the same draft; with other words in it, or unnamed, another. */
async function keep(room: DoorRoom, form: DoorForm, checked: CheckedForm): Promise<Reply> {
  const bytes = writeMail(checked);
  const { token } = form.words;
  const key = token === '' ? undefined : `door ${token} ${sha256(bytes)}`;
  const name = `${fileWords(checked.headline)}.eml`;
  const { sender } = checked;
  const taken = await room.inbox.receive({ name, bytes, origin: 'door', sender, key });
  if (taken.ok) {
    const location = `/receipt?number=${taken.value.receipt}`;
    return { status: 303, body: '', headers: { location } };
  }
  const { code } = screenFailure(taken.failure);
  const fault = { field: 'form', code: 'door-disk', values: { reason: code } };
  return formReply(room, form, [fault]);
}

const MOST_NAME = 40;

function fileWords(headline: string): string {
  const safe = headline.replaceAll(/[\p{C}\\/:*?"<>|]/gu, ' ').trim();
  return Array.from(safe).slice(0, MOST_NAME).join('') || '来稿';
}

function formReply(room: DoorRoom, form: DoorForm, faults: readonly FormFault[]): Reply {
  const isWait = faults.some(({ code }) => code === 'door-wait');
  const status = faults.length === 0 ? 200 : isWait ? 429 : 422;
  return { status, body: formPage({ ...room, form, faults }) };
}

function freshToken(): string {
  return randomBytes(18).toString('base64url');
}
