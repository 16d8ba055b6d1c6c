import { join } from 'node:path';
import { makeInboxFolder, receivedPath } from '#host/inbox/inbox-folder.ts';
import { freshReceipt } from '#host/inbox/receipt-number.ts';
import { SLIP_NAME } from '#host/intake/read-sending.ts';
import type { WholeForm } from './check-form.ts';
import { comingFolder } from './door-folder.ts';
import { dropTicket, keptPath, ticketFolder } from './kept-files.ts';
import { type PackedFile, packSending } from './pack-sending.ts';
import type { Sending, SendingsLog } from './sendings-log.ts';

/** A whole form on its way into the store. */
export interface WholeSending {
  readonly ticket: string;
  readonly form: WholeForm;
  readonly invitation: string;
  readonly at: string;
}

/** Where sendings are stored, and which there are. */
export interface SendingsStore {
  readonly inboxFolder: string;
  readonly log: SendingsLog;
  /** By the ticket of their form. */
  readonly byTicket: Map<string, Sending>;
}

/**
 * Puts a sending onto the disk and answers it: first the archive, synced, then its line in the log,
 * synced. Only then does the correspondent get a number. Errors of the file system are thrown.
 */
export async function takeSending(store: SendingsStore, whole: WholeSending): Promise<Sending> {
  const { inboxFolder, log, byTicket } = store;
  const { ticket, form, invitation, at } = whole;
  const { name, unit, phone, headline } = form;
  const folder = ticketFolder(inboxFolder, ticket);
  await makeInboxFolder(inboxFolder);
  const temporary = join(comingFolder(inboxFolder), `${folder.slice(-32)}.zip`);
  const packed = await packSending(temporary, filesOf(folder, form));
  await packed.deliver(receivedPath(inboxFolder, packed.sha256));
  const numbers = new Set([...byTicket.values()].map(({ receipt }) => receipt));
  const sending: Sending = {
    kind: 'sent',
    receipt: freshReceipt((receipt) => numbers.has(receipt)),
    sha256: packed.sha256,
    name: `${headline.replaceAll(/[\\/]/gu, ' ')}.zip`,
    bytes: packed.bytes,
    sender: { name, unit, phone },
    headline,
    ticket,
    invitation,
    at,
  };
  await log.add(sending);
  byTicket.set(ticket, sending);
  await dropTicket(folder);
  return sending;
}

function filesOf(folder: string, form: WholeForm): readonly PackedFile[] {
  const { story, storyFile, pictures, name, unit, phone, headline, elsewhere } = form;
  const storyName = '正文.txt';
  const fileName = storyFile && `稿件-${storyFile.name}`;
  const named = pictures.map((picture, at) => ({
    ...picture,
    entry: `图片${at + 1}.${picture.suffix}`,
  }));
  const slip = {
    banxin: 'sending',
    version: 1,
    headline,
    sender: { name, unit, phone },
    elsewhere,
    story: story === '' ? undefined : storyName,
    file: fileName,
    pictures: named.map(({ entry, file, caption, credit }) => {
      return { entry, name: file.name, caption, credit };
    }),
  };
  const kept = (entry: string, file: { place: string; bytes: number; crc: number }) => ({
    name: entry,
    path: keptPath(folder, file),
    bytes: file.bytes,
    crc: file.crc,
  });
  return [
    { name: SLIP_NAME, content: Buffer.from(`${JSON.stringify(slip, undefined, 2)}\n`) },
    ...(story === '' ? [] : [{ name: storyName, content: Buffer.from(`${story}\n`) }]),
    ...(storyFile && fileName !== undefined ? [kept(fileName, storyFile)] : []),
    ...named.map(({ entry, file }) => kept(entry, file)),
  ];
}
