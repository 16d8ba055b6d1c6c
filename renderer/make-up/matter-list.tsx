import { FileText } from 'lucide-react';
import { type KeyboardEvent, useId } from 'react';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { useAssetAddress } from '#renderer/pictures/use-asset-address.ts';
import { MATTER_TYPE, type Matter, takeInHand } from './matter-in-hand.ts';

/** An article or picture as the list shows it. */
export interface ListedMatter extends Matter {
  readonly title: string;
  /** A second line: the headline beside the working name, or the credit. */
  readonly further: string;
  readonly facts: string;
  /** File of a picture, for a small view of it. */
  readonly asset: string | undefined;
}

/** One of the two lists, and what may be done with its lines. */
export interface MatterListProps {
  readonly title: string;
  readonly matter: readonly ListedMatter[];
  /** What is said when there is none. */
  readonly nothing: string;
  readonly chosen: Matter | undefined;
  readonly onChoose: (matter: Matter) => void;
  readonly onPlace: (matter: Matter) => void;
  readonly onRemove: (matter: Matter) => void;
}

/**
 * A list whose lines are placed by double click, Enter or dragging. It has the keyboard as a whole;
 * arrows choose. Our kit's lists keep the pointer to themselves, which forbids dragging a line.
 */
export function MatterList(props: MatterListProps) {
  const { title, matter, nothing, chosen, onChoose, onPlace } = props;
  const desk = useDesk();
  const name = useId();
  const at = matter.findIndex(({ kind, id }) => kind === chosen?.kind && id === chosen.id);
  return (
    <section className="matter-list">
      <h2 className="matter-head" id={name}>
        {title}
        <span className="matter-count">{matter.length}</span>
      </h2>
      {matter.length === 0 && <p className="unplaced-hint">{nothing}</p>}
      {matter.length > 0 && (
        <div
          className="matter-lines"
          role="listbox"
          tabIndex={0}
          aria-labelledby={name}
          aria-activedescendant={at < 0 ? undefined : `${name}-${at}`}
          onKeyDown={(event) => pressKey(event, at, props)}
          onFocus={() => {
            const [first] = matter;
            if (at < 0 && first !== undefined) onChoose(first);
          }}
        >
          {matter.map((line, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the list has the keyboard
            <div
              key={line.id}
              id={`${name}-${index}`}
              className="matter-line"
              role="option"
              aria-selected={index === at}
              draggable
              onPointerDown={() => onChoose(line)}
              onDoubleClick={() => onPlace(line)}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData(MATTER_TYPE, `${line.kind} ${line.id}`);
                takeInHand(desk, line);
              }}
              onDragEnd={() => takeInHand(desk, undefined)}
            >
              <SmallPicture asset={line.asset} kind={line.kind} />
              <span className="matter-words">
                <span className="matter-title">{line.title}</span>
                {line.further !== '' && <span className="matter-further">{line.further}</span>}
                <span className="matter-facts">{line.facts}</span>
              </span>
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

function pressKey(event: KeyboardEvent, at: number, props: MatterListProps): void {
  const { matter, onChoose, onPlace, onRemove } = props;
  const own = matter[at];
  const step = STEPS[event.key];
  const ends = { Home: 0, End: matter.length - 1 }[event.key];
  const next = step === undefined ? ends : Math.max(0, Math.min(at + step, matter.length - 1));
  const chosen = next === undefined ? undefined : matter[next];
  if (chosen !== undefined) onChoose(chosen);
  else if (event.key === 'Enter' && own !== undefined) onPlace(own);
  else if (event.key === 'Delete' && own !== undefined) onRemove(own);
  else return;
  event.preventDefault();
}

/** The photograph, small; a sheet for a story. */
function SmallPicture({ asset, kind }: Pick<ListedMatter, 'asset' | 'kind'>) {
  const address = useAssetAddress(asset);
  if (kind === 'article') return <FileText className="matter-icon" aria-hidden />;
  return (
    <span className="matter-picture" aria-hidden>
      {address !== undefined && <img src={address} alt="" draggable={false} />}
    </span>
  );
}
