import { X } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import type { Ink } from '#engine/units/ink.ts';
import { Checkbox } from '#renderer/controls/checkbox.tsx';
import { IconButton } from '#renderer/controls/icon-button.tsx';
import type { PageLook, Plate } from '#renderer/desk-state/desk-state.ts';
import { useDesk, useDeskState, useProfile } from '#renderer/desk-state/open-desk.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { plateStrings } from '#renderer/strings/plate-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { useInkUnderPointer } from './ink-under-pointer.ts';
import { PLATES } from './mix-plates.ts';
import { usePressTables } from './use-press-look.ts';
import './plates-panel.css';

/** The plates to look at, and how much of each ink lies under the pointer. */
export function PlatesPanel() {
  const colours = useDeskState((state) => state.look.colours);
  return colours === 'screen' ? undefined : <OpenPanel colours={colours} />;
}

function OpenPanel({ colours }: { readonly colours: 'proof' | 'plates' }) {
  const words = useWords(plateStrings);
  const change = useLookChange();
  const { tables, failure } = usePressTables(true);
  const failures = useWords(failureStrings);
  return (
    <section className="plates-panel" aria-label={words.titles[colours]}>
      <header>
        <h2>{words.titles[colours]}</h2>
        <IconButton icon={X} label={words.close} onPress={() => change({ colours: 'screen' })} />
      </header>
      {failure !== undefined && (
        <p role="alert">
          {words.noTables} {failures.of(failure)}
        </p>
      )}
      {failure === undefined && tables === undefined && <p role="status">{words.coming}</p>}
      {tables !== undefined && <InkLines tables={tables} hasSwitches={colours === 'plates'} />}
      {tables !== undefined && colours === 'plates' && <PlateChoices />}
    </section>
  );
}

interface InkLinesProps {
  readonly tables: NonNullable<ReturnType<typeof usePressTables>['tables']>;
  readonly hasSwitches: boolean;
}

function InkLines({ tables, hasSwitches }: InkLinesProps) {
  const words = useWords(plateStrings);
  const ink = useInkUnderPointer(tables);
  return (
    <>
      {PLATES.map((plate) => (
        <div className="plate-line" key={plate}>
          {hasSwitches ? (
            <PlateSwitch plate={plate} />
          ) : (
            <span className="plate-name">
              <span className={`plate-sign ${plate}`} />
              {words.plates[plate]}
            </span>
          )}
          <span className="plate-amount">{percent(ink?.[plate])}</span>
        </div>
      ))}
      <InkSum ink={ink} />
    </>
  );
}

function PlateSwitch({ plate }: { readonly plate: Plate }) {
  const words = useWords(plateStrings);
  const change = useLookChange();
  const shown = useDeskState((state) => state.look.plates);
  const choose = (isOn: boolean) => {
    const plates = PLATES.filter((one) => (one === plate ? isOn : shown.includes(one)));
    // With no plate there would be nothing to look at.
    if (plates.length > 0) change({ plates });
  };
  return (
    <ToggleButton className="plate-name" isSelected={shown.includes(plate)} onChange={choose}>
      <span className={`plate-sign ${plate}`} />
      {words.plates[plate]}
    </ToggleButton>
  );
}

/** Rounding four inks to a 255th each adds up to so many percent. */
const ROUNDING_PERCENT = 0.8;

function InkSum({ ink }: { readonly ink: Ink | undefined }) {
  const words = useWords(plateStrings);
  const limit = useProfile()?.inkLimitPercent ?? Number.POSITIVE_INFINITY;
  const sum = ink && ink.c + ink.m + ink.y + ink.k;
  const isOver = sum !== undefined && sum * 100 > limit + ROUNDING_PERCENT;
  return (
    <div className={isOver ? 'plate-line sum over' : 'plate-line sum'}>
      <span className="plate-name">{words.sum}</span>
      <span className="plate-amount">{percent(sum)}</span>
      <span className="plate-limit">
        {isOver ? words.overLimit(limit) : Number.isFinite(limit) && words.limit(limit)}
      </span>
    </div>
  );
}

function PlateChoices() {
  const words = useWords(plateStrings);
  const change = useLookChange();
  const { greysPlate, marksOverInk } = useDeskState((state) => state.look);
  return (
    <div className="plate-choices">
      <Checkbox
        label={words.greysPlate}
        isOn={greysPlate}
        onChange={(isOn) => change({ greysPlate: isOn })}
      />
      <Checkbox
        label={words.marksOverInk}
        isOn={marksOverInk}
        onChange={(isOn) => change({ marksOverInk: isOn })}
      />
    </div>
  );
}

function useLookChange(): (changes: Partial<PageLook>) => void {
  const { state } = useDesk();
  return (changes) => state.change(({ look }) => ({ look: { ...look, ...changes } }));
}

function percent(amount: number | undefined): string {
  return amount === undefined ? '–' : `${Math.round(amount * 100)}%`;
}
