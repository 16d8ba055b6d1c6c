import type { ReactNode } from 'react';
import type { ChangePlaces, PageSide } from '#engine/page-proof/change-places.ts';
import { comparisonStrings } from '#renderer/strings/comparison-strings.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { ComparedCanvas } from './compared-canvas.tsx';
import type { ComparedPage as Compared, ComparedSide } from './use-compared-side.ts';

/** A page of one side with its marks. */
export interface ComparedPageProps {
  readonly side: PageSide;
  readonly state: ComparedSide;
  /** Number of the page, for what is said in its place. */
  readonly page: string;
  readonly widthPx: number;
  /** Of every change, in their order. */
  readonly places: readonly ChangePlaces[];
  readonly chosen: number | undefined;
  readonly onChoose: (change: number) => void;
}

/** A page with its changes marked; or why there is none. */
export function ComparedPage(props: ComparedPageProps) {
  const { side, state, page, widthPx, places, chosen, onChoose } = props;
  const words = useWords(comparisonStrings);
  const failures = useWords(failureStrings);
  switch (state.kind) {
    case 'coming':
      return <Told>{words.coming}</Told>;
    case 'failed':
      return <Told>{failures.of(state.failure)}</Told>;
    case 'no page':
      return <Told>{words.noPage(page)}</Told>;
    case 'no template':
      return <Told>{words.noTemplate}</Told>;
    case 'page':
      return (
        <div className={`compared-page ${side}`} style={sizeOf(state, widthPx)}>
          <ComparedCanvas side={state} widthPx={widthPx} label={words.pageOf(words[side], page)} />
          {places.map((one, change) => (
            <Marks
              // biome-ignore lint/suspicious/noArrayIndexKey: changes have no other name
              key={change}
              list={state.list}
              places={one}
              number={change + 1}
              isChosen={change === chosen}
              onChoose={() => onChoose(change)}
            />
          ))}
        </div>
      );
  }
}

function Told({ children }: { readonly children: ReactNode }) {
  return (
    <p className="compared-told" role="status">
      {children}
    </p>
  );
}

function sizeOf({ list }: Compared, widthPx: number) {
  return { width: widthPx, aspectRatio: `${list.widthPt} / ${list.heightPt}` };
}

interface MarksProps {
  readonly list: Compared['list'];
  readonly places: ChangePlaces;
  readonly number: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** For the pointer alone: the keyboard and the screen reader have the list of changes. */
function Marks({ list, places, number, isChosen, onChoose }: MarksProps) {
  const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;
  return places.rects.map(({ x, y, width, height }, place) => (
    <button
      // biome-ignore lint/suspicious/noArrayIndexKey: rectangles have no other name
      key={place}
      type="button"
      tabIndex={-1}
      aria-hidden
      className={`compared-mark ${places.kind}${isChosen ? ' chosen' : ''}`}
      style={{
        left: percent(x, list.widthPt),
        top: percent(y, list.heightPt),
        width: percent(width, list.widthPt),
        height: percent(height, list.heightPt),
      }}
      onClick={onChoose}
    >
      {place === 0 && <span className="compared-number">{number}</span>}
    </button>
  ));
}
