import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { areaRect, pageGrid } from '#engine/compose/page-grid.ts';
import type { DisplayList } from '#engine/display/display-list.ts';
import type { Issue, Page } from '#engine/model/issue.ts';
import type { PlacedPage } from '#engine/page-proof/change-places.ts';
import type { EarlierState, Failure } from '#host/contract.ts';
import { type OpenDesk, templateOf, useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { createPageStock, type PageStock } from '#renderer/page-view/page-stock.ts';

/** A state to compare: one that was kept, another issue, or what lies on the desk. */
export type ComparedState = EarlierState | { readonly kind: 'now' };

/** One side of the comparison, as far as it is known. */
export type ComparedSide =
  | { readonly kind: 'coming' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'no page' }
  | { readonly kind: 'no template' }
  | ComparedPage;

/** A composed page of a state with all that it is painted and marked from. */
export interface ComparedPage extends PlacedPage {
  readonly kind: 'page';
  readonly issue: Issue;
  readonly page: Page;
  readonly stock: PageStock;
}

/** The page of that number in that state; `undefined` state: nothing to compare with. */
export function useComparedSide(state: ComparedState | undefined, number: string): ComparedSide {
  const desk = useDesk();
  const now = useIssue();
  const earlier = useEarlierIssue(state);
  const isNow = state?.kind === 'now';
  const issue = isNow ? now : earlier?.issue;
  const page = issue?.pages.find((one) => one.number === number);
  const composed = useComposedState(isNow ? undefined : issue, page);
  const { composing } = desk;
  const current = useSyncExternalStore(composing.subscribe, () =>
    isNow && page !== undefined ? composing.page(page.id)?.list : undefined,
  );
  const stock = useStock(state);
  return useMemo(() => {
    if (earlier?.failure !== undefined && !isNow)
      return { kind: 'failed', failure: earlier.failure };
    if (issue === undefined) return { kind: 'coming' };
    if (page === undefined) return { kind: 'no page' };
    const template = templateOf(desk, page);
    if (template === undefined) return { kind: 'no template' };
    const list = isNow ? current : composed;
    if (list === undefined) return { kind: 'coming' };
    const grid = pageGrid(template);
    const rectOf: PlacedPage['rectOf'] = (block) => areaRect(grid, block.area);
    return { kind: 'page', issue, page, list, stock, rectOf };
  }, [desk, earlier, isNow, issue, page, current, composed, stock]);
}

interface EarlierRead {
  readonly key: string;
  readonly issue: Issue | undefined;
  readonly failure: Failure | undefined;
}

/** The issue of a state, read once. */
function useEarlierIssue(state: ComparedState | undefined): EarlierRead | undefined {
  const { host, openIssue } = useDesk();
  const key = keyOf(state);
  const [read, setRead] = useState<EarlierRead>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says which state it is
  useEffect(() => {
    if (state === undefined || state.kind === 'now') return;
    let isWanted = true;
    host.earlierIssue({ session: openIssue.session, state }).then((answer) => {
      if (!isWanted) return;
      const { issue, failure } = answer.ok
        ? { issue: answer.value.issue, failure: undefined }
        : { issue: undefined, failure: answer.failure };
      setRead({ key, issue, failure });
    });
    return () => {
      isWanted = false;
    };
  }, [key, host, openIssue]);
  return read?.key === key ? read : undefined;
}

/** The worker answers nothing while a face is on its way. */
const ASK_AGAIN_MS = 200;

/** The page composed in the worker. */
function useComposedState(
  issue: Issue | undefined,
  page: Page | undefined,
): DisplayList | undefined {
  const { composing } = useDesk();
  const [composed, setComposed] = useState<{ page: Page; list: DisplayList | undefined }>();
  useEffect(() => {
    if (issue === undefined || page === undefined) return;
    let isWanted = true;
    const ask = async () => {
      while (isWanted) {
        const answer = await composing.ask('state', { issue, page: page.id });
        if (!isWanted) return;
        if (answer !== undefined) return setComposed({ page, list: answer.list });
        await new Promise((passed) => setTimeout(passed, ASK_AGAIN_MS));
      }
    };
    void ask();
    return () => {
      isWanted = false;
    };
  }, [composing, issue, page]);
  return composed?.page === page ? composed?.list : undefined;
}

/** Pictures of another issue lie in its own folder. */
function useStock(state: ComparedState | undefined): PageStock {
  const desk = useDesk();
  const folder = state?.kind === 'folder' ? state.folder : undefined;
  return useMemo(
    () => (folder === undefined ? desk.stock : stockOfFolder(desk, folder)),
    [desk, folder],
  );
}

function stockOfFolder({ host, openIssue }: OpenDesk, folder: string): PageStock {
  const door: typeof host = {
    ...host,
    pictureFile: (request) => host.pictureFile({ ...request, folder }),
  };
  return createPageStock(door, openIssue.session);
}

/** Names a state. */
export function keyOf(state: ComparedState | undefined): string {
  return state === undefined ? 'nothing' : JSON.stringify(state);
}
