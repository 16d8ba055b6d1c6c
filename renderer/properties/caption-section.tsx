import type { PictureBlock } from '#engine/model/issue.ts';
import { NumberField } from '#renderer/controls/number-field.tsx';
import { Section } from '#renderer/controls/section.tsx';
import { blockNames, propertyStrings } from '#renderer/strings/property-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { useSetProperty } from './use-block-edits.ts';

/** Body lines that a picture block keeps for its caption. */
export function CaptionSection({ block }: { readonly block: PictureBlock }) {
  const words = useWords(propertyStrings);
  const names = useWords(blockNames);
  const setProperty = useSetProperty([block]);
  return (
    <Section title={names.picture}>
      <NumberField
        label={words.captionLines}
        unit={words.bodyLines}
        value={block.captionLines}
        minimum={0}
        maximum={block.area.lines - 1}
        onChange={(lines) => setProperty(words.steps.caption, 'captionLines', lines)}
      />
    </Section>
  );
}
