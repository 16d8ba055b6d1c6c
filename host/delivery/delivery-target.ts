import type { DeliveryPlace } from './delivery-place.ts';
import { openHotFolder } from './hot-folder.ts';
import { openSftpPlace, type SftpAddress } from './sftp-place.ts';

/** Where pages are delivered to. */
export type DeliveryTarget =
  | { readonly kind: 'hot folder'; readonly folder: string }
  | ({ readonly kind: 'sftp' } & SftpAddress);

const SSH_PORT = 22;
const SFTP = /^sftp:\/\/([^@/\s]+)@([^:/\s]+)(?::(\d{1,5}))?(\/\S*)$/u;

/** Reads `sftp://user@host:port/folder`, or else the path of a folder. */
export function readTarget(
  words: string,
  keys: Pick<SftpAddress, 'hostKey' | 'keyFile'>,
): DeliveryTarget {
  const found = SFTP.exec(words);
  if (found === null) return { kind: 'hot folder', folder: words };
  const [, user = '', host = '', port, folder = '/'] = found;
  return { kind: 'sftp', user, host, port: port ? Number(port) : SSH_PORT, folder, ...keys };
}

/** The name of a target in the log; keys are none of it, so that a new key changes nothing. */
export function targetName(target: DeliveryTarget): string {
  if (target.kind === 'hot folder') return target.folder;
  const { user, host, port, folder } = target;
  return `sftp://${user}@${host}${port === SSH_PORT ? '' : `:${port}`}${folder}`;
}

/** Opens the place, with a password where there is no key; throws a `DeliveryTrouble`. */
export function openTarget(
  target: DeliveryTarget,
  password: string | undefined,
): Promise<DeliveryPlace> {
  return target.kind === 'hot folder'
    ? openHotFolder(target.folder)
    : openSftpPlace(target, password);
}
