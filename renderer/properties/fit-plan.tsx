import { Button } from 'react-aria-components';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { fitStrings } from '#renderer/strings/fit-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { previewProps, useEditPreview } from './edit-preview.ts';
import { columnsOf, fitWords, type LeverPlace, leverWords } from './lever-words.ts';
import type { Copyfit } from './use-copyfit.ts';

export interface FitPlanProps {
  readonly place: LeverPlace;
  readonly copyfit: Copyfit;
}

/** The levers that together make the thread fit, applied as one step (凑齐). */
export function FitPlan({ place, copyfit: { plan, isDone } }: FitPlanProps) {
  const { openIssue } = useDesk();
  const words = useWords(fitStrings);
  const preview = useEditPreview();
  if (plan === undefined) {
    return <p className="fit-note">{isDone ? words.noPlan : words.searching}</p>;
  }
  const reached = fitWords(words, plan.after, columnsOf(place.block));
  return (
    <div className="fit-plan">
      <Button
        className="control accent"
        {...previewProps(preview, isDone ? plan.edit : undefined)}
        onPress={() => {
          if (!isDone) return;
          openIssue.edit(words.steps.closeUp, plan.edit);
          preview.end();
        }}
      >
        {words.closeUp}
      </Button>
      <ul className="fit-means">
        {plan.levers.map((lever) => {
          const said = leverWords(words, place, lever);
          return <li key={said}>{said}</li>;
        })}
      </ul>
      <p className={plan.closes ? 'fit-reached full' : 'fit-reached'}>
        {words.planReaches(reached)}
      </p>
    </div>
  );
}
