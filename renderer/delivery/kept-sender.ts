import { keptStore } from '#renderer/desk-state/kept-store.ts';
import type { Store } from '#renderer/desk-state/store.ts';

/** Who sends pages at this machine, and where they went last. */
export interface KeptSender {
  readonly by: string;
  /** Id of a target. */
  readonly target: string;
}

let kept: Store<KeptSender> | undefined;

/** The sender of this machine. */
export function keptSender(): Store<KeptSender> {
  kept ??= keptStore('banxin delivery', { by: '', target: '' });
  return kept;
}
