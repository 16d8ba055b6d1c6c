import { useEffect, useState } from 'react';
import type { Ink } from '#engine/units/ink.ts';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { inkAt } from './ink-at.ts';
import { usePageSurface } from './page-surface.ts';
import { separatePictures } from './picture-plates.ts';
import type { PressTables } from './press-tables.ts';

/** The ink under the pointer; undefined beside the page, and while there are no tables. */
export function useInkUnderPointer(tables: PressTables | undefined): Ink | undefined {
  const { composing, state, stock } = useDesk();
  const surface = usePageSurface();
  const [ink, setInk] = useState<Ink>();
  useEffect(() => {
    if (tables === undefined) return;
    const separate = separatePictures(tables.inks);
    const stop = surface.onPointerPlace((point) => {
      const { list } = composing.page(state.read().page) ?? {};
      const isOnPage =
        point !== undefined &&
        list !== undefined &&
        point.x >= 0 &&
        point.y >= 0 &&
        point.x < list.widthPt &&
        point.y < list.heightPt;
      setInk(isOnPage ? inkAt({ list, stock, separate }, point) : undefined);
    });
    return () => {
      stop();
      setInk(undefined);
    };
  }, [composing, state, stock, surface, tables]);
  return ink;
}
