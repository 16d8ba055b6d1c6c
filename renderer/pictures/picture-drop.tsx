import { useEffect, useMemo, useRef, useState } from 'react';
import { templateOf, useDesk, usePage } from '#renderer/desk-state/open-desk.ts';
import { type PageGeometry, pageGeometry, rectOf } from '#renderer/make-up/page-geometry.ts';
import { useOverlay, usePageSurface } from '#renderer/page-view/page-surface.ts';
import { pictureStrings } from '#renderer/strings/picture-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { type PictureSlot, slotAt } from './picture-target.ts';
import { type PlacingTrouble, placePhotograph } from './place-photograph.ts';
import { PlacingNote } from './placing-note.tsx';
import './pictures.css';

const DROP_ORDER = 60;
const DROP_COLOUR = '#1d5fc4';

/** Takes picture files dragged from the file manager into the slot under the pointer. */
export function PictureDrop() {
  const desk = useDesk();
  const page = usePage();
  const surface = usePageSurface();
  const words = useWords(pictureStrings);
  const template = templateOf(desk, page);
  const geometry = useMemo(() => template && pageGeometry(template), [template]);
  const place = useRef<HTMLDivElement>(undefined);
  const [slot, setSlot] = useState<PictureSlot>();
  const [trouble, setTrouble] = useState<PlacingTrouble>();
  useEffect(() => {
    const view = place.current?.closest<HTMLElement>('.page-view');
    if (!view || page === undefined || geometry === undefined) return;
    const under = (event: DragEvent) => slotAt(geometry, page, surface.pagePoint(event));
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      // Without this the window would open the file instead of the issue.
      event.preventDefault();
      const found = under(event);
      event.dataTransfer.dropEffect = found === undefined ? 'none' : 'copy';
      setTrouble(undefined);
      setSlot((before) => (before?.picture === found?.picture ? before : found));
    };
    const leave = () => setSlot(undefined);
    const drop = async (event: DragEvent) => {
      const [file] = event.dataTransfer?.files ?? [];
      if (file === undefined) return;
      event.preventDefault();
      setSlot(undefined);
      const found = under(event);
      if (found === undefined) return;
      const failed = await placePhotograph(desk, found.picture, { file, step: words.steps.place });
      setTrouble(failed);
      if (failed === undefined) {
        desk.state.change({ selection: found.selection, panel: 'picture' });
      }
    };
    view.addEventListener('dragover', over);
    view.addEventListener('dragleave', leave);
    view.addEventListener('drop', drop);
    return () => {
      view.removeEventListener('dragover', over);
      view.removeEventListener('dragleave', leave);
      view.removeEventListener('drop', drop);
    };
  }, [desk, page, geometry, surface, words]);
  useSlotOutline(slot, geometry);
  return (
    <div
      className="picture-drop"
      ref={(element) => {
        place.current = element ?? undefined;
      }}
    >
      <PlacingNote trouble={trouble} />
    </div>
  );
}

/** Draws a line round the slot that would take the file. */
function useSlotOutline(slot: PictureSlot | undefined, geometry: PageGeometry | undefined): void {
  const surface = usePageSurface();
  useOverlay({
    name: 'picture drop',
    order: DROP_ORDER,
    paint: (canvas, view) => {
      if (slot === undefined || geometry === undefined) return;
      const { x, y, width, height } = rectOf(geometry, slot.area);
      const corner = surface.viewPoint({ x, y });
      canvas.strokeStyle = DROP_COLOUR;
      canvas.lineWidth = 3;
      canvas.strokeRect(corner.x, corner.y, width * view.zoom, height * view.zoom);
    },
  });
}
