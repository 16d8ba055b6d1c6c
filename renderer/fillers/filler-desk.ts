import type { HouseFiller } from '#engine/model/house-filler.ts';
import type { Answer, Failure, FillerStock } from '#host/contract.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { createStore, type Store } from '#renderer/desk-state/store.ts';

/** What the panel of fillers knows, as long as the issue is open. */
export interface FillerDesk {
  /** Undefined until the host has answered. */
  readonly stock: FillerStock | undefined;
  readonly failure: Failure | undefined;
  /** Name of the hole that somebody wants to close; see `holeKey`. */
  readonly hole: string | undefined;
  /** Counts up with every wish to close it by keyboard: the first filler is to be focused. */
  readonly wishes: number;
}

const DESKS = new WeakMap<OpenDesk, Store<FillerDesk>>();

/** The fillers of a desk. */
export function fillerDeskOf(desk: OpenDesk): Store<FillerDesk> {
  const known = DESKS.get(desk);
  if (known !== undefined) return known;
  const made = createStore<FillerDesk>({
    stock: undefined,
    failure: undefined,
    hole: undefined,
    wishes: 0,
  });
  DESKS.set(desk, made);
  return made;
}

/** Asks the host what there is, unless it is known; answers the fillers. */
export async function loadStock(desk: OpenDesk): Promise<readonly HouseFiller[]> {
  const store = fillerDeskOf(desk);
  if (store.read().stock === undefined) takeStock(desk, await desk.host.listFillers({}));
  return (store.read().stock?.fillers ?? []).map(({ filler }) => filler);
}

/** Remembers what the host answered; a failure leaves the stock as it was known. */
export function takeStock(desk: OpenDesk, answer: Answer<FillerStock>): boolean {
  const store = fillerDeskOf(desk);
  if (answer.ok) store.change({ stock: answer.value, failure: undefined });
  else store.change({ failure: answer.failure });
  return answer.ok;
}
