import { useEffect } from 'react';
import { openSlot } from '#engine/model/new-issue.ts';
import { type OpenDesk, useDesk } from '#renderer/desk-state/open-desk.ts';
import { makeUpPlace, mayEdit } from '#renderer/make-up/make-up-place.ts';
import { PageDrop } from '#renderer/make-up/page-drop.tsx';
import { usePageSurface } from '#renderer/page-view/page-surface.ts';
import { load, putDownOrSay, takeAll } from './loaded-pointer.ts';
import { listenToPastedPhotographs } from './paste-photographs.ts';
import { targetAt } from './picture-target.ts';
import { pictureOf } from './place-photograph.ts';
import { remarksOf } from './remarks.ts';
import './pictures.css';

const DROP_ORDER = 60;

/**
 * Takes picture files dragged from the file manager: onto a picture, a cell, a story or free page.
 * Of several the first is put down, the others wait at the pointer.
 */
export function PictureDrop() {
  const desk = useDesk();
  const surface = usePageSurface();
  useEffect(() => {
    const controller = new AbortController();
    keepFilesOut(controller.signal);
    return () => controller.abort();
  }, []);
  useEffect(() => listenToPastedPhotographs(desk), [desk]);
  const over = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return undefined;
    // Without this the window would open the file instead of the issue.
    event.preventDefault();
    // What the file is like is not told before it is let go.
    const found = aimAt(desk, openSlot(''), surface.pagePoint(event));
    event.dataTransfer.dropEffect = found === undefined ? 'none' : 'copy';
    return found?.area;
  };
  const drop = (event: DragEvent) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void takeDropped(desk, files, surface.pagePoint(event));
  };
  return <PageDrop name="picture drop" order={DROP_ORDER} onOver={over} onDrop={drop} />;
}

/** Beside the page a file would be opened by the window, in the place of the desk. */
function keepFilesOut(signal: AbortSignal): void {
  const refuse = (event: DragEvent) => {
    if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'none';
  };
  window.addEventListener('dragover', refuse, { signal });
  window.addEventListener('drop', refuse, { signal });
}

type Aimed = Parameters<typeof targetAt>;

function aimAt(desk: OpenDesk, photograph: Aimed[1], point: Aimed[2]) {
  const place = mayEdit(desk) ? makeUpPlace(desk) : undefined;
  return place && targetAt(place, photograph, point);
}

async function takeDropped(desk: OpenDesk, files: readonly File[], point: Aimed[2]): Promise<void> {
  remarksOf(desk).change({ lines: [] });
  const [first, ...others] = await takeAll(desk, files);
  if (first === undefined) return;
  const target = aimAt(desk, pictureOf(first.photograph, ''), point);
  // Where nothing can stand, the pointer keeps it.
  if (target === undefined) load(desk, [first]);
  else putDownOrSay(desk, first, target);
  load(desk, others);
}
