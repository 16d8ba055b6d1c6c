/**
 * Where pages are delivered to: a folder that the print shop watches, on this network or behind
 * SFTP. Names are plain file names; nothing is read or written outside the one folder.
 */
export interface DeliveryPlace {
  /** Length of a file in bytes; undefined when there is none. */
  size(name: string): Promise<number | undefined>;
  /** Writes bytes at the end of a file, whose length is given; makes it when that is 0. */
  append(name: string, length: number, bytes: Uint8Array): Promise<void>;
  /** The content of a file, piece by piece, up to a length. */
  read(name: string, length: number): AsyncIterable<Uint8Array>;
  /** Gives a file another name; a file of that name is replaced in the same moment. */
  rename(from: string, to: string): Promise<void>;
  remove(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Why a place cannot be used; `isPassing` says that trying again later may help. */
export class DeliveryTrouble extends Error {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly isPassing: boolean;

  constructor(code: string, values: Readonly<Record<string, string | number>>, isPassing: boolean) {
    super(code);
    this.code = code;
    this.values = values;
    this.isPassing = isPassing;
  }
}
