import type { Answer, Failure } from '#host/contract.ts';
import type { FolderFailure } from '#host/issue-folder/folder-failure.ts';
import { listInvitations } from './invitations.ts';
import { isLoopback, networkAddresses } from './own-address.ts';
import { type DoorOptions, type ServedDoor, serveDoor } from './serve-door.ts';

/** The address for this machine alone. */
export const OWN_MACHINE = '127.0.0.1';

/** Free on most machines, and easy to say on the telephone. */
export const USUAL_PORT = 8710;

/** Opens the door, or tells why not, in a failure that has a sentence. */
export async function openCheckedDoor(options: DoorOptions): Promise<Answer<ServedDoor>> {
  const { address, port, inboxFolder } = options;
  const own = networkAddresses();
  if (!isLoopback(address) && address !== '0.0.0.0' && !own.includes(address)) {
    const known = [OWN_MACHINE, '0.0.0.0', ...own].join('、');
    return failed({ code: 'door-address-unknown', values: { address, own: known } });
  }
  const invitations = await listInvitations(inboxFolder);
  const invites = invitations.some(({ withdrawnAt }) => withdrawnAt === undefined);
  if (!isLoopback(address) && !invites) {
    return failed({ code: 'door-needs-invitation', values: {} });
  }
  const door = await serveDoor(options);
  return door.ok ? door : failed(doorFailure(door.failure, port));
}

function failed(failure: Failure): Answer<never> {
  return { ok: false, failure };
}

function doorFailure(failure: FolderFailure, port: number): Failure {
  if (failure.code === 'open elsewhere') {
    const { pid, host } = failure.holder;
    return { code: 'door-open-elsewhere', values: { pid, computer: host } };
  }
  if (failure.code === 'system' && failure.detail.includes('EADDRINUSE')) {
    return { code: 'door-port-taken', values: { port } };
  }
  const { code, ...details } = failure;
  const values = Object.entries(details).map(([name, detail]) => [name, String(detail)] as const);
  return { code, values: Object.fromEntries(values) };
}

/** The addresses by which the door is reached, as a browser takes them. */
export function doorLinks({ address, port }: Pick<ServedDoor, 'address' | 'port'>) {
  const all = address === '0.0.0.0' ? networkAddresses() : [address];
  return all.map((one) => `http://${one}:${port}/`);
}
