import { keptStore } from '#renderer/desk-state/kept-store.ts';
import type { Store } from '#renderer/desk-state/store.ts';

/** Who reads the proofs at this machine, as the name was last typed. */
export interface KeptReader {
  readonly name: string;
}

let kept: Store<KeptReader> | undefined;

/** The proof reader of this machine. */
export function keptReader(): Store<KeptReader> {
  kept ??= keptStore('banxin proof reader', { name: '' });
  return kept;
}
