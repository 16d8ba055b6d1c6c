import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Block } from '#engine/model/issue.ts';
import { IconButton } from '#renderer/controls/icon-button.tsx';
import { PropertyRow, Section } from '#renderer/controls/section.tsx';
import { useDesk, usePage } from '#renderer/desk-state/open-desk.ts';
import { propertyStrings } from '#renderer/strings/property-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

/** Place of a block in the reading order of its page, which is also the order of painting. */
export function OrderSection({ block }: { readonly block: Block }) {
  const { openIssue } = useDesk();
  const page = usePage();
  const words = useWords(propertyStrings);
  const order = page?.blocks.map(({ id }) => id) ?? [];
  const place = order.indexOf(block.id);
  if (page === undefined || place < 0) return undefined;
  const moveTo = (wanted: number) => {
    const others = order.filter((id) => id !== block.id);
    const next = [...others.slice(0, wanted), block.id, ...others.slice(wanted)];
    openIssue.edit(words.steps.order, { kind: 'reorderedBlocks', page: page.id, order: next });
  };
  return (
    <Section title={words.order}>
      <PropertyRow label={words.place(place + 1, order.length)}>
        <IconButton
          icon={ArrowUp}
          label={words.forward}
          isDisabled={place === 0}
          onPress={() => moveTo(place - 1)}
        />
        <IconButton
          icon={ArrowDown}
          label={words.backward}
          isDisabled={place === order.length - 1}
          onPress={() => moveTo(place + 1)}
        />
      </PropertyRow>
    </Section>
  );
}
