import { Button } from 'react-aria-components';
import type { CopyfitProposal } from '#engine/compose/copyfit.ts';
import { Section } from '#renderer/controls/section.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { findingStrings } from '#renderer/strings/finding-strings.ts';
import { fitStrings } from '#renderer/strings/fit-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { type EditPreview, previewProps, useEditPreview } from './edit-preview.ts';
import type { FitPlanProps } from './fit-plan.tsx';
import { columnsOf, fitWords, type LeverPlace, leverWords } from './lever-words.ts';

/** The levers that are permitted, each with its effect before it is pulled. */
export function FitLevers({ place, copyfit: { proposals, isDone } }: FitPlanProps) {
  const words = useWords(fitStrings);
  const preview = useEditPreview();
  return (
    <Section title={words.levers}>
      {proposals.length === 0 && (
        <p className="fit-note">{isDone ? words.noLevers : words.searching}</p>
      )}
      <div className="fit-levers">
        {proposals.map((proposal) => (
          <LeverLine
            key={JSON.stringify(proposal.lever)}
            {...{ place, proposal, isDone, preview }}
          />
        ))}
      </div>
    </Section>
  );
}

interface LeverLineProps {
  readonly place: LeverPlace;
  readonly proposal: CopyfitProposal;
  readonly isDone: boolean;
  readonly preview: EditPreview;
}

function LeverLine({ place, proposal, isDone, preview }: LeverLineProps) {
  const { openIssue } = useDesk();
  const words = useWords(fitStrings);
  const sentences = useWords(findingStrings);
  const { lever, edit, lines, after, findings } = proposal;
  const said = leverWords(words, place, lever);
  const state = fitWords(words, after, columnsOf(place.block));
  const effect = lines > 0 ? words.saves(lines) : words.takes(-lines);
  return (
    <Button
      className={isDone ? 'fit-lever' : 'fit-lever waiting'}
      {...previewProps(preview, isDone ? edit : undefined)}
      onPress={() => {
        // A button that is switched off would lose the keyboard while the next trials run.
        if (!isDone) return;
        openIssue.edit(words.steps.fit(said), edit);
        preview.end();
      }}
    >
      <span className="fit-lever-words">{said}</span>
      <span className={state === words.even ? 'fit-effect full' : 'fit-effect'}>
        {effect}　{state}
      </span>
      {findings.map((finding) => (
        <span
          key={`${finding.code}/${JSON.stringify([finding.where, finding.values])}`}
          className="fit-price"
        >
          {sentences.of(finding)}
        </span>
      ))}
    </Button>
  );
}
