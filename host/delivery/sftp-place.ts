import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { Client, type ConnectConfig, type SFTPWrapper } from 'ssh2';
import { errorCode } from '#host/issue-folder/folder-failure.ts';
import { type DeliveryPlace, DeliveryTrouble } from './delivery-place.ts';

/** A folder of a print shop that is reached by SFTP. */
export interface SftpAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** Absolute, or from the user's own folder. */
  readonly folder: string;
  /** The key of the server as the newsroom has confirmed it, such as `SHA256:x3f…`. */
  readonly hostKey: string | undefined;
  /** File of the newsroom's own private key; a password otherwise. */
  readonly keyFile: string | undefined;
}

/** A server that says nothing for so long is given up. */
const PATIENCE_MS = 15_000;
/** What SFTP servers surely take in one packet (draft-ietf-secsh-filexfer-02, section 3). */
const PACKET_BYTES = 32 * 1024;
/** So much is asked for at once. */
const READ_BYTES = 16 * PACKET_BYTES;

/** Opens the folder; `password` is asked for where there is no key. */
export async function openSftpPlace(
  address: SftpAddress,
  password: string | undefined,
): Promise<DeliveryPlace> {
  const client = new Client();
  const seen: SeenHost = { key: undefined };
  const config = await configOf(address, password, seen);
  try {
    await connected(client, config);
    // Small packets that wait to be joined with others cost 40 ms each.
    client.setNoDelay(true);
    const sftp = await calling<SFTPWrapper>((answer) => client.sftp(answer));
    const place = new SftpPlace(client, sftp, address);
    await place.find();
    return place;
  } catch (trouble) {
    client.end();
    throw sftpTrouble(address, trouble, seen);
  }
}

/** The key of a server as OpenSSH shows it. */
export function fingerprintOf(key: Uint8Array): string {
  const digest = createHash('sha256').update(key).digest('base64');
  return `SHA256:${digest.replace(/=+$/u, '')}`;
}

interface SeenHost {
  key: string | undefined;
}

async function configOf(
  { host, port, user, hostKey, keyFile }: SftpAddress,
  password: string | undefined,
  seen: SeenHost,
): Promise<ConnectConfig> {
  const privateKey = keyFile === undefined ? undefined : await readKey(keyFile);
  return {
    host,
    port,
    username: user,
    ...(privateKey === undefined ? {} : { privateKey }),
    ...(password === undefined ? {} : { password }),
    readyTimeout: PATIENCE_MS,
    keepaliveInterval: 5000,
    keepaliveCountMax: 3,
    hostVerifier: (key: Buffer) => {
      seen.key = fingerprintOf(key);
      return seen.key === hostKey;
    },
  };
}

async function readKey(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch {
    throw new DeliveryTrouble('delivery-no-key', { path }, false);
  }
}

function connected(client: Client, config: ConnectConfig): Promise<void> {
  return new Promise((ready, failed) => {
    client.once('ready', ready);
    client.on('error', failed);
    try {
      client.connect(config);
    } catch (trouble) {
      // A private key that is none, or one with a password of its own.
      failed(trouble);
    }
  });
}

type Answer<Value> = (trouble: Error | undefined, value: Value) => void;

/** A call that answers by a function, with a limit to its time. */
function calling<Value>(call: (answer: Answer<Value>) => unknown): Promise<Value> {
  return new Promise((answered, failed) => {
    const patience = setTimeout(() => failed(new SilentServer()), PATIENCE_MS);
    call((trouble, value) => {
      clearTimeout(patience);
      if (trouble) failed(trouble);
      else answered(value);
    });
  });
}

class SilentServer extends Error {
  readonly code = 'ETIMEDOUT';
}

/** Status codes of SFTP version 3. */
const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;

class SftpPlace implements DeliveryPlace {
  private readonly client: Client;
  private readonly sftp: SFTPWrapper;
  private readonly address: SftpAddress;
  private broken: Error | undefined;

  constructor(client: Client, sftp: SFTPWrapper, address: SftpAddress) {
    this.client = client;
    this.sftp = sftp;
    this.address = address;
    client.on('error', (trouble) => {
      this.broken = trouble;
    });
  }

  /** Throws when the folder is not there. */
  async find(): Promise<void> {
    const stats = await calling<{ isDirectory(): boolean }>((answer) =>
      this.sftp.stat(this.address.folder, answer),
    );
    if (!stats.isDirectory()) {
      throw new DeliveryTrouble('delivery-no-folder', { folder: this.address.folder }, false);
    }
  }

  async size(name: string): Promise<number | undefined> {
    try {
      const stats = await calling<{ size: number }>((answer) =>
        this.sftp.stat(this.at(name), answer),
      );
      return stats.size;
    } catch (trouble) {
      if (statusOf(trouble) === NO_SUCH_FILE) return undefined;
      throw this.told(trouble);
    }
  }

  /** Packets follow each other without waiting; the server writes them in their order. */
  append(name: string, length: number, bytes: Uint8Array): Promise<void> {
    return this.within(name, length === 0 ? 'w' : 'r+', async (handle) => {
      await Promise.all(
        packets(bytes.length).map(({ from, size }) => {
          const piece = Buffer.from(bytes.subarray(from, from + size));
          return this.done((answer) =>
            this.sftp.write(handle, piece, 0, size, length + from, answer),
          );
        }),
      );
    });
  }

