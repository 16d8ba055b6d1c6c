import { RotateCcw } from 'lucide-react';
import type { Edit } from '#engine/model/edits/edit.ts';
import { blockReferences } from '#engine/model/issue-references.ts';
import { IconButton } from '#renderer/controls/icon-button.tsx';
import { PropertyRow, Section } from '#renderer/controls/section.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { fitStrings } from '#renderer/strings/fit-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { type FitWords, type LeverPlace, paragraphName, trackingWords } from './lever-words.ts';

/** Stories that are tracked, paragraphs a line tighter or looser, and how they are let go again. */
export function SpacingInForce({ place }: { readonly place: LeverPlace }) {
  const { openIssue } = useDesk();
  const words = useWords(fitStrings);
  const bent = bentSpacings(words, place);
  if (bent.length === 0) return undefined;
  return (
    <Section title={words.inForce}>
      {bent.map(({ said, evenAgain, edit }) => (
        <PropertyRow key={JSON.stringify(edit)} label={said}>
          <IconButton
            icon={RotateCcw}
            label={evenAgain}
            onPress={() => openIssue.edit(words.steps.even, edit)}
          />
        </PropertyRow>
      ))}
    </Section>
  );
}

interface BentSpacing {
  readonly said: string;
  readonly evenAgain: string;
  /** Sets it as the styles have it. */
  readonly edit: Edit;
}

function bentSpacings(words: FitWords, place: LeverPlace): readonly BentSpacing[] {
  return blockReferences(place.block).articles.flatMap((article) => [
    ...bentTracking(words, place, article),
    ...bentParagraphs(words, place, article),
  ]);
}

function bentTracking(words: FitWords, place: LeverPlace, article: string): BentSpacing[] {
  const tracking = place.issue.articles[article]?.tracking ?? 0;
  if (tracking === 0) return [];
  const even = { article, tracking: 0 } as const;
  return [
    {
      said: trackingWords(words, place, { article, tracking }),
      evenAgain: trackingWords(words, place, even),
      edit: { kind: 'setTracking', ...even },
    },
  ];
}

function bentParagraphs(words: FitWords, place: LeverPlace, article: string): BentSpacing[] {
  const paragraphs = place.issue.articles[article]?.story.paragraphs ?? [];
  return paragraphs.flatMap(({ looseness }, paragraph) => {
    if (looseness === 0) return [];
    const name = paragraphName(words, place, { article, paragraph });
    return {
      said: looseness < 0 ? words.isTight(name) : words.isLoose(name),
      evenAgain: words.evenAgain(name),
      edit: { kind: 'setLooseness', article, paragraph, looseness: 0 },
    };
  });
}
