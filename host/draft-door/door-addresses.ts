import { networkInterfaces } from 'node:os';

/** Addresses under which others reach a door that listens on this one. */
export function doorAddresses(address: string, port: number): readonly string[] {
  const hosts = /^(0\.0\.0\.0|::)$/u.test(address) ? ownHosts() : [address];
  return hosts.map((host) => `http://${host.includes(':') ? `[${host}]` : host}:${port}/`);
}

/** The IPv4 addresses of this computer in its networks. */
function ownHosts(): readonly string[] {
  const all = Object.values(networkInterfaces()).flatMap((one) => one ?? []);
  return all.flatMap(({ family, internal, address }) =>
    family === 'IPv4' && !internal ? [address] : [],
  );
}
