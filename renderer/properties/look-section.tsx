import type { Block } from '#engine/model/issue.ts';
import { Section } from '#renderer/controls/section.tsx';
import { Select } from '#renderer/controls/select.tsx';
import { Switch } from '#renderer/controls/switch.tsx';
import { templateOf, useDesk, usePage } from '#renderer/desk-state/open-desk.ts';
import { propertyStrings } from '#renderer/strings/property-strings.ts';
import { swatchName } from '#renderer/strings/style-names.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { useSetProperty } from './use-block-edits.ts';

/** The choice that takes border or tint away; no template names one so. */
const NONE = '-';

/** Border, tint and lock of the chosen blocks. */
export function LookSection({ blocks }: { readonly blocks: readonly Block[] }) {
  const words = useWords(propertyStrings);
  const names = useWords(swatchName);
  const template = templateOf(useDesk(), usePage());
  const setProperty = useSetProperty(blocks);
  const none = { id: NONE, label: words.none };
  const choices = (keys: readonly string[]) => [
    none,
    ...keys.map((id) => ({ id, label: names.of(id) })),
  ];
  const isLocked = blocks.every((block) => block.locked);
  return (
    <Section title={words.look}>
      <Select
        label={words.border}
        value={shared(blocks.map((block) => block.border ?? NONE))}
        options={choices(Object.keys(template?.borders ?? {}))}
        onChange={(id) => setProperty(words.steps.look, 'border', id === NONE ? undefined : id)}
      />
      <Select
        label={words.tint}
        value={shared(blocks.map((block) => block.tint ?? NONE))}
        options={choices(Object.keys(template?.swatches ?? {}))}
        onChange={(id) => setProperty(words.steps.look, 'tint', id === NONE ? undefined : id)}
      />
      <Switch
        label={words.locked}
        isOn={isLocked}
        onChange={(locked) =>
          setProperty(locked ? words.steps.lock : words.steps.unlock, 'locked', locked)
        }
      />
    </Section>
  );
}

/** The value that all blocks share; undefined when they differ. */
function shared(values: readonly string[]): string | undefined {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}
