import { useDesk, useDeskState } from '#renderer/desk-state/open-desk.ts';
import { useOverlay } from '#renderer/page-view/page-surface.ts';
import { fillMarked } from './paint-text.ts';
import { positionInText } from './text-spans.ts';
import { useHits } from './use-hits.ts';

/** Below the selection. */
const ORDER = 19;
const FOUND = 'rgb(245 190 40 / 0.42)';

/** Marks on the page every place that the find panel lists. */
export function FoundPlaces() {
  const desk = useDesk();
  const page = useDeskState((state) => state.page);
  const hits = useHits();
  useOverlay({
    name: 'found',
    order: ORDER,
    paint: (canvas, view) => {
      const list = desk.composing.page(page)?.list;
      if (list === undefined) return;
      const issue = desk.openIssue.issue();
      for (const { span } of hits) {
        const anchor = positionInText(issue, span.text, { offset: span.start, edge: 'leading' });
        const head = positionInText(issue, span.text, { offset: span.end, edge: 'trailing' });
        fillMarked({ canvas, view, list }, { anchor, head }, FOUND);
      }
    },
  });
  return undefined;
}
