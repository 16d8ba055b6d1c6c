import { Section } from '#renderer/controls/section.tsx';
import { TextField } from '#renderer/controls/text-field.tsx';
import { useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { propertyStrings } from '#renderer/strings/property-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

/** The working name of an article (稿件代号). */
export function SluglineSection({ article }: { readonly article: string }) {
  const { openIssue } = useDesk();
  const words = useWords(propertyStrings);
  const slugline = useIssue().articles[article]?.slugline ?? '';
  return (
    <Section title={words.text}>
      <TextField
        label={words.slugline}
        value={slugline}
        onCommit={(text) =>
          openIssue.edit(words.steps.slugline, { kind: 'setSlugline', article, slugline: text })
        }
      />
    </Section>
  );
}
