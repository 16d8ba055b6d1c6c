import { useEffect, useState, useSyncExternalStore } from 'react';
import type { DisplayList } from '#engine/display/display-list.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';

/**
 * What each page looks like, by its id, as `SignOff.look` has it: the same figure that the host
 * takes of the same page (host/delivery/page-look.ts). Undefined while a page is being composed.
 */
export function usePageLooks({
  composing,
  openIssue,
}: OpenDesk): ReadonlyMap<string, string | undefined> {
  const pages = openIssue.issue().pages.map(({ id }) => id);
  const composed = useSyncExternalStore(composing.subscribe, () =>
    JSON.stringify(pages.map((id) => [id, composing.page(id)?.round ?? -1, composing.round()])),
  );
  const [looks, setLooks] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let isWanted = true;
    const rounds = JSON.parse(composed) as readonly [string, number, number][];
    const settled = rounds.flatMap(([id, round, now]) => {
      const list = composing.page(id)?.list;
      return list === undefined || round !== now ? [] : [{ id, list }];
    });
    void Promise.all(settled.map(async ({ id, list }) => [id, await lookOf(list)] as const)).then(
      (found) => {
        if (isWanted) setLooks(new Map(found));
      },
    );
    return () => {
      isWanted = false;
    };
  }, [composing, composed]);
  return looks;
}

const known = new WeakMap<DisplayList, Promise<string>>();

function lookOf(list: DisplayList): Promise<string> {
  const look = known.get(list) ?? digestOf(list);
  known.set(list, look);
  return look;
}

async function digestOf(list: DisplayList): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(list));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
