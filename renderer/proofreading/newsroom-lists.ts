import { readTitleList, readWordList } from '#engine/proofreading/newsroom-lists.ts';
import type { NewsroomLists } from '#engine/proofreading/proof-book.ts';
import { keptStore } from '#renderer/desk-state/kept-store.ts';
import type { Store } from '#renderer/desk-state/store.ts';

/** The newsroom's lists as they were loaded, kept on this machine; empty for none. */
export interface KeptLists {
  readonly words: string;
  readonly titles: string;
}

/** Which of the lists. */
export type ListName = keyof KeptLists;

let kept: Store<KeptLists> | undefined;

/** The lists of this machine. */
export function keptLists(): Store<KeptLists> {
  kept ??= keptStore('banxin proof lists', { words: '', titles: '' });
  return kept;
}

/** The lists as proofreading takes them; lines that cannot be read were reported on loading. */
export function listsNow(): NewsroomLists {
  const { words, titles } = keptLists().read();
  return { words: readWordList(words).entries, titles: readTitleList(titles).entries };
}
