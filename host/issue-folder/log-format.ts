import { crc32 } from 'node:zlib';
import { SCHEMA_VERSION } from '#engine/model/issue.ts';

/*
 * issue.log, all numbers little-endian:
 *
 *     header   "BANXINLG"  format u16  schema version u16  crc32 of these 12 bytes u32
 *     record   length u32  crc32 of kind and payload u32  kind u8  payload
 *
 * Records follow each other without gaps. Kind 1 holds a Yjs update, kind 2 the sha-256 of an
 * issue.json that was written from the state so far. A new log begins with the whole document.
 */

/** The version of the record layout. */
const LOG_FORMAT = 1;

const MAGIC = 'BANXINLG';
const HEADER_BYTES = 16;
const RECORD_HEAD_BYTES = 9;
const UPDATE = 1;
const SAVED_JSON = 2;

/** What a log holds as far as it is whole. */
export interface LogContent {
  readonly updates: readonly Uint8Array[];
  /** The issue.json files written so far. */
  readonly savedJson: readonly SavedJson[];
  /** Bytes up to the end of the last whole record. */
  readonly goodBytes: number;
  /** Bytes behind them: a record that was being written when the power went, or damage. */
  readonly lostBytes: number;
}

/** An issue.json that was written from the log. */
export interface SavedJson {
  readonly sha256: string;
  /** How many updates it holds: the first so many of the log. */
  readonly updates: number;
}

/** Why a log is not read at all. */
export type LogRefusal =
  | { readonly code: 'no log' }
  | { readonly code: 'unknown version'; readonly found: string; readonly newest: number };

/** The first bytes of every log. */
export function logHeader(): Uint8Array {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(MAGIC, 'latin1');
  header.writeUInt16LE(LOG_FORMAT, 8);
  header.writeUInt16LE(SCHEMA_VERSION, 10);
  header.writeUInt32LE(crc32(header.subarray(0, 12)), 12);
  return header;
}

/** A record that holds a Yjs update. */
export function updateRecord(update: Uint8Array): Uint8Array {
  return record(UPDATE, update);
}

/** A record that notes which issue.json was written. */
export function savedJsonRecord(sha256: string): Uint8Array {
  return record(SAVED_JSON, Buffer.from(sha256, 'latin1'));
}

/** Reads a log up to the first record that is not whole. */
export function readLog(bytes: Uint8Array): LogContent | LogRefusal {
  const log = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const refusal = headerRefusal(log);
  if (refusal) return refusal;
  const updates: Uint8Array[] = [];
  const savedJson: SavedJson[] = [];
  let at = HEADER_BYTES;
  for (;;) {
    const next = recordAt(log, at);
    if (!next) break;
    if (next.kind === UPDATE) updates.push(next.payload);
    if (next.kind === SAVED_JSON) {
      savedJson.push({ sha256: next.payload.toString('latin1'), updates: updates.length });
    }
    at += RECORD_HEAD_BYTES + next.payload.length;
  }
  return { updates, savedJson, goodBytes: at, lostBytes: log.length - at };
}

function headerRefusal(log: Buffer): LogRefusal | undefined {
  const isWhole =
    log.length >= HEADER_BYTES &&
    log.toString('latin1', 0, MAGIC.length) === MAGIC &&
    log.readUInt32LE(12) === crc32(log.subarray(0, 12));
  if (!isWhole) return { code: 'no log' };
  const format = log.readUInt16LE(8);
  const schema = log.readUInt16LE(10);
  if (format !== LOG_FORMAT) {
    return { code: 'unknown version', found: `log ${format}`, newest: LOG_FORMAT };
  }
  if (schema === SCHEMA_VERSION) return undefined;
  return { code: 'unknown version', found: String(schema), newest: SCHEMA_VERSION };
}

function record(kind: number, payload: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(RECORD_HEAD_BYTES + payload.length);
  bytes.writeUInt32LE(payload.length, 0);
  bytes.writeUInt8(kind, 8);
  bytes.set(payload, RECORD_HEAD_BYTES);
  bytes.writeUInt32LE(crc32(bytes.subarray(8)), 4);
  return bytes;
}

function recordAt(log: Buffer, at: number): { kind: number; payload: Buffer } | undefined {
  if (at + RECORD_HEAD_BYTES > log.length) return undefined;
  const end = at + RECORD_HEAD_BYTES + log.readUInt32LE(at);
  if (end > log.length) return undefined;
  if (crc32(log.subarray(at + 8, end)) !== log.readUInt32LE(at + 4)) return undefined;
  return { kind: log.readUInt8(at + 8), payload: log.subarray(at + RECORD_HEAD_BYTES, end) };
}
