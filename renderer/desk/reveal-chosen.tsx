import { useEffect } from 'react';
import { areaRect, pageGrid } from '#engine/compose/page-grid.ts';
import { templateOf, useDesk, useDeskState, usePage } from '#renderer/desk-state/open-desk.ts';
import { usePageSurface } from '#renderer/page-view/page-surface.ts';

/** Scrolls to the block that somebody wants to see. Stands inside the page view. */
export function RevealChosen() {
  const desk = useDesk();
  const surface = usePageSurface();
  const page = usePage();
  const template = templateOf(desk, page);
  const reveal = useDeskState((state) => state.reveal);
  useEffect(() => {
    if (reveal === undefined || page?.id !== reveal.page || template === undefined) return;
    const block = page.blocks.find(({ id }) => id === reveal.block);
    if (block !== undefined) surface.scrollIntoView(areaRect(pageGrid(template), block.area));
    desk.state.change({ reveal: undefined });
  }, [desk, surface, page, template, reveal]);
  return undefined;
}
