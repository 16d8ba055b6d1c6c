import { type FitBadge, fitBadges } from '#engine/compose/fit-badges.ts';
import type { Block } from '#engine/model/issue.ts';
import { useDesk, useDeskState, useShownPage } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { usePageSurface } from '#renderer/page-view/page-surface.ts';
import { windowPointAt } from '#renderer/page-view/viewport.ts';
import { makeUpStrings } from '#renderer/strings/make-up-strings.ts';
import { blockNames } from '#renderer/strings/property-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { blockTitle } from './area-words.ts';
import { chooseBlocks } from './choose-blocks.ts';
import type { MakeUpPlace } from './make-up-place.ts';
import { pointOf } from './page-geometry.ts';
import { footOf } from './thread-lines.ts';
import type { HoverStore } from './under-way.ts';

/** Smaller than this, badges would hide what they speak of. */
const SMALLEST_ZOOM = 0.3;
/** From this zoom on there is room for the characters as well as the lines. */
const ROOMY_ZOOM = 0.9;

/** The page, and what is being dragged over it. */
export interface FitBadgesProps {
  readonly place: MakeUpPlace;
  readonly hovering: HoverStore;
}

/** At the foot of every text whose lines do not come out: lines over, or lines short. */
export function FitBadges({ place, hovering }: FitBadgesProps) {
  const { desk, issue, page } = place;
  const words = useWords(makeUpStrings);
  const names = useWords(blockNames);
  // Hears of every composition of this page; the other pages' are read beside it.
  useShownPage();
  const selection = useDeskState((state) => state.selection);
  const chosen = selection.kind === 'blocks' ? selection.blocks : [];
  const dragged = useStore(hovering, ({ underWay }) => underWay.blocks);
  const view = useStore(usePageSurface().viewport, (viewport) => viewport);
  if (view.zoom < SMALLEST_ZOOM) return undefined;
  const fits = Object.fromEntries(issue.pages.map(({ id }) => [id, desk.composing.page(id)?.fits]));
  return fitBadges(issue, page, fits).map((badge) => {
    const isBadged = ({ id }: Block) => id === badge.block;
    const block = dragged?.find(isBadged) ?? page.blocks.find(isBadged);
    if (block === undefined || !isOff(badge, block)) return undefined;
    const isOver = badge.oversetLines > 0;
    const foot = windowPointAt(view, pointOf(place.geometry, footOf(block)));
    const said = badgeWords(words, badge, view.zoom >= ROOMY_ZOOM);
    const name = words.named(names[block.kind], blockTitle(issue, block));
    return (
      <Badge
        key={block.id}
        block={block.id}
        said={said}
        label={words.openFit(name, badgeWords(words, badge, true))}
        isOver={isOver}
        right={foot.x - (isOver && block.kind === 'article' ? BESIDE_PORT_PX : BESIDE_CORNER_PX)}
        middle={foot.y + (chosen.includes(block.id) ? BELOW_HANDLES_PX : 0)}
      />
    );
  });
}

/** Clear of the overset mark, and of the handle at the corner. */
const BESIDE_PORT_PX = 26;
const BESIDE_CORNER_PX = 8;
/** A chosen block has its handles free. */
const BELOW_HANDLES_PX = 15;

/** Columns that are level leave fewer free lines than there are columns. */
function isOff({ oversetLines, freeLines }: FitBadge, block: Block): boolean {
  if (oversetLines > 0) return true;
  const columns = block.kind === 'article' || block.kind === 'group' ? block.columns.count : 1;
  return freeLines >= Math.max(2, columns);
}

type FitWords = Pick<(typeof makeUpStrings)['zhCn'], 'short' | 'overset' | 'oversetWith'>;

function badgeWords(words: FitWords, badge: FitBadge, isRoomy: boolean): string {
  const { oversetLines, oversetCharacters, freeLines } = badge;
  if (oversetLines === 0) return words.short(freeLines);
  return isRoomy ? words.oversetWith(oversetLines, oversetCharacters) : words.overset(oversetLines);
}

interface BadgeProps {
  readonly block: string;
  readonly said: string;
  readonly label: string;
  readonly isOver: boolean;
  /** Right edge and middle in the view, in CSS pixels. */
  readonly right: number;
  readonly middle: number;
}

function Badge({ block, said, label, isOver, right, middle }: BadgeProps) {
  const desk = useDesk();
  const [x, y] = [Math.round(right), Math.round(middle)];
  return (
    <button
      type="button"
      className={isOver ? 'fit-badge over' : 'fit-badge'}
      style={{ transform: `translate(calc(${x}px - 100%), calc(${y}px - 50%))` }}
      aria-label={label}
      onClick={() => {
        chooseBlocks(desk, [block]);
        desk.state.change({ panel: 'fit', showsRight: true });
      }}
    >
      {said}
    </button>
  );
}
