import { useEffect, useState } from 'react';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { usePageSurface } from '#renderer/page-view/page-surface.ts';
import { carryOutDrop, dropAt, type MatterDrop } from './drop-matter.ts';
import { type LivePreview, startPreview } from './live-preview.ts';
import { makeUpPlace, mayEdit } from './make-up-place.ts';
import { type Matter, matterInHand } from './matter-in-hand.ts';
import { blocksAfter } from './preview-blocks.ts';
import { AT_REST, type HoverStore } from './under-way.ts';

/** A story that would make way for another, until the editor has answered. */
export interface Replacing {
  readonly drop: MatterDrop;
  readonly matter: Matter;
}

/**
 * Takes what is dragged out of the list of unplaced matter. The page shows where it would stand
 * while it is over it. Answers what the editor must be asked, and how it is put away.
 */
export function useMatterDrop(
  root: () => HTMLElement | undefined,
  hovering: HoverStore,
): readonly [Replacing | undefined, () => void] {
  const desk = useDesk();
  const surface = usePageSurface();
  const [replacing, setReplacing] = useState<Replacing>();
  useEffect(() => {
    let preview: LivePreview | undefined;
    const dropUnder = (event: DragEvent): Replacing | undefined => {
      const matter = matterInHand(desk);
      const place = matter && mayEdit(desk) ? makeUpPlace(desk) : undefined;
      if (matter === undefined || place === undefined) return undefined;
      const drop = dropAt(place, matter, surface.pagePoint(event));
      return drop && { drop, matter };
    };
    const end = () => {
      preview?.end();
      preview = undefined;
      hovering.change({ underWay: AT_REST });
      surface.repaintOverlay();
    };
    const over = (event: DragEvent) => {
      if (matterInHand(desk) === undefined) return;
      const found = dropUnder(event);
      const place = makeUpPlace(desk);
      if (found === undefined || place === undefined) {
        end();
        return;
      }
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'move';
      const { page } = place;
      const { placed, area, replaces } = found.drop;
      preview ??= startPreview({ composing: desk.composing, page: page.id });
      preview.show(replaces === undefined ? blocksAfter(page, placed.edit) : page.blocks);
      hovering.change({ underWay: { ...AT_REST, areas: [area], told: area } });
      surface.repaintOverlay();
    };
    const drop = (event: DragEvent) => {
      const found = dropUnder(event);
      if (found === undefined) return;
      event.preventDefault();
      if (found.drop.replaces === undefined) carryOutDrop(desk, found.drop);
      else setReplacing(found);
      end();
      surface.focus();
    };
    const controller = new AbortController();
    const { signal } = controller;
    const element = root();
    element?.addEventListener('dragover', over, { signal });
    element?.addEventListener('dragleave', end, { signal });
    element?.addEventListener('drop', drop, { signal });
    return () => controller.abort();
  }, [desk, surface, hovering, root]);
  return [replacing, () => setReplacing(undefined)];
}
