import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { PagePoint } from '#engine/display/hit-text.ts';
import { isAreaWithin } from '#engine/model/grid-areas.ts';
import { Button } from '#renderer/controls/button.tsx';
import { type OpenDesk, useDesk } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { blockAt } from '#renderer/make-up/block-at.ts';
import { makeUpPlace } from '#renderer/make-up/make-up-place.ts';
import { areaBetween } from '#renderer/make-up/page-geometry.ts';
import { paintTarget } from '#renderer/make-up/paint-target.ts';
import {
  type DragSession,
  type PageSurface,
  useOverlay,
  usePageSurface,
  usePointerTool,
} from '#renderer/page-view/page-surface.ts';
import type { Viewport, WindowPoint } from '#renderer/page-view/viewport.ts';
import { pictureStrings } from '#renderer/strings/picture-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { loadedPointer, putNextDown, putNextDownByKey, unload } from './loaded-pointer.ts';
import { type PhotographTarget, targetAt } from './picture-target.ts';
import { pictureOf } from './place-photograph.ts';
import { useAssetBitmap } from './use-asset-bitmap.ts';
import './pictures.css';

/** A loaded pointer comes before every tool, and is drawn over everything. */
const POINTER_ORDER = 0;
const PAINT_ORDER = 60;
/** A press that goes no farther is a click, in CSS pixels. */
const CLICK_PX = 6;

/** The pointer while it is loaded with photographs; nothing when it is not. */
export function PlaceLayer() {
  const desk = useDesk();
  const words = useWords(pictureStrings);
  const { photographs, isTaking } = useStore(loadedPointer(desk), (pointer) => pointer);
  if (photographs.length > 0) return <Loaded />;
  return isTaking ? (
    <div className="crop-bar" role="status">
      {words.taking}
    </div>
  ) : undefined;
}

/** What the pointer is over, and where it is. */
interface Aim {
  readonly target: PhotographTarget | undefined;
  readonly at: PagePoint;
}

function Loaded() {
  const desk = useDesk();
  const surface = usePageSurface();
  const words = useWords(pictureStrings);
  const photographs = useStore(loadedPointer(desk), (pointer) => pointer.photographs);
  const thumbnail = useAssetBitmap(photographs[0]?.photograph.asset);
  const aim = useRef<Aim>(undefined);
  const [, setRound] = useState(0);
  const take = (next: Aim | undefined) => {
    aim.current = next;
    surface.repaintOverlay();
  };
  useLoadedKeys(desk);
  useOverlay({
    name: 'loaded pointer',
    order: PAINT_ORDER,
    paint: (canvas, view) => {
      const place = makeUpPlace(desk);
      const { target, at } = aim.current ?? {};
      if (place === undefined || at === undefined) return;
      const { geometry } = place;
      if (target !== undefined) paintTarget(canvas, view, { geometry, area: target.area });
      if (thumbnail !== undefined) paintThumbnail(canvas, view, { thumbnail, surface, at });
    },
  });
  usePointerTool({
    name: 'loaded pointer',
    tool: 'any',
    order: POINTER_ORDER,
    onHover: (_, point) => {
      take({ target: aimAt(desk, point), at: point });
      return aim.current?.target === undefined ? 'not-allowed' : 'copy';
    },
    onPointerDown: (event, from) => {
      if (event.button !== 0) return undefined;
      return drawOut(desk, surface, { from, take, done: () => setRound((round) => round + 1) });
    },
    onDoubleClick: () => true,
  });
  const [next] = photographs;
  return (
    <section className="crop-bar" aria-label={words.loaded}>
      <span className="crop-zoom" role="status">
        {words.loadedWith(next?.name ?? '', photographs.length)}
      </span>
      <span className="crop-hint">{words.loadedHint}</span>
      <Button onPress={() => unload(desk)}>
        <X aria-hidden />
        {words.unload}
      </Button>
    </section>
  );
}

function aimAt(desk: OpenDesk, point: PagePoint): PhotographTarget | undefined {
  const [next] = loadedPointer(desk).read().photographs;
  const place = makeUpPlace(desk);
  return place && next && targetAt(place, pictureOf(next.photograph, ''), point);
}

interface Drawing {
  readonly from: PagePoint;
  readonly take: (aim: Aim | undefined) => void;
  readonly done: () => void;
}

/** A click puts the photograph down; a drag draws the place that it takes. */
function drawOut(desk: OpenDesk, surface: PageSurface, { from, take, done }: Drawing): DragSession {
  let target = aimAt(desk, from);
  return {
    onMove(_, point) {
      const way = Math.hypot(point.x - from.x, point.y - from.y);
      if (way * surface.viewport.read().zoom < CLICK_PX) return;
      target = drawnTarget(desk, from, point);
      take({ target, at: point });
    },
    onUp() {
      if (target !== undefined) putNextDown(desk, target);
      take(undefined);
      done();
    },
    onCancel: () => take(undefined),
  };
}

/** Within a story the photograph is set into it; anywhere else it stands by itself. */
function drawnTarget(desk: OpenDesk, from: PagePoint, to: PagePoint): PhotographTarget | undefined {
  const place = makeUpPlace(desk);
  const area = place && areaBetween(place.geometry, from, to);
  if (place === undefined || area === undefined) return undefined;
  const over = blockAt(place.geometry, place.page, from);
  const isIn = over?.kind === 'article' && !over.locked && isAreaWithin(area, over.area);
  if (isIn) return { kind: 'story', block: over.id, area };
  return { kind: 'page', page: place.page.id, area };
}

/** Beside the pointer, so that what lies under it can be seen. */
const THUMBNAIL_PX = 72;
const BESIDE: WindowPoint = { x: 14, y: 14 };

interface Thumbnail {
  readonly thumbnail: ImageBitmap;
  readonly surface: PageSurface;
  readonly at: PagePoint;
}

function paintThumbnail(
  canvas: CanvasRenderingContext2D,
  _: Viewport,
  { thumbnail, surface, at }: Thumbnail,
): void {
  const { x, y } = surface.viewPoint(at);
  const scale = THUMBNAIL_PX / Math.max(thumbnail.width, thumbnail.height);
  const [width, height] = [thumbnail.width * scale, thumbnail.height * scale];
  canvas.globalAlpha = 0.9;
  canvas.drawImage(thumbnail, x + BESIDE.x, y + BESIDE.y, width, height);
  canvas.globalAlpha = 1;
  canvas.strokeStyle = '#ffffff';
  canvas.lineWidth = 1;
  canvas.strokeRect(x + BESIDE.x, y + BESIDE.y, width, height);
}

/** Enter puts the next photograph down, Escape lets go of it; before the page hears of them. */
function useLoadedKeys(desk: OpenDesk): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { target, key } = event;
      const isOnPage = target instanceof HTMLElement && target.classList.contains('page-root');
      if (!isOnPage && target !== document.body) return;
      if (key !== 'Enter' && key !== 'Escape') return;
      if (key === 'Enter') putNextDownByKey(desk);
      else unload(desk);
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', listen, { capture: true });
    return () => document.removeEventListener('keydown', listen, { capture: true });
  }, [desk]);
}
