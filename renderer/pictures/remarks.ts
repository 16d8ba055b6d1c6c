import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { createStore, type Store } from '#renderer/desk-state/store.ts';

/** What an editor is told about pictures and cells that did not come to where they were put. */
export interface Remarks {
  readonly lines: readonly string[];
}

const REMARKS = new WeakMap<OpenDesk, Store<Remarks>>();

/** The remarks of a desk; new ones take the place of those before. */
export function remarksOf(desk: OpenDesk): Store<Remarks> {
  const known = REMARKS.get(desk);
  if (known !== undefined) return known;
  const made = createStore<Remarks>({ lines: [] });
  REMARKS.set(desk, made);
  return made;
}
