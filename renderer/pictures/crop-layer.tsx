import { useEffect } from 'react';
import { runCommand } from '#renderer/commands/all-commands.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import {
  useDesk,
  useDeskState,
  useIssue,
  usePage,
  useShownPage,
} from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { makeUpPlace } from '#renderer/make-up/make-up-place.ts';
import {
  type PageSurface,
  useOverlay,
  usePageSurface,
  usePointerTool,
} from '#renderer/page-view/page-surface.ts';
import { CropBar } from './crop-bar.tsx';
import { dragGrip, zoomByWheel } from './crop-drags.ts';
import { pressCropKey } from './crop-keys.ts';
import { type CropGrip, cropPlace, gripAt, holds } from './crop-place.ts';
import { croppingOf, mayCrop, startCropping, stopCropping } from './cropping.ts';
import { paintCrop } from './paint-crop.ts';
import { isOnCaption, slotAt } from './picture-target.ts';
import { shownPicture } from './shown-picture.ts';
import { useAssetBitmap } from './use-asset-bitmap.ts';
import './pictures.css';

/** Over blocks and below the caret; before every other tool. */
const PAINT_ORDER = 20;
const POINTER_ORDER = 1;

/** Cropping on the page: a double click on a picture begins it. */
export function CropLayer() {
  const desk = useDesk();
  const surface = usePageSurface();
  const cropping = useStore(croppingOf(desk), (store) => store.cropping);
  usePointerTool({
    name: 'begin to crop',
    tool: 'select',
    order: POINTER_ORDER,
    onDoubleClick: (_, point) => {
      const place = makeUpPlace(desk);
      const slot = place && slotAt(place, point);
      if (place === undefined || slot === undefined) return false;
      if (place.issue.pictures[slot.picture]?.asset === undefined) {
        if (isOnCaption(place, slot, point)) return false;
        desk.state.change({ selection: slot.selection });
        return runCommand(desk, 'picture.place');
      }
      const items = desk.composing.page(place.page.id)?.list.items ?? [];
      const shown = shownPicture(items, slot);
      if (shown === undefined || !holds(shown.frame, point) || !mayCrop(desk, slot)) return false;
      startCropping(desk, slot);
      surface.focus();
      return true;
    },
  });
  return cropping === undefined ? undefined : <Crop key={cropping.series.task} />;
}

/** The picture that is being cropped. */
function Crop() {
  const desk = useDesk();
  const surface = usePageSurface();
  const cropping = useStore(croppingOf(desk), (store) => store.cropping);
  const { pictures } = useIssue();
  const photograph = useAssetBitmap(pictures[cropping?.picture ?? '']?.asset);
  useShownPage();
  useEndOfCropping(desk);
  useCropKeys(desk, surface);
  useOverlay({
    name: 'crop',
    order: PAINT_ORDER,
    paint: (canvas, view) => {
      const place = cropPlace(desk, surface);
      if (place !== undefined) paintCrop(canvas, view, { place, photograph });
    },
  });
  usePointerTool({
    name: 'crop',
    tool: 'any',
    order: POINTER_ORDER,
    onPointerDown: (event, point) => {
      const place = cropPlace(desk, surface);
      const grip = place && gripAt(place, point);
      if (place !== undefined && grip !== undefined && event.button === 0) {
        return dragGrip(place, grip, point);
      }
      stopCropping(desk);
      return undefined;
    },
    onHover: (_, point) => {
      const place = cropPlace(desk, surface);
      const grip = place && gripAt(place, point);
      return grip && cursorOver(grip);
    },
    onWheel: (event, point) => {
      const place = cropPlace(desk, surface);
      if (place === undefined || gripAt(place, point) === undefined) return false;
      zoomByWheel(place, event, point);
      return true;
    },
    // A second double click is done with it.
    onDoubleClick: () => {
      stopCropping(desk);
      return true;
    },
  });
  const place = cropPlace(desk, surface);
  return place && <CropBar place={place} />;
}

function cursorOver(grip: CropGrip): string {
  if (grip.kind !== 'corner') return grip.kind === 'focus' ? 'crosshair' : 'move';
  const { at, opposite } = grip;
  return at.x < opposite.x === at.y < opposite.y ? 'nwse-resize' : 'nesw-resize';
}

/** What is cropped is left alone, gone, or no longer to be changed. */
function useEndOfCropping(desk: OpenDesk): void {
  const cropping = useStore(croppingOf(desk), (store) => store.cropping);
  const selection = useDeskState((state) => state.selection);
  const tool = useDeskState((state) => state.tool);
  const page = usePage();
  useIssue();
  useEffect(() => {
    if (cropping === undefined) return;
    const isChosen = selection === cropping.selection && tool === 'select';
    const isThere = page?.id === cropping.page && mayCrop(desk, cropping);
    if (!isChosen || !isThere) stopCropping(desk);
  });
}

/** Before the page and its blocks hear of a key. */
function useCropKeys(desk: OpenDesk, surface: PageSurface): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { target } = event;
      const isOnPage = target instanceof HTMLElement && target.classList.contains('page-root');
      if (!isOnPage && target !== document.body) return;
      const place = cropPlace(desk, surface);
      if (place === undefined || !pressCropKey(place, event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', listen, { capture: true });
    return () => document.removeEventListener('keydown', listen, { capture: true });
  }, [desk, surface]);
}
