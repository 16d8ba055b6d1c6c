import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Selection } from '#renderer/desk-state/desk-state.ts';
import { useDesk, useDeskState, useIssue, useShownPage } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { useOverlay, usePageSurface, usePointerTool } from '#renderer/page-view/page-surface.ts';
import { croppingOf } from '#renderer/pictures/cropping.ts';
import { makeUpStrings } from '#renderer/strings/make-up-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { articleTitle } from './area-words.ts';
import { AskDialog } from './ask-dialog.tsx';
import { pressPageKey } from './block-keys.ts';
import { chosenWords } from './chosen-words.ts';
import { carryOutDrop } from './drop-matter.ts';
import { FitBadges } from './fit-badges.tsx';
import type { DragPlace } from './live-drag.ts';
import { placeOnPage } from './make-up-place.ts';
import { paintMakeUp } from './paint-make-up.ts';
import { chooseForMenu, cursorOver, pressOnPage, targetAt } from './pointer-on-blocks.ts';
import { createHoverStore } from './under-way.ts';
import { useMatterDrop } from './use-matter-drop.ts';
import './make-up.css';

const NOTHING: Selection = { kind: 'nothing' };

/** Drawn below the caret; asked after the text, which has its own place to be dragged over. */
const PAINT_ORDER = 10;
const POINTER_ORDER = 30;

/** Blocks on the page: choose, move, resize, reshape, thread; badges of how they fit. */
export function MakeUpLayer() {
  const desk = useDesk();
  const surface = usePageSurface();
  const words = useWords(makeUpStrings);
  const issue = useIssue();
  const pageId = useDeskState((state) => state.page);
  const look = useDeskState((state) => state.look);
  const chosen = useDeskState((state) => state.selection);
  const isCropping = useStore(croppingOf(desk), ({ cropping }) => cropping !== undefined);
  // Handles of the block would lie among those of its photograph.
  const selection = isCropping ? NOTHING : chosen;
  const fits = useShownPage()?.fits ?? {};
  const hovering = useMemo(createHoverStore, []);
  const place = placeOnPage(desk, issue, pageId);
  const layer = useRef<HTMLElement>(undefined);
  usePageKeys(layer);
  const root = useCallback(() => rootOf(layer.current), []);
  const [replacing, answered] = useMatterDrop(root, hovering);

  /** As the issue is at the moment of the press, not of the last rendering. */
  const placeNow = (): DragPlace | undefined => {
    const now = placeOnPage(desk, desk.openIssue.issue(), desk.state.read().page);
    return now && { ...now, surface, hovering };
  };
  useOverlay({
    name: 'make-up',
    order: PAINT_ORDER,
    paint: (canvas, view) => {
      if (place === undefined) return;
      const showsFocus = chosen.kind === 'nothing' && hasKeyboard(layer.current);
      const picture = { ...place, ...hovering.read(), selection, look, fits, showsFocus };
      paintMakeUp(canvas, view, { ...picture, words: words.area });
    },
  });
  usePointerTool({
    name: 'blocks',
    tool: 'select',
    order: POINTER_ORDER,
    onPointerDown: (event, point) => {
      const now = event.button === 0 ? placeNow() : undefined;
      return now && pressOnPage(now, { event, point });
    },
    onHover: (event, point) => {
      const now = placeNow();
      const target = now && targetAt(now, point);
      const hovered = target?.block.id;
      if (hovering.read().hovered !== hovered) {
        hovering.change({ hovered });
        surface.repaintOverlay();
      }
      return now && target && cursorOver(now, target, event);
    },
    onContextMenu: (_, point) => {
      const now = placeNow();
      if (now !== undefined) chooseForMenu(now, point);
      return false;
    },
  });
  return (
    <div className="make-up" ref={(element) => hold(layer, element)}>
      {place !== undefined && look.showsFits && !look.isPreview && (
        <FitBadges place={place} hovering={hovering} />
      )}
      <p className="make-up-said" aria-live="polite">
        {place !== undefined && chosenWords(place, chosen, fits)}
      </p>
      {replacing !== undefined && <ReplaceQuestion replacing={replacing} onClose={answered} />}
    </div>
  );
}

type Replacing = NonNullable<ReturnType<typeof useMatterDrop>[0]>;

/** Asks before a story takes the place of another (换稿). */
function ReplaceQuestion(props: { readonly replacing: Replacing; readonly onClose: () => void }) {
  const { replacing, onClose } = props;
  const desk = useDesk();
  const words = useWords(makeUpStrings);
  const title = articleTitle(useIssue(), replacing.matter.id);
  return (
    <AskDialog
      title={words.ask.replace}
      text={words.ask.replaceText(replacing.drop.replaces ?? '', title)}
      onYes={() => carryOutDrop(desk, replacing.drop)}
      onClose={onClose}
    />
  );
}

/** Keys on the page, and where nothing has the keyboard; commands hear of what is left over. */
function usePageKeys(layer: { readonly current: HTMLElement | undefined }): void {
  const desk = useDesk();
  const surface = usePageSurface();
  useEffect(() => {
    const root = rootOf(layer.current);
    const listen = (event: KeyboardEvent) => {
      const isHere = event.target === root || event.target === document.body;
      if (event.defaultPrevented || !isHere || desk.state.read().dialog !== undefined) return;
      // From nowhere Tab goes on to the controls, as everywhere.
      if (event.target === document.body && event.key === 'Tab') return;
      if (pressPageKey(desk, event)) event.preventDefault();
    };
    const repaint = () => surface.repaintOverlay();
    document.addEventListener('keydown', listen);
    root?.addEventListener('focus', repaint);
    root?.addEventListener('blur', repaint);
    return () => {
      document.removeEventListener('keydown', listen);
      root?.removeEventListener('focus', repaint);
      root?.removeEventListener('blur', repaint);
    };
  }, [desk, surface, layer]);
}

/** The element of the page that has the keyboard. */
function rootOf(layer: HTMLElement | undefined): HTMLElement | undefined {
  const root = layer?.closest('.page-view')?.querySelector('.page-root');
  return root instanceof HTMLElement ? root : undefined;
}

function hasKeyboard(layer: HTMLElement | undefined): boolean {
  return rootOf(layer)?.matches(':focus-visible') ?? false;
}

/** React hands out null when an element goes; the house says undefined. */
function hold(ref: { current: HTMLElement | undefined }, element: unknown): void {
  ref.current = element instanceof HTMLElement ? element : undefined;
}