  async *read(name: string, length: number): AsyncIterable<Uint8Array> {
    const handle = await this.open(name, 'r');
    try {
      for (let done = 0; done < length; done += READ_BYTES) {
        const wanted = packets(Math.min(READ_BYTES, length - done));
        yield* await Promise.all(
          wanted.map(({ from, size }) => this.readAt(handle, done + from, size)),
        );
      }
    } finally {
      this.sftp.close(handle, () => undefined);
    }
  }

  /** Plain SFTP refuses a name that is taken; OpenSSH's own rename replaces it in one moment. */
  async rename(from: string, to: string): Promise<void> {
    try {
      await calling<void>((answer) =>
        this.sftp.ext_openssh_rename(this.at(from), this.at(to), (trouble) =>
          answer(trouble ?? undefined, undefined),
        ),
      );
    } catch (trouble) {
      if (!isUnsupported(trouble)) throw this.told(trouble);
      await this.plainRename(from, to);
    }
  }

  async remove(name: string): Promise<void> {
    try {
      await this.done((answer) => this.sftp.unlink(this.at(name), answer));
    } catch (trouble) {
      if (statusOf(trouble) !== NO_SUCH_FILE) throw this.told(trouble);
    }
  }

  async close(): Promise<void> {
    this.client.end();
  }

  private async plainRename(from: string, to: string): Promise<void> {
    if ((await this.size(to)) !== undefined) {
      throw new DeliveryTrouble('delivery-name-taken', { file: to }, false);
    }
    try {
      await this.done((answer) => this.sftp.rename(this.at(from), this.at(to), answer));
    } catch (trouble) {
      throw this.told(trouble);
    }
  }

  /** Shorter than wanted only where the file ends before it should. */
  private readAt(handle: Buffer, from: number, wanted: number): Promise<Uint8Array> {
    const piece = Buffer.alloc(wanted);
    return new Promise<Uint8Array>((answered, failed) => {
      const patience = setTimeout(() => failed(new SilentServer()), PATIENCE_MS);
      this.sftp.read(handle, piece, 0, wanted, from, (trouble, count) => {
        clearTimeout(patience);
        if (trouble) failed(this.told(trouble));
        else answered(piece.subarray(0, count));
      });
    });
  }

  private async within(
    name: string,
    flags: 'w' | 'r+',
    work: (handle: Buffer) => Promise<void>,
  ): Promise<void> {
    const handle = await this.open(name, flags);
    try {
      await work(handle);
    } catch (trouble) {
      throw this.told(trouble);
    } finally {
      await this.done((answer) => this.sftp.close(handle, answer)).catch(() => undefined);
    }
  }

  private async open(name: string, flags: 'r' | 'w' | 'r+'): Promise<Buffer> {
    try {
      return await calling<Buffer>((answer) => this.sftp.open(this.at(name), flags, answer));
    } catch (trouble) {
      throw this.told(trouble);
    }
  }

  private done(call: (answer: (trouble?: unknown) => void) => unknown): Promise<void> {
    return calling<void>((answer) =>
      call((trouble) => answer(trouble instanceof Error ? trouble : undefined, undefined)),
    );
  }

  private at(name: string): string {
    return posix.join(this.address.folder, name);
  }

  private told(trouble: unknown): DeliveryTrouble {
    return sftpTrouble(this.address, this.broken ?? trouble, { key: undefined });
  }
}

/** A stretch of bytes in packets. */
function packets(length: number): readonly { readonly from: number; readonly size: number }[] {
  return Array.from({ length: Math.ceil(length / PACKET_BYTES) }, (_, place) => {
    const from = place * PACKET_BYTES;
    return { from, size: Math.min(PACKET_BYTES, length - from) };
  });
}

function statusOf(trouble: unknown): number | undefined {
  const code = trouble instanceof Error && 'code' in trouble ? trouble.code : undefined;
  return typeof code === 'number' ? code : undefined;
}

function isUnsupported(trouble: unknown): boolean {
  return trouble instanceof Error && /does not support|unsupported/iu.test(trouble.message);
}

/** What went wrong, in the newsroom's terms. */
function sftpTrouble(address: SftpAddress, trouble: unknown, seen: SeenHost): DeliveryTrouble {
  if (trouble instanceof DeliveryTrouble) return trouble;
  const { host, port, user, folder, hostKey } = address;
  if (seen.key !== undefined && seen.key !== hostKey) {
    const code = hostKey === undefined ? 'delivery-host-unknown' : 'delivery-host-changed';
    return new DeliveryTrouble(code, { host, key: seen.key }, false);
  }
  switch (statusOf(trouble)) {
    case NO_SUCH_FILE:
      return new DeliveryTrouble('delivery-no-folder', { folder }, false);
    case PERMISSION_DENIED:
      return new DeliveryTrouble('delivery-not-allowed', { folder }, false);
  }
  const reason = trouble instanceof Error ? trouble.message : String(trouble);
  if (levelOf(trouble) === 'client-authentication' || /private ?key|passphrase/iu.test(reason)) {
    return new DeliveryTrouble('delivery-not-let-in', { host, user }, false);
  }
  const code = errorCode(trouble);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new DeliveryTrouble('delivery-no-such-host', { host }, true);
  }
  return new DeliveryTrouble('delivery-no-line', { host, port, reason }, true);
}

function levelOf(trouble: unknown): unknown {
  return trouble instanceof Error && 'level' in trouble ? trouble.level : undefined;
}
