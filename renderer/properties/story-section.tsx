import { storyTrackingSchema } from '#engine/model/issue-schema.ts';
import { NumberField } from '#renderer/controls/number-field.tsx';
import { Section } from '#renderer/controls/section.tsx';
import { TextField } from '#renderer/controls/text-field.tsx';
import { useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { propertyStrings } from '#renderer/strings/property-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

/** The working name of an article (稿件代号), and the tracking of its story (字距). */
export function StorySection({ article }: { readonly article: string }) {
  const { openIssue } = useDesk();
  const words = useWords(propertyStrings);
  const { slugline = '', tracking = 0 } = useIssue().articles[article] ?? {};
  return (
    <Section title={words.text}>
      <TextField
        label={words.slugline}
        value={slugline}
        onCommit={(text) =>
          openIssue.edit(words.steps.slugline, { kind: 'setSlugline', article, slugline: text })
        }
      />
      <NumberField
        label={words.tracking}
        unit="%"
        value={tracking}
        minimum={-2}
        maximum={3}
        onChange={(wanted) => {
          const { data } = storyTrackingSchema.safeParse(Math.round(wanted));
          if (data === undefined) return;
          openIssue.edit(words.steps.tracking, { kind: 'setTracking', article, tracking: data });
        }}
      />
    </Section>
  );
}
