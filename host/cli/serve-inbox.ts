import { join } from 'node:path';
import { localTime } from '#host/desk/press-calls.ts';
import { screenFailure } from '#host/desk/screen-failure.ts';
import { doorAddresses } from '#host/draft-door/door-addresses.ts';
import { readInvitations } from '#host/draft-door/invitations.ts';
import { isOwnAddress, type OpenDoor, serveDoor } from '#host/draft-door/serve-door.ts';
import { type Inbox, openInbox } from '#host/inbox/open-inbox.ts';
import { createIntakeRooms } from '#host/intake/intake-rooms.ts';
import { startIntakeRoom } from '#host/intake/start-intake-room.ts';
import { errorCode } from '#host/issue-folder/folder-failure.ts';
import { recordsFolder } from '#host/user-folders.ts';
import type { ExitCode } from './exit-codes.ts';
import { EXIT } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** What `banxin inbox serve` was asked for. */
export interface ServeRequest {
  readonly port: number;
  readonly address: string;
  readonly title: string;
}

/** Opens the correspondents' door on this user's inbox, until the program is told to end. */
export async function serveInbox(request: ServeRequest, terminal: Terminal): Promise<ExitCode> {
  const records = recordsFolder();
  const isOpenToNetwork = !isOwnAddress(request.address);
  if (isOpenToNetwork && (await readInvitations(records)).length === 0) {
    terminal.complain('door-needs-invitation', { address: request.address });
    return EXIT.usage;
  }
  const inbox = await openInbox({
    folder: join(records, 'inbox'),
    rooms: createIntakeRooms(startIntakeRoom),
    now: () => localTime(new Date()),
  });
  if (!inbox.ok) {
    const { code, values } = screenFailure(inbox.failure);
    const isOpen = inbox.failure.code === 'open elsewhere';
    terminal.complain(isOpen ? 'inbox-open-elsewhere' : code, values);
    return EXIT.output;
  }
  try {
    return await serve(request, inbox.value, terminal);
  } finally {
    await inbox.value.close();
  }
}

async function serve(
  { port, address, title }: ServeRequest,
  inbox: Inbox,
  terminal: Terminal,
): Promise<ExitCode> {
  const invitations = () => readInvitations(recordsFolder());
  const end = toldToEnd();
  let door: OpenDoor;
  try {
    door = await serveDoor({ title, inbox, address, port, invitations });
  } catch (trouble) {
    const reason = errorCode(trouble) ?? String(trouble);
    terminal.complain('door-not-opened', { address, port, reason });
    return EXIT.output;
  }
  for (const one of doorAddresses(address, door.port)) await terminal.print(`${one}\n`);
  terminal.say(isOwnAddress(address) ? 'door-open-here' : 'door-open', {});
  await end;
  await door.close();
  return EXIT.done;
}

function toldToEnd(): Promise<void> {
  return new Promise((ended) => {
    process.once('SIGINT', () => ended());
    process.once('SIGTERM', () => ended());
  });
}
