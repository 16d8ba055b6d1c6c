import type { ThreadFit } from '#engine/compose/fit-badges.ts';
import { blockTitle } from '#renderer/make-up/area-words.ts';
import { fitStrings } from '#renderer/strings/fit-strings.ts';
import { blockNames } from '#renderer/strings/property-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { columnsOf, fitWords, isHole, type LeverPlace } from './lever-words.ts';

export interface FitStateProps {
  readonly place: LeverPlace;
  readonly fit: ThreadFit;
}

/** How full a thread is: +3 行, −2 行 or 正好, and what that means. */
export function FitState({ place, fit }: FitStateProps) {
  const words = useWords(fitStrings);
  const names = useWords(blockNames);
  const { issue, block } = place;
  const { oversetLines, oversetCharacters, freeLines, freeCharacters } = fit;
  const columns = columnsOf(block);
  const isShort = isHole(freeLines, columns);
  const sentence = () => {
    if (oversetLines > 0) return words.overset(oversetLines, oversetCharacters);
    if (isShort) return words.short(freeLines, freeCharacters);
    return freeLines > 0 ? words.levelled(freeLines) : words.full;
  };
  const look = oversetLines > 0 ? 'over' : isShort ? 'short' : 'full';
  return (
    <div className={`fit-state ${look}`} role="status">
      <h3>{blockTitle(issue, block) || names[block.kind]}</h3>
      <strong>{fitWords(words, fit, columns)}</strong>
      <span>{sentence()}</span>
    </div>
  );
}
