import { z } from 'zod';
import { type JsonJournal, openJsonJournal, readJsonJournal } from '#host/journal/json-journal.ts';

const state = z.enum(['new', 'taken', 'returned', 'spiked']);
const origin = z.enum(['dropped', 'pasted', 'watched folder', 'door']);
const sender = z.object({ name: z.string(), unit: z.string(), phone: z.string() });

const RECORD = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('inbox'), version: z.literal(1) }),
  z.object({
    kind: z.literal('received'),
    receipt: z.string(),
    /** Of the bytes, which lie under this name in received/. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/u),
    name: z.string(),
    bytes: z.int().min(0),
    origin,
    sender,
    /** What the one who hands in calls it, so that it is taken once however often it is sent. */
    key: z.string(),
    at: z.string(),
  }),
  z.object({
    kind: z.literal('marked'),
    receipt: z.string(),
    state,
    reason: z.string(),
    by: z.string(),
    at: z.string(),
  }),
]);

/** A line of the log. */
export type InboxRecord = z.infer<typeof RECORD>;
/** A draft that came in. */
export type ReceivedRecord = Extract<InboxRecord, { kind: 'received' }>;
/** A decision about one. */
export type MarkedRecord = Extract<InboxRecord, { kind: 'marked' }>;

/** The log of an inbox: a journal whose first record says of which kind it is. */
export type InboxLog = JsonJournal<InboxRecord>;

/** Opens the log of an inbox, or begins one. Errors of the file system are thrown. */
export async function openInboxLog(path: string): Promise<InboxLog> {
  const log = await openJsonJournal(path, RECORD);
  if (log.entries().length === 0 && log.lostLines === 0) await log.add(BEGINNING);
  return log;
}

/** The records of an inbox that another program has open. */
export function readInboxLog(path: string): Promise<readonly InboxRecord[]> {
  return readJsonJournal(path, RECORD);
}

const BEGINNING: InboxRecord = { kind: 'inbox', version: 1 };
