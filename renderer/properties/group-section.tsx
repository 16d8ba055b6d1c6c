import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { ArticleGroup, GroupMember } from '#engine/model/issue.ts';
import { IconButton } from '#renderer/controls/icon-button.tsx';
import { NumberField } from '#renderer/controls/number-field.tsx';
import { PropertyRow, Section } from '#renderer/controls/section.tsx';
import { SegmentedControl } from '#renderer/controls/segmented-control.tsx';
import { TextField } from '#renderer/controls/text-field.tsx';
import { useIssue } from '#renderer/desk-state/open-desk.ts';
import { propertyStrings } from '#renderer/strings/property-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { type SetProperty, useSetProperty } from './use-block-edits.ts';

/** A group's standing head, and how its members run. */
export function GroupSection({ block }: { readonly block: ArticleGroup }) {
  const words = useWords(propertyStrings);
  const setProperty = useSetProperty([block]);
  const step = words.steps.group;
  const isAbove = block.headPlacement === 'above';
  return (
    <>
      <Section title={words.group}>
        <TextField
          label={words.standingHead}
          value={block.standingHead}
          onCommit={(text) => setProperty(step, 'standingHead', text)}
        />
        <SegmentedControl
          label={words.headPlacement}
          value={block.headPlacement}
          options={(['above', 'left', 'right'] as const).map((id) => ({ id, label: words[id] }))}
          onChange={(placement) => setProperty(step, 'headPlacement', placement)}
        />
        <NumberField
          label={words.extent}
          unit={isAbove ? words.bodyLines : words.characters}
          value={block.extent}
          minimum={1}
          maximum={isAbove ? block.area.lines - 1 : block.area.columns - 4}
          onChange={(extent) => setProperty(step, 'extent', extent)}
        />
        <SegmentedControl
          label={words.arrangement}
          value={block.arrangement}
          options={[
            { id: 'run', label: words.run },
            { id: 'columns', label: words.sideBySide },
          ]}
          onChange={(arrangement) => setProperty(step, 'arrangement', arrangement)}
        />
      </Section>
      <Members block={block} setProperty={setProperty} />
    </>
  );
}

interface MembersProps {
  readonly block: ArticleGroup;
  readonly setProperty: SetProperty;
}

function Members({ block, setProperty }: MembersProps) {
  const words = useWords(propertyStrings);
  const { articles } = useIssue();
  const { members } = block;
  const write = (wanted: readonly GroupMember[]) =>
    setProperty(words.steps.group, 'members', wanted);
  return (
    <Section title={words.members}>
      {members.map((member, place) => {
        const slugline = articles[member.article]?.slugline ?? '';
        return (
          <PropertyRow key={member.article} label={slugline}>
            <IconButton
              icon={ArrowUp}
              label={words.memberUp(slugline)}
              isDisabled={place === 0}
              onPress={() => write(swapped(members, place, place - 1))}
            />
            <IconButton
              icon={ArrowDown}
              label={words.memberDown(slugline)}
              isDisabled={place === members.length - 1}
              onPress={() => write(swapped(members, place, place + 1))}
            />
            <IconButton
              icon={X}
              label={words.memberOut(slugline)}
              isDisabled={members.length === 1}
              onPress={() => write(members.filter((one) => one !== member))}
            />
          </PropertyRow>
        );
      })}
    </Section>
  );
}

function swapped(
  members: readonly GroupMember[],
  place: number,
  other: number,
): readonly GroupMember[] {
  return members.map((member, index) => {
    if (index === place) return members[other] ?? member;
    return index === other ? (members[place] ?? member) : member;
  });
}
