import { z } from 'zod';
import { type JsonJournal, openJsonJournal, readJsonJournal } from '#host/journal/json-journal.ts';
import { sendingsPath } from './door-folder.ts';

const SENT = z.object({
  kind: z.literal('sent'),
  receipt: z.string(),
  /** Of the archive, which lies under this name in received/. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  name: z.string(),
  bytes: z.int().min(0),
  sender: z.object({ name: z.string(), unit: z.string(), phone: z.string() }),
  headline: z.string(),
  /** Of the form: one that is sent twice is one sending. */
  ticket: z.string(),
  /** Of the invitation; empty at a door that asks for none. */
  invitation: z.string(),
  at: z.string(),
});

const RECORD = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('door'), version: z.literal(1) }),
  SENT,
]);

/** A draft that came in at the door. */
export type Sending = z.infer<typeof SENT>;

/** The log of the door, open for writing. */
export type SendingsLog = JsonJournal<z.infer<typeof RECORD>>;

/** Opens the log of the door, or begins one. Errors of the file system are thrown. */
export async function openSendingsLog(inboxFolder: string): Promise<SendingsLog> {
  const log = await openJsonJournal(sendingsPath(inboxFolder), RECORD);
  if (log.entries().length === 0) await log.add({ kind: 'door', version: 1 });
  return log;
}

/** The sendings of a log that another program may be writing to. */
export async function readSendings(inboxFolder: string): Promise<readonly Sending[]> {
  return sendingsIn(await readJsonJournal(sendingsPath(inboxFolder), RECORD));
}

/** The sendings among the records. */
export function sendingsIn(records: readonly z.infer<typeof RECORD>[]): readonly Sending[] {
  return records.filter((record) => record.kind === 'sent');
}
