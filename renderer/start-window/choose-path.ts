import type { ChoosePathRequest, Host, DeskState as HostDesk } from '#host/contract.ts';

/** What a path is wanted for, and who is asked. */
export interface PathWish {
  readonly host: Host;
  readonly hostDesk: HostDesk;
  readonly purpose: ChoosePathRequest['purpose'];
  readonly startAt?: string;
}

/** What came of it; without a dialog of the system our own folder browser serves. */
export type PathChoice =
  | { readonly kind: 'chosen'; readonly path: string }
  | { readonly kind: 'put away' }
  | { readonly kind: 'no dialog' };

/** Asks in the system's own dialog where there is one. */
export async function chosenPath(wish: PathWish): Promise<PathChoice> {
  const { host, hostDesk, purpose, startAt } = wish;
  if (!hostDesk.hasDialogs) return { kind: 'no dialog' };
  const answer = await host.choosePath({ purpose, startAt });
  if (!answer.ok) return { kind: 'no dialog' };
  const { path } = answer.value;
  return path === undefined ? { kind: 'put away' } : { kind: 'chosen', path };
}
