import { open } from 'node:fs/promises';

/** The open log, as far as the writer needs it; tests put a full disk in its place. */
export interface LogFile {
  /** Writes all bytes at a position. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  /** Returns when everything written is on the disk. */
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens a log that exists, for writing. */
export async function openLogFile(path: string): Promise<LogFile> {
  const handle = await open(path, 'r+');
  return {
    async write(bytes, position) {
      let done = 0;
      while (done < bytes.length) {
        const { bytesWritten } = await handle.write(
          bytes,
          done,
          bytes.length - done,
          position + done,
        );
        done += bytesWritten;
      }
    },
    sync: () => handle.sync(),
    truncate: (length) => handle.truncate(length),
    close: () => handle.close(),
  };
}

/** Appends records to a log; what it has acknowledged survives a power cut. */
export interface LogWriter {
  /** Bytes up to the end of the last acknowledged record. */
  length(): number;
  /**
   * Writes records and syncs them. When that fails (a full disk), the log is cut back to the last
   * whole record and the error thrown; the records can be handed in again.
   */
  append(records: readonly Uint8Array[]): Promise<void>;
  close(): Promise<void>;
}

/** A writer that goes on after the first `length` bytes of a log. */
export function createLogWriter(file: LogFile, length: number): LogWriter {
  let end = length;
  return {
    length: () => end,
    async append(records) {
      const bytes = Buffer.concat(records);
      try {
        await file.write(bytes, end);
        await file.sync();
      } catch (error) {
        // If cutting back fails too, the torn record is written over by the next one, and until
        // then reading stops before it.
        await file.truncate(end).catch(() => undefined);
        throw error;
      }
      end += bytes.length;
    },
    close: () => file.close(),
  };
}
