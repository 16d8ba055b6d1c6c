import { useEffect, useRef, useState } from 'react';
import type { GridArea } from '#engine/model/issue.ts';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { useOverlay } from '#renderer/page-view/page-surface.ts';
import { makeUpPlace } from './make-up-place.ts';
import { paintTarget } from './paint-target.ts';

/** What is dragged onto the page from beside it. */
export interface PageDropProps {
  readonly name: string;
  /** Of its overlay. */
  readonly order: number;
  /** Hears of a drag over the page; answers where it would come to stand, if anywhere. */
  readonly onOver: (event: DragEvent) => GridArea | undefined;
  readonly onDrop: (event: DragEvent) => void;
}

/** Takes what is let go over the page, and shows until then where it would stand. */
export function PageDrop({ name, order, onOver, onDrop }: PageDropProps) {
  const desk = useDesk();
  const anchor = useRef<HTMLDivElement>(undefined);
  const [area, setArea] = useState<GridArea>();
  useEffect(() => {
    const view = anchor.current?.closest<HTMLElement>('.page-view');
    if (!view) return;
    const show = (found: GridArea | undefined) =>
      setArea((before) => (isSame(before, found) ? before : found));
    const drop = (event: DragEvent) => {
      show(undefined);
      onDrop(event);
    };
    const controller = new AbortController();
    const { signal } = controller;
    view.addEventListener('dragover', (event) => show(onOver(event)), { signal });
    view.addEventListener('dragleave', () => show(undefined), { signal });
    view.addEventListener('drop', drop, { signal });
    return () => controller.abort();
  });
  useOverlay({
    name,
    order,
    paint: (canvas, view) => {
      const geometry = makeUpPlace(desk)?.geometry;
      if (area === undefined || geometry === undefined) return;
      paintTarget(canvas, view, { geometry, area });
    },
  });
  return (
    <div
      hidden
      ref={(element) => {
        anchor.current = element ?? undefined;
      }}
    />
  );
}

function isSame(one: GridArea | undefined, other: GridArea | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
