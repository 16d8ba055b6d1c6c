import { networkInterfaces } from 'node:os';

/** Where a request says it comes from. */
export interface RequestHeads {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
}

/** Addresses of this machine that the door answers to when it is bound to one of them. */
export function ownNames(address: string): readonly string[] {
  if (isLoopback(address)) return [address, 'localhost'];
  if (address !== '0.0.0.0') return [address];
  return ['127.0.0.1', 'localhost', ...networkAddresses()];
}

/** The addresses that other machines of the local network reach this one by (IPv4). */
export function networkAddresses(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}

/** True for an address that only this machine itself reaches. */
export function isLoopback(address: string): boolean {
  return /^127[.]\d+[.]\d+[.]\d+$/u.test(address);
}

/**
 * True when a request was meant for this door. `Host` is checked because a foreign name may be made
 * to resolve to our address; what is sent must come from a page of ours, if the browser says
 * whence. There is no cookie and no password here that a foreign page could make use of.
 */
export function isForUs(
  heads: RequestHeads,
  hosts: readonly string[],
  isSending: boolean,
): boolean {
  if (heads.host === undefined || !hosts.includes(heads.host)) return false;
  if (!isSending) return true;
  if (heads.origin !== undefined && heads.origin !== `http://${heads.host}`) return false;
  return heads.fetchSite === undefined || /^(same-origin|none)$/u.test(heads.fetchSite);
}
