import { RotateCcw } from 'lucide-react';
import { blockReferences } from '#engine/model/issue-references.ts';
import { IconButton } from '#renderer/controls/icon-button.tsx';
import { PropertyRow, Section } from '#renderer/controls/section.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { fitStrings } from '#renderer/strings/fit-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { type LeverPlace, paragraphName } from './lever-words.ts';

/** Paragraphs that gain or save a line by spacing, and how they are let go again. */
export function SpacingInForce({ place }: { readonly place: LeverPlace }) {
  const { openIssue } = useDesk();
  const words = useWords(fitStrings);
  const { issue, block } = place;
  const bent = blockReferences(block).articles.flatMap((article) =>
    (issue.articles[article]?.story.paragraphs ?? []).flatMap(({ looseness }, paragraph) =>
      looseness === 0 ? [] : [{ article, paragraph, looseness }],
    ),
  );
  if (bent.length === 0) return undefined;
  return (
    <Section title={words.inForce}>
      {bent.map(({ looseness, ...at }) => {
        const name = paragraphName(words, place, at);
        return (
          <PropertyRow
            key={`${at.article}/${at.paragraph}`}
            label={looseness < 0 ? words.isTight(name) : words.isLoose(name)}
          >
            <IconButton
              icon={RotateCcw}
              label={words.evenAgain(name)}
              onPress={() =>
                openIssue.edit(words.steps.even, { kind: 'setLooseness', ...at, looseness: 0 })
              }
            />
          </PropertyRow>
        );
      })}
    </Section>
  );
}
