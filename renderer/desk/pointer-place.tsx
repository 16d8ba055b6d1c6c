import { useEffect } from 'react';
import { pageGrid } from '#engine/compose/page-grid.ts';
import type { PagePoint } from '#engine/display/hit-text.ts';
import { ptToMm } from '#engine/units/units.ts';
import { templateOf, useDesk, usePage } from '#renderer/desk-state/open-desk.ts';
import { createStore, type Store, useStore } from '#renderer/desk-state/store.ts';
import { usePageSurface } from '#renderer/page-view/page-surface.ts';
import { deskStrings } from '#renderer/strings/desk-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

/** Where the pointer is on the page, in points; undefined when it is elsewhere. */
export interface PointerPlace {
  readonly point: PagePoint | undefined;
}

/** Nowhere yet. */
export function createPointerPlace(): Store<PointerPlace> {
  return createStore<PointerPlace>({ point: undefined });
}

/** Follows the pointer over the page. Stands inside the page view. */
export function PointerWatch({ place }: { readonly place: Store<PointerPlace> }) {
  const surface = usePageSurface();
  useEffect(() => surface.onPointerPlace((point) => place.change({ point })), [surface, place]);
  return undefined;
}

/** The pointer's place in characters and lines of the grid, and in millimetres of the paper. */
export function PointerReadout({ place }: { readonly place: Store<PointerPlace> }) {
  const words = useWords(deskStrings);
  const template = templateOf(useDesk(), usePage());
  const point = useStore(place, (now) => now.point);
  if (point === undefined || template === undefined)
    return <span className="status-figure status-place" />;
  const grid = pageGrid(template);
  const column = (point.x - grid.originX) / grid.cellPt;
  const line = (point.y - grid.originY) / grid.leadingPt;
  const cell = words.cell(Math.floor(column) + 1, Math.floor(line) + 1);
  const millimetres = words.millimetres(ptToMm(point.x).toFixed(1), ptToMm(point.y).toFixed(1));
  const said = `${cell}　${millimetres}`;
  return (
    <span className="status-figure status-place" title={said}>
      {said}
    </span>
  );
}
