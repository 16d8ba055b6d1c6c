import type { Imprint } from '#engine/model/issue.ts';
import { Section } from '#renderer/controls/section.tsx';
import { TextArea } from '#renderer/controls/text-field.tsx';
import { blockNames, propertyStrings } from '#renderer/strings/property-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { useSetProperty } from './use-block-edits.ts';

/** The words of the publisher's line (报尾). */
export function ImprintSection({ block }: { readonly block: Imprint }) {
  const words = useWords(propertyStrings);
  const names = useWords(blockNames);
  const setProperty = useSetProperty([block]);
  return (
    <Section title={names.imprint}>
      <TextArea
        label={words.imprint}
        value={block.text}
        onCommit={(text) => setProperty(words.steps.imprint, 'text', text)}
      />
    </Section>
  );
}
