import { useEffect } from 'react';
import { areaRect, pageGrid } from '#engine/compose/page-grid.ts';
import { caretSegment } from '#engine/display/caret-segment.ts';
import type { PagePoint } from '#engine/display/hit-text.ts';
import { unionRect } from '#engine/units/rect.ts';
import { type OpenDesk, templateOf, useDesk } from '#renderer/desk-state/open-desk.ts';
import { usePageSurface } from '#renderer/page-view/page-surface.ts';

/** Zooms by command look at what is chosen: caret or blocks. Stands inside the page view. */
export function ZoomOnChosen() {
  const desk = useDesk();
  const surface = usePageSurface();
  useEffect(() => surface.centreZoomsOn(() => middleOfChosen(desk)), [desk, surface]);
  return undefined;
}

function middleOfChosen(desk: OpenDesk): PagePoint | undefined {
  const { selection, page: id } = desk.state.read();
  if (selection.kind === 'text') {
    const list = desk.composing.page(id)?.list;
    const caret = list && caretSegment(list, selection.text.head);
    return caret && { x: (caret.x1 + caret.x2) / 2, y: (caret.y1 + caret.y2) / 2 };
  }
  if (selection.kind === 'nothing') return undefined;
  const page = desk.openIssue.issue().pages.find((one) => one.id === id);
  const template = templateOf(desk, page);
  if (page === undefined || template === undefined) return undefined;
  const chosen: readonly string[] =
    selection.kind === 'blocks' ? selection.blocks : [selection.block];
  const [first, ...others] = page.blocks
    .filter((block) => chosen.includes(block.id))
    .map(({ area }) => areaRect(pageGrid(template), area));
  if (first === undefined) return undefined;
  const { x, y, width, height } = others.reduce(unionRect, first);
  return { x: x + width / 2, y: y + height / 2 };
}
