import type { ArticleBlock, ArticleGroup, ColumnMode, InnerColumns } from '#engine/model/issue.ts';
import { NumberField } from '#renderer/controls/number-field.tsx';
import { Section } from '#renderer/controls/section.tsx';
import { SegmentedControl } from '#renderer/controls/segmented-control.tsx';
import { Switch } from '#renderer/controls/switch.tsx';
import { propertyStrings } from '#renderer/strings/property-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { useSetProperty } from './use-block-edits.ts';

const MODES: readonly ColumnMode[] = ['absolute', 'relative', 'free', 'automatic'];
/** More would be narrower than a headline; 8 of 12 characters fill a broadsheet. */
const MOST_COLUMNS = 8;

/** Columns inside a block: how many, in which mode, with what between them. */
export function ColumnsSection({ block }: { readonly block: ArticleBlock | ArticleGroup }) {
  const words = useWords(propertyStrings);
  const setProperty = useSetProperty([block]);
  const { columns } = block;
  const change = (changes: Partial<InnerColumns>) =>
    setProperty(words.steps.columns, 'columns', { ...columns, ...changes });
  const hints: Readonly<Record<ColumnMode, string>> = {
    absolute: words.absoluteHint,
    relative: words.relativeHint,
    free: words.freeHint,
    automatic: words.automaticHint,
  };
  return (
    <Section title={words.innerColumns}>
      <div className="properties-pair">
        <NumberField
          label={words.innerColumns}
          value={columns.count}
          minimum={1}
          maximum={MOST_COLUMNS}
          onChange={(count) => change({ count })}
        />
        <NumberField
          label={words.gutter}
          unit={words.characters}
          value={columns.gutter}
          step={0.25}
          minimum={0}
          maximum={6}
          onChange={(gutter) => change({ gutter })}
        />
      </div>
      <SegmentedControl
        label={words.columnMode}
        value={columns.mode}
        options={MODES.map((mode) => ({ id: mode, label: words[mode], hint: hints[mode] }))}
        onChange={(mode) => change({ mode })}
      />
      <div className="properties-pair">
        <Switch
          label={words.columnRule}
          isOn={columns.rule}
          onChange={(rule) => change({ rule })}
        />
        <Switch
          label={words.balance}
          isOn={columns.balance}
          onChange={(balance) => change({ balance })}
        />
      </div>
    </Section>
  );
}
