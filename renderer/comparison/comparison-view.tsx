import { type RefObject, useEffect, useRef, useState } from 'react';
import type { ChangePlaces, PageSide } from '#engine/page-proof/change-places.ts';
import { comparisonStrings } from '#renderer/strings/comparison-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { ComparedPage } from './compared-page.tsx';
import type { ComparedSide } from './use-compared-side.ts';

/** How two pages are looked at. */
export type ComparisonLook = 'beside' | 'overlaid' | 'flipped';

/** The whole page, or so many CSS pixels for one point. */
export type ComparisonSize = 'fit' | '1.5' | '3';

/** Both sides and what is looked at. */
export interface ComparisonViewProps {
  readonly sides: Readonly<Record<PageSide, ComparedSide>>;
  readonly places: Readonly<Record<PageSide, readonly ChangePlaces[]>>;
  /** Number of the page. */
  readonly page: string;
  readonly look: ComparisonLook;
  readonly size: ComparisonSize;
  /** Which side shows while the pages are looked at in turn. */
  readonly flipped: PageSide;
  readonly chosen: number | undefined;
  readonly onChoose: (change: number) => void;
}

const GAP_PX = 12;

/** The pages beside one another, or in one place. */
export function ComparisonView(props: ComparisonViewProps) {
  const { sides, places, look, flipped, ...rest } = props;
  const words = useWords(comparisonStrings);
  const viewRef = useRef<HTMLDivElement>(undefined);
  const room = useRoom(viewRef);
  const panes: readonly (readonly PageSide[])[] =
    look === 'beside' ? [['before'], ['after']] : [['before', 'after']];
  const widthPx = widthOf(props, room, panes.length);
  useChosenInView(viewRef, props, widthPx);
  const isSeen = (side: PageSide) => look !== 'flipped' || side === flipped;
  return (
    <div
      className={`comparison-view ${look}`}
      ref={(element) => {
        viewRef.current = element ?? undefined;
      }}
    >
      {panes.map((pane) => (
        <section
          key={pane.join()}
          className="comparison-pane"
          aria-label={pane.map((side) => words[side]).join('／')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by its keys
          tabIndex={0}
          onScroll={({ currentTarget }) => scrollAlike(viewRef.current, currentTarget)}
        >
          {pane.filter(isSeen).map((side) => (
            <ComparedPage
              key={side}
              {...rest}
              side={side}
              state={sides[side]}
              widthPx={widthPx}
              places={places[side]}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

interface Room {
  readonly widthPx: number;
  readonly heightPx: number;
}

function useRoom(viewRef: RefObject<HTMLDivElement | undefined>): Room {
  const [room, setRoom] = useState<Room>({ widthPx: 0, heightPx: 0 });
  useEffect(() => {
    const view = viewRef.current;
    if (view === undefined) return;
    const measure = () => setRoom({ widthPx: view.clientWidth, heightPx: view.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(view);
    return () => observer.disconnect();
  }, [viewRef]);
  return room;
}

/** Both sides have the same scale, that of the new page. */
function widthOf({ sides, size }: ComparisonViewProps, room: Room, panes: number): number {
  const page = [sides.after, sides.before].find((side) => side.kind === 'page');
  if (page === undefined) return 0;
  const { widthPt, heightPt } = page.list;
  if (size !== 'fit') return Math.round(widthPt * Number(size));
  const across = (room.widthPx - GAP_PX * (panes + 1)) / panes;
  const down = ((room.heightPx - 2 * GAP_PX) * widthPt) / heightPt;
  return Math.max(0, Math.floor(Math.min(across, down)));
}

/** The other pane shows the same place. */
function scrollAlike(view: HTMLElement | undefined, scrolled: HTMLElement): void {
  const { scrollLeft, scrollTop } = scrolled;
  for (const pane of view?.querySelectorAll('.comparison-pane') ?? []) {
    if (pane !== scrolled) pane.scrollTo({ left: scrollLeft, top: scrollTop });
  }
}

/** Brings the chosen change to the middle of the panes. */
function useChosenInView(
  viewRef: RefObject<HTMLDivElement | undefined>,
  { chosen, look, places, sides }: ComparisonViewProps,
  widthPx: number,
): void {
  const rect = [places.after, places.before]
    .map((side) => side[chosen ?? -1]?.rects[0])
    .find((one) => one !== undefined);
  const page = [sides.after, sides.before].find((side) => side.kind === 'page');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another look has other panes
  useEffect(() => {
    const pane = viewRef.current?.querySelector('.comparison-pane');
    if (!pane || rect === undefined || page === undefined) return;
    const scale = widthPx / page.list.widthPt;
    pane.scrollTo({
      left: (rect.x + rect.width / 2) * scale - pane.clientWidth / 2,
      top: (rect.y + rect.height / 2) * scale - pane.clientHeight / 2,
    });
  }, [viewRef, rect, page, widthPx, look]);
}
