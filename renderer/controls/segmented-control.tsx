import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

/** One of the choices. */
export interface Segment<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly hint?: string;
}

/** A choice of one among a few. */
export interface SegmentedControlProps<Id extends string> {
  readonly label: string;
  /** Undefined when the things chosen differ. */
  readonly value: Id | undefined;
  readonly options: readonly Segment<Id>[];
  readonly onChange: (id: Id) => void;
}

export function SegmentedControl<Id extends string>({
  label,
  value,
  options,
  onChange,
}: SegmentedControlProps<Id>) {
  return (
    <div className="field">
      <span className="field-label" aria-hidden>
        {label}
      </span>
      <ToggleButtonGroup
        className="segments"
        aria-label={label}
        selectionMode="single"
        disallowEmptySelection={value !== undefined}
        selectedKeys={value === undefined ? [] : [value]}
        onSelectionChange={(keys) => {
          const chosen = options.find(({ id }) => keys.has(id));
          if (chosen !== undefined) onChange(chosen.id);
        }}
      >
        {options.map(({ id, label: word, hint }) => (
          <ToggleButton
            key={id}
            id={id}
            className="segment"
            aria-label={hint === undefined ? word : `${word}：${hint}`}
          >
            {word}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
