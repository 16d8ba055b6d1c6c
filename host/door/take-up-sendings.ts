import { stat } from 'node:fs/promises';
import type { Inbox } from '#host/inbox/open-inbox.ts';
import { sendingsPath } from './door-folder.ts';
import { readSendings } from './sendings-log.ts';

/** Looks at the door for drafts that have come in. */
export interface DoorWatch {
  /** Takes up what is new; the door may be served by this program or by another one. */
  look(): Promise<void>;
}

/** Takes up into an open inbox what has come in at its door. Reads the door and changes nothing. */
export function watchDoor(inbox: Inbox, inboxFolder: string): DoorWatch {
  let seenBytes = -1;
  let line: Promise<void> = Promise.resolve();
  async function lookOnce(): Promise<void> {
    const found = await stat(sendingsPath(inboxFolder)).catch(() => undefined);
    if (found === undefined || found.size === seenBytes) return;
    let areAllTaken = true;
    for (const { receipt, sha256, name, bytes, sender, ticket, at } of await readSendings(
      inboxFolder,
    )) {
      const key = `door ${ticket}`;
      const draft = { receipt, sha256, name, bytes, origin: 'door' as const, sender, key, at };
      areAllTaken = (await inbox.takeUp(draft)).ok && areAllTaken;
    }
    // What could not be taken up, on a full disk, is looked for again.
    if (areAllTaken) seenBytes = found.size;
  }
  return {
    look() {
      line = line.then(lookOnce).catch((trouble: unknown) => {
        console.error(trouble);
      });
      return line;
    },
  };
}
