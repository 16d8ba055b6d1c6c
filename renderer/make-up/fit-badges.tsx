import type { Page } from '#engine/model/issue.ts';
import { useDesk, useShownPage } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { usePageSurface } from '#renderer/page-view/page-surface.ts';
import { windowPointAt } from '#renderer/page-view/viewport.ts';
import { makeUpStrings } from '#renderer/strings/make-up-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { type PageGeometry, rectOf } from './page-geometry.ts';

/** The page whose blocks are badged. */
export interface FitBadgesProps {
  readonly page: Page;
  readonly geometry: PageGeometry;
}

/** Smaller than this, badges would hide what they speak of. */
const SMALLEST_ZOOM = 0.35;

/** On every block whose story does not come out: lines over, or lines short. */
export function FitBadges({ page, geometry }: FitBadgesProps) {
  const desk = useDesk();
  const words = useWords(makeUpStrings);
  const fits = useShownPage()?.fits ?? {};
  const view = useStore(usePageSurface().viewport, (viewport) => viewport);
  if (view.zoom < SMALLEST_ZOOM) return undefined;
  return page.blocks.map((block) => {
    const fit = fits[block.id];
    const isOver = (fit?.oversetLines ?? 0) > 0;
    if (fit === undefined || (!isOver && fit.freeLines === 0)) return undefined;
    const rect = rectOf(geometry, block.area);
    const { x, y } = windowPointAt(view, { x: rect.x + rect.width, y: rect.y + rect.height });
    const said = isOver
      ? words.overset(fit.oversetLines, fit.oversetCharacters)
      : words.short(fit.freeLines);
    return (
      <button
        key={block.id}
        type="button"
        className={isOver ? 'fit-badge over' : 'fit-badge'}
        style={{ transform: `translate(calc(${Math.round(x)}px - 100%), ${Math.round(y)}px)` }}
        aria-label={words.openFit(said)}
        onClick={() =>
          desk.state.change({
            panel: 'fit',
            showsRight: true,
            selection: { kind: 'blocks', blocks: [block.id] },
          })
        }
      >
        {said}
      </button>
    );
  });
}
