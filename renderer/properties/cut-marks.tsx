import { useDesk, useDeskState } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { useOverlay } from '#renderer/page-view/page-surface.ts';
import { fillMarked } from '#renderer/story-editor/paint-text.ts';
import { fitMarksOf } from './fit-session.ts';

/** Below the selection of the text. */
const ORDER = 18;
const CUT = 'rgb(224 160 46 / 0.28)';
const CURRENT = 'rgb(196 38 29 / 0.34)';

/** Marks on the page the sentences that might go. Stands inside the page view. */
export function CutMarks() {
  const desk = useDesk();
  const page = useDeskState((state) => state.page);
  const { cuts, current } = useStore(fitMarksOf(desk.openIssue), (marks) => marks);
  useOverlay({
    name: 'cuts',
    order: ORDER,
    paint: (canvas, view) => {
      const list = desk.composing.page(page)?.list;
      if (list === undefined) return;
      for (const cut of cuts) {
        const text = `article:${cut.article}/story:${cut.paragraph}`;
        const anchor = { text, offset: cut.start, edge: 'leading' } as const;
        const head = { text, offset: cut.end, edge: 'trailing' } as const;
        fillMarked({ canvas, view, list }, { anchor, head }, cut === current ? CURRENT : CUT);
      }
    },
  });
  return undefined;
}
