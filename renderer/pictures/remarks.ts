import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { createStore, type Store } from '#renderer/desk-state/store.ts';

/** What an editor is told about matter that was put on the page, or did not come there. */
export interface Remarks {
  /** What went wrong; stands until it is read. */
  readonly lines: readonly string[];
  /** What went well; goes by itself. */
  readonly done: string | undefined;
}

const REMARKS = new WeakMap<OpenDesk, Store<Remarks>>();

/** The remarks of a desk; new ones take the place of those before. */
export function remarksOf(desk: OpenDesk): Store<Remarks> {
  const known = REMARKS.get(desk);
  if (known !== undefined) return known;
  const made = createStore<Remarks>({ lines: [], done: undefined });
  REMARKS.set(desk, made);
  return made;
}
