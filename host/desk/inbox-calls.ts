import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { WatchedFolder } from '#engine/intake/inbox-draft.ts';
import type { Answer } from '#host/contract.ts';
import { mostBytes } from '#host/contract.ts';
import { type DoorWatch, watchDoor } from '#host/door/take-up-sendings.ts';
import { type Inbox, openInbox } from '#host/inbox/open-inbox.ts';
import { type FolderWatch, watchFolder } from '#host/inbox/watch-folder.ts';
import { readWatchSetting, writeWatchSetting } from '#host/inbox/watch-setting.ts';
import type { InboxHost } from '#host/inbox-contract.ts';
import { createIntakeRooms } from '#host/intake/intake-rooms.ts';
import type { StartIntakeRoom } from '#host/intake/start-intake-room.ts';
import { type Attempt, systemFailure } from '#host/issue-folder/folder-failure.ts';
import { screenPicture } from '#host/pictures/screen-picture.ts';
import { failed, succeeded } from './answers.ts';
import type { DeskCalls } from './desk-host.ts';
import type { DoorCalls } from './door-calls.ts';
import { earlierIssues } from './earlier-issues.ts';
import { localTime } from './press-calls.ts';
import { folderAnswer, screenFailure } from './screen-failure.ts';

/** The calls that have to do with drafts. */
export type InboxCalls = Pick<DeskCalls, Exclude<keyof InboxHost, keyof DoorCalls>>;

/** The inbox of this desk: opened when it is first asked for, shut at the end of the program. */
export interface DeskInbox {
  readonly calls: InboxCalls;
  shut(): Promise<void>;
}

/** Where the inbox is, and how its drafts are read. */
export interface DeskInboxParts {
  readonly recordsFolder: string;
  readonly startRoom: StartIntakeRoom;
}

interface OpenedInbox {
  readonly inbox: Inbox;
  readonly door: DoorWatch;
  watch: FolderWatch | undefined;
}

/** An inbox that nobody has asked for yet. */
export function createDeskInbox(parts: DeskInboxParts): DeskInbox {
  let opening: Promise<Answer<OpenedInbox>> | undefined;
  /** One that could not be opened is tried again: another desk may have gone since. */
  async function opened(): Promise<Answer<OpenedInbox>> {
    opening ??= openAll(parts);
    const answer = await opening;
    if (!answer.ok) opening = undefined;
    return answer;
  }
  async function withInbox<Value>(
    work: (open: OpenedInbox) => Promise<Answer<Value>>,
  ): Promise<Answer<Value>> {
    const open = await opened();
    return open.ok ? work(open.value) : open;
  }
  return {
    calls: callsOver(withInbox, parts),
    async shut() {
      const open = await opening;
      if (open?.ok !== true) return;
      await open.value.watch?.stop();
      await open.value.inbox.close();
    },
  };
}

async function openAll({ recordsFolder, startRoom }: DeskInboxParts): Promise<Answer<OpenedInbox>> {
  const rooms = createIntakeRooms(startRoom);
  const folder = join(recordsFolder, 'inbox');
  const inbox = await openInbox({ folder, rooms, now: () => localTime(new Date()) });
  if (!inbox.ok && inbox.failure.code === 'open elsewhere') {
    const { values } = screenFailure(inbox.failure);
    return failed({ code: 'inbox-open-elsewhere', values });
  }
  if (!inbox.ok) return folderAnswer(inbox);
  for (const issue of await earlierIssues(recordsFolder)) inbox.value.putIssue(issue);
  const watched = await readWatchSetting(recordsFolder);
  const watch = watched === undefined ? undefined : watchOver(inbox.value, watched);
  return succeeded({ inbox: inbox.value, door: watchDoor(inbox.value, folder), watch });
}

function watchOver(inbox: Inbox, folder: string): FolderWatch {
  const take = async (draft: Parameters<Inbox['receive']>[0]) => (await inbox.receive(draft)).ok;
  return watchFolder({ folder, take, mostBytes: mostBytes('submitDraft') });
}

type WithInbox = <Value>(
  work: (open: OpenedInbox) => Promise<Answer<Value>>,
) => Promise<Answer<Value>>;

function callsOver(withInbox: WithInbox, parts: DeskInboxParts): InboxCalls {
  return {
    listDrafts: (question) =>
      withInbox(async ({ inbox, door, watch }) => {
        await door.look();
        return succeeded({
          ...inbox.list(question),
          watched: watch?.state() ?? NOT_WATCHED,
          lostRecords: inbox.damagedLines,
        });
      }),
    openDraft: ({ receipt }) =>
      withInbox(async ({ inbox }) => {
        const draft = await inbox.open(receipt);
        return draft === undefined ? noSuchDraft(receipt) : succeeded(draft);
      }),
    draftPicture: ({ receipt, picture, isForScreen }) =>
      withInbox(async ({ inbox }) => {
        const found = foundDraft(receipt, await inbox.picture(receipt, picture));
        if (!found.ok) return found;
        const { file, bytes } = found.value;
        return succeeded(isForScreen ? await screenPicture(file, bytes) : bytes);
      }),
    draftFile: ({ receipt }) =>
      withInbox(async ({ inbox }) => foundDraft(receipt, await inbox.file(receipt))),
    submitDraft: (draft) =>
      withInbox(async ({ inbox }) => folderAnswer(await inbox.receive(draft))),
    markDraft: ({ receipt, ...decision }) => {
      const needsReason = decision.state === 'returned' || decision.state === 'spiked';
      if (needsReason && decision.reason.trim() === '') {
        return Promise.resolve(failed({ code: 'draft-reason-missing', values: {} }));
      }
      return withInbox(async ({ inbox }) =>
        foundDraft(receipt, await inbox.mark(receipt, decision)),
      );
    },
    watchFolder: ({ folder }) => withInbox((open) => changeWatch(open, folder, parts)),
  };
}

const NOT_WATCHED: WatchedFolder = { folder: undefined, trouble: undefined };

function noSuchDraft(receipt: string): Answer<never> {
  return failed({ code: 'no-such-draft', values: { receipt } });
}

function foundDraft<Value>(receipt: string, found: Attempt<Value> | undefined): Answer<Value> {
  return found === undefined ? noSuchDraft(receipt) : folderAnswer(found);
}

async function changeWatch(
  open: OpenedInbox,
  folder: string | undefined,
  { recordsFolder }: DeskInboxParts,
): Promise<Answer<WatchedFolder>> {
  try {
    if (folder !== undefined && !(await stat(folder)).isDirectory()) {
      return failed({ code: 'missing folder', values: { path: folder } });
    }
    await writeWatchSetting(recordsFolder, folder);
  } catch (error) {
    return failed(screenFailure(systemFailure(folder ?? recordsFolder, error)));
  }
  await open.watch?.stop();
  open.watch = folder === undefined ? undefined : watchOver(open.inbox, folder);
  await open.watch?.look();
  return succeeded(open.watch?.state() ?? NOT_WATCHED);
}
