import { useEffect } from 'react';
import { compositionUnderlines } from '#engine/display/composition-underlines.ts';
import { useDesk, useDeskState } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { useOverlay, usePageSurface } from '#renderer/page-view/page-surface.ts';
import { underlinePlace } from './paint-marks.ts';
import { proofSessionOf } from './proof-session.ts';
import { standsStill } from './proof-steps.ts';
import { keepProofreading } from './proofreader.ts';
import { useMarks } from './use-marks.ts';

/** Below selection and found places. */
const ORDER = 18;

/** Proofreads the page that shows and underlines on it what was found. */
export function ProofLayer() {
  const desk = useDesk();
  const surface = usePageSurface();
  const { open } = useMarks();
  const isPreview = useDeskState((state) => state.look.isPreview);
  useEffect(() => keepProofreading(desk), [desk]);
  useEffect(() => {
    // The marks are what is painted: new ones ask for new paint.
    if (open.length >= 0) surface.repaintOverlay();
  }, [open, surface]);
  useChosenInView();
  useOverlay({
    name: 'proof',
    order: ORDER,
    paint: (canvas, view) => {
      const list = desk.composing.page(desk.state.read().page)?.list;
      if (list === undefined || isPreview) return;
      const issue = desk.openIssue.issue();
      for (const mark of open) {
        // Typing has moved the words, or changed them: the next reading will say.
        if (standsStill(issue, mark)) underlinePlace({ canvas, view, list }, mark.where);
      }
    },
  });
  return undefined;
}

/** Room around the first line of a chosen mark, in points: it is read with its neighbours. */
const ROOM_PT = 24;

/** The chosen mark shows whole, not only its end, where the caret is. */
function useChosenInView(): void {
  const desk = useDesk();
  const surface = usePageSurface();
  const chosen = useStore(proofSessionOf(desk.openIssue), (state) => state.chosen);
  useEffect(() => {
    const list = desk.composing.page(desk.state.read().page)?.list;
    if (chosen === undefined || list === undefined) return;
    const { text, start, end } = chosen.where;
    const [line] = compositionUnderlines(
      list,
      { text, offset: start, edge: 'leading' },
      { text, offset: end, edge: 'trailing' },
    );
    if (line === undefined) return;
    const width = Math.abs(line.x2 - line.x1) + 2 * ROOM_PT;
    const height = Math.abs(line.y2 - line.y1) + 2 * ROOM_PT;
    const [x, y] = [Math.min(line.x1, line.x2) - ROOM_PT, Math.min(line.y1, line.y2) - ROOM_PT];
    surface.scrollIntoView({ x, y, width, height });
  }, [chosen, desk, surface]);
}
