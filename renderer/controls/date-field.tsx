import { Group, Input, TextField as KitTextField, Label, Text } from 'react-aria-components';
import { useLanguage } from '#renderer/strings/use-words.ts';
import { type DraftProps, useDraft } from './use-draft.ts';

/** A calendar date, 2021-06-18, with its day of the week beside it; arrow keys step days. */
export interface DateFieldProps extends DraftProps {
  readonly label: string;
  /** An empty field is in order, such as a contract that does not end. */
  readonly mayBeEmpty?: boolean;
  readonly isDisabled?: boolean;
  readonly isStacked?: boolean;
}

export function DateField(props: DateFieldProps) {
  const { label, isDisabled = false, isStacked = false, value, onCommit } = props;
  const isInOrder = (wanted: string) =>
    dayOf(wanted) !== undefined || (wanted === '' && props.mayBeEmpty === true);
  const language = useLanguage();
  const { text, type, restoreOnEscape } = useDraft(props);
  const commit = (wanted: string) => {
    if (wanted !== value && isInOrder(wanted)) onCommit(wanted);
  };
  const step = (days: number) => {
    const stepped = steppedDate(text, days);
    if (stepped === undefined) return;
    type(stepped);
    commit(stepped);
  };
  return (
    <KitTextField
      className={isStacked ? 'field stacked' : 'field'}
      value={text}
      isDisabled={isDisabled}
      isInvalid={!isInOrder(text)}
      onChange={type}
      onBlur={() => commit(text)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowUp') step(1);
        else if (event.key === 'ArrowDown') step(-1);
        else if (event.key === 'Enter') commit(text);
        restoreOnEscape(event);
      }}
    >
      <Label className="field-label">{label}</Label>
      <Group className="field-box">
        <Input className="field-input" inputMode="numeric" />
        <Text slot="description" className="field-unit">
          {weekday(text, language)}
        </Text>
      </Group>
    </KitTextField>
  );
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The day that an ISO date names, at noon of Greenwich; undefined when there is no such day. */
function dayOf(text: string): Date | undefined {
  if (!ISO_DATE.test(text)) return undefined;
  const day = new Date(`${text}T12:00:00Z`);
  // The 31st of June would pass as the 1st of July.
  return Number.isNaN(day.getTime()) || isoOf(day) !== text ? undefined : day;
}

function isoOf(day: Date): string {
  return day.toISOString().slice(0, 10);
}

/** The date some days later; undefined when the text is none. */
export function steppedDate(text: string, days: number): string | undefined {
  const day = dayOf(text);
  if (day === undefined) return undefined;
  day.setUTCDate(day.getUTCDate() + days);
  return isoOf(day);
}

/** 星期五; empty while the date is incomplete. */
export function weekday(text: string, language: string): string {
  const day = dayOf(text);
  return day?.toLocaleDateString(language, { weekday: 'long', timeZone: 'UTC' }) ?? '';
}
