import { Plus, X } from 'lucide-react';
import { sizeSteps } from '#engine/compose/fit-line.ts';
import type { HeadlinePartReading } from '#engine/compose/read-headline.ts';
import type { HeadlineLayout, HeadlinePartLayout } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import { IconButton } from '#renderer/controls/icon-button.tsx';
import { PropertyRow, Section } from '#renderer/controls/section.tsx';
import { SegmentedControl } from '#renderer/controls/segmented-control.tsx';
import { Select } from '#renderer/controls/select.tsx';
import { Switch } from '#renderer/controls/switch.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { HeadWords } from '#renderer/story-editor/head-words.tsx';
import { headlineStrings, zihaoNames } from '#renderer/strings/headline-strings.ts';
import { swatchName } from '#renderer/strings/style-names.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { HeadlineBreaks } from './headline-breaks.tsx';
import {
  type HeadlinePartName,
  headlineStyles,
  unbroken,
  withPart,
  withPartAdded,
  withPartRemoved,
} from './headline-changes.ts';
import { HeadlineCounts } from './headline-counts.tsx';
import type { HeadlineProps } from './headline-room.tsx';
import { layoutEdit } from './headline-spot.ts';

export interface HeadlinePartProps extends HeadlineProps {
  readonly name: HeadlinePartName;
  readonly text: string;
}

/** Kicker, headline or deck; a kicker or deck that is not set can be added. */
export function HeadlinePart(props: HeadlinePartProps) {
  const { spot, template, reading, name, text } = props;
  const { openIssue } = useDesk();
  const words = useWords(headlineStrings);
  const part = spot.layout[name];
  const title = words.parts[name];
  const set = (step: string, layout: HeadlineLayout) =>
    openIssue.edit(step, layoutEdit(spot, layout));
  if (part === undefined) {
    if (name === 'headline') return undefined;
    const label = text === '' ? words.add(title) : words.addBack(title, unbroken(text));
    return (
      <div className="headline-absent">
        <PropertyRow label={text === '' ? title : `${title}　${unbroken(text)}`}>
          <IconButton
            icon={Plus}
            label={label}
            isDisabled={spot.block.locked}
            onPress={() => {
              set(words.steps.add(title), withPartAdded(spot.layout, name, template));
            }}
          />
        </PropertyRow>
      </div>
    );
  }
  const read = reading?.parts.find((one) => one.part === name);
  return (
    <Section title={title}>
      <div className="headline-words">
        <HeadWords
          article={spot.article}
          part={name}
          text={text}
          className={`headline-field ${name}`}
          label={words.words(title)}
        />
        {name !== 'headline' && (
          <IconButton
            icon={X}
            label={words.remove(title)}
            isDisabled={spot.block.locked}
            onPress={() => set(words.steps.remove(title), withPartRemoved(spot.layout, name))}
          />
        )}
      </div>
      {read !== undefined && text !== '' && <HeadlineCounts reading={read} />}
      <PartSetting {...props} part={part} read={read} />
      {text !== '' && <HeadlineBreaks {...{ spot, template, name, text }} lines={part.lines} />}
    </Section>
  );
}

interface PartSettingProps extends HeadlinePartProps {
  readonly part: HeadlinePartLayout;
  readonly read: HeadlinePartReading | undefined;
}

function PartSetting({ spot, template, name, text, part }: PartSettingProps) {
  const { openIssue } = useDesk();
  const words = useWords(headlineStrings);
  const styles = useWords(swatchName);
  const { layout } = spot;
  const change = (step: string, changes: Partial<HeadlinePartLayout>) =>
    openIssue.edit(step, layoutEdit(spot, withPart(layout, name, changes)));
  const isDown = layout.placement !== 'above';
  return (
    <>
      <Select
        label={words.style}
        value={part.style}
        options={headlineStyles(template, part.style).map((id) => ({ id, label: styles.of(id) }))}
        onChange={(style) => change(words.steps.style, { style })}
      />
      <SizeChoice
        part={part}
        template={template}
        onChange={(sizePt) => change(words.steps.size, { sizePt })}
      />
      {text.includes('\n') ? (
        <PropertyRow label={words.byHand(text.split('\n').length)}>
          <IconButton
            icon={X}
            label={words.joinLines}
            onPress={() =>
              openIssue.edit(words.steps.breaks, {
                kind: 'setHeadlinePart',
                article: spot.article,
                part: name,
                text: unbroken(text),
              })
            }
          />
        </PropertyRow>
      ) : (
        <SegmentedControl
          label={words.lines}
          value={LINE_CHOICES.find((id) => id === String(part.lines ?? 0))}
          options={LINE_CHOICES.map((id) => ({ id, label: id === '0' ? words.automatic : id }))}
          onChange={(id) => {
            change(words.steps.lines, { lines: id === '0' ? undefined : Number(id) });
          }}
        />
      )}
      <SegmentedControl
        label={words.align}
        value={part.align}
        options={[
          { id: 'left', label: isDown ? words.alignTop : words.alignLeft },
          { id: 'centre', label: words.alignCentre },
          { id: 'right', label: isDown ? words.alignBottom : words.alignRight },
        ]}
        onChange={(align) => change(words.steps.align, { align })}
      />
      <Switch
        label={words.fit}
        isOn={part.fit}
        onChange={(fit) => change(words.steps.fit, { fit })}
      />
    </>
  );
}

/** `0` lets the width decide. */
const LINE_CHOICES = ['0', '1', '2', '3'] as const;

interface SizeChoiceProps {
  readonly part: HeadlinePartLayout;
  readonly template: PageTemplate;
  readonly onChange: (sizePt: number | undefined) => void;
}

/** The style's own size. */
const OF_STYLE = '-';
/** Shares of the style's size between which the ladder is offered. */
const LEAST_SHARE = 0.5;
const MOST_SHARE = 2;

function SizeChoice({ part, template, onChange }: SizeChoiceProps) {
  const words = useWords(headlineStrings);
  const names = useWords(zihaoNames);
  const ownPt = template.styles[part.style]?.sizePt ?? template.body.sizePt;
  const steps = sizeSteps({ leastPt: ownPt * LEAST_SHARE, mostPt: ownPt * MOST_SHARE });
  const between = steps.slice(1, -1);
  const { sizePt } = part;
  const sizes = sizePt === undefined || between.includes(sizePt) ? between : [sizePt, ...between];
  const named = (size: number) => {
    const name = names.of(size);
    const shown = String(size);
    return name === '' ? words.points(shown) : words.namedPoints(shown, name);
  };
  return (
    <Select
      label={words.typeSize}
      value={sizePt === undefined ? OF_STYLE : String(sizePt)}
      options={[
        { id: OF_STYLE, label: words.ofStyle(String(ownPt)) },
        ...sizes
          .toSorted((a, b) => b - a)
          .map((size) => ({ id: String(size), label: named(size) })),
      ]}
      onChange={(id) => onChange(id === OF_STYLE ? undefined : Number(id))}
    />
  );
}
