import { useEffect } from 'react';
import { useDesk, useDeskState } from '#renderer/desk-state/open-desk.ts';
import { useOverlay, usePageSurface } from '#renderer/page-view/page-surface.ts';
import { underlinePlace } from './paint-marks.ts';
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
