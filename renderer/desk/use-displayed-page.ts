import { useEffect, useState } from 'react';
import type { DisplayedPage, Failure, Host } from '#host/contract.ts';
import type { PageStock } from '#renderer/page-view/page-stock.ts';

/** A page on its way to the screen. */
export interface PageState {
  readonly page: DisplayedPage | undefined;
  readonly failures: readonly Failure[];
  /** Fonts or pictures are still on their way. */
  readonly isArriving: boolean;
  /** Counts up when fonts or pictures have arrived. */
  readonly stockRound: number;
}

const NOTHING_YET: PageState = { page: undefined, failures: [], isArriving: true, stockRound: 0 };

/** Composes a page, then fetches its fonts and pictures. */
export function useDisplayedPage(host: Host, stock: PageStock, pageIndex: number): PageState {
  const [state, setState] = useState(NOTHING_YET);
  useEffect(() => {
    let isWanted = true;
    const show = (change: Partial<PageState>) => {
      if (isWanted) setState((now) => ({ ...now, ...change, stockRound: now.stockRound + 1 }));
    };
    const load = async () => {
      const answer = await host.composePage({ page: pageIndex });
      if (!answer.ok) return show({ page: undefined, failures: [answer.failure] });
      show({ page: answer.value, failures: [], isArriving: true });
      show({ failures: await stock.fetchFor(answer.value.list), isArriving: false });
    };
    load();
    return () => {
      isWanted = false;
    };
  }, [host, stock, pageIndex]);
  return state;
}
