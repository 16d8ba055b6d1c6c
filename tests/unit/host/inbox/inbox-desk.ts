import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Inbox, type IncomingDraft, openInbox } from '#host/inbox/open-inbox.ts';
import type { IntakeRooms } from '#host/intake/intake-rooms.ts';
import type { Attempt } from '#host/issue-folder/folder-failure.ts';
import { roomsHere } from './rooms-here.ts';

/** A folder that goes away with the test. */
export async function passingFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'banxin-inbox-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens an inbox on an hour of its own, closed with the test; a failure fails the test. */
export async function openedInbox(folder: string, rooms: IntakeRooms = roomsHere): Promise<Inbox> {
  let minute = 0;
  const now = () => {
    minute += 1;
    return `2021-06-20T09:${String(minute).padStart(2, '0')}:00+08:00`;
  };
  const inbox = done(await openInbox({ folder, rooms, now }));
  onTestFinished(() => inbox.close());
  return inbox;
}

/** The value of an attempt; a failure fails the test. */
function done<Value>(attempt: Attempt<Value>): Value {
  if (!attempt.ok) throw new Error(JSON.stringify(attempt.failure));
  return attempt.value;
}

/** A draft of text, as it is dropped. */
export function textDraft(text: string, more: Partial<IncomingDraft> = {}): IncomingDraft {
  return { name: '稿.txt', bytes: Buffer.from(text), origin: 'dropped', ...more };
}

/** Takes a draft in and answers its receipt number. */
export async function received(inbox: Inbox, draft: IncomingDraft): Promise<string> {
  return done(await inbox.receive(draft)).receipt;
}
