import type { HeadlineReading } from '#engine/compose/read-headline.ts';
import type { HeadlineLayout } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import { Button } from '#renderer/controls/button.tsx';
import { NumberField } from '#renderer/controls/number-field.tsx';
import { Section } from '#renderer/controls/section.tsx';
import { SegmentedControl } from '#renderer/controls/segmented-control.tsx';
import { useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { headlineStrings } from '#renderer/strings/headline-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { placedAt, roomyExtent } from './headline-changes.ts';
import { type HeadlineSpot, layoutEdit } from './headline-spot.ts';
import { useSettledPage } from './settled-page.ts';

/** A headline, the template it is set with, and how it comes out. */
export interface HeadlineProps {
  readonly spot: HeadlineSpot;
  readonly template: PageTemplate;
  readonly reading: HeadlineReading | undefined;
}

/** Where the headline stands and how much room it takes (占行). */
export function HeadlineRoom({ spot, template, reading }: HeadlineProps) {
  const { openIssue } = useDesk();
  const words = useWords(headlineStrings);
  const { block, layout } = spot;
  const article = useIssue().articles[spot.article];
  const isAbove = layout.placement === 'above';
  const unit = isAbove ? words.bodyLines : words.characters;
  const set = (step: string, changed: HeadlineLayout) =>
    openIssue.edit(step, layoutEdit(spot, changed));
  return (
    <Section title={words.room}>
      {block.kind === 'article' && (
        <SegmentedControl
          label={words.placement}
          value={layout.placement}
          options={[
            { id: 'above', label: words.above },
            { id: 'left', label: words.left, hint: words.upright },
            { id: 'right', label: words.right, hint: words.upright },
          ]}
          onChange={(placement) =>
            set(
              words.steps.placement,
              placedAt(layout, placement, { template, block: block.area, texts: article ?? {} }),
            )
          }
        />
      )}
      <div className="properties-pair">
        <NumberField
          label={isAbove ? words.extent : words.extentBeside}
          unit={unit}
          value={layout.extent}
          minimum={1}
          maximum={isAbove ? block.area.lines - 1 : block.area.columns - LEAST_STORY}
          isDisabled={block.locked}
          onChange={(extent) => set(words.steps.extent, { ...layout, extent })}
        />
        {reading !== undefined && (
          <p className="properties-note">
            {words.size(
              cells(reading.widthPt / template.body.sizePt),
              cells(reading.heightPt / template.body.leadingPt),
            )}
          </p>
        )}
      </div>
      <Excess spot={spot} template={template} />
    </Section>
  );
}

/** Characters of width that a headline beside it leaves the story. */
const LEAST_STORY = 4;

/** The headline is larger than its room: by how much, and the room that would do. */
function Excess({ spot, template }: Pick<HeadlineProps, 'spot' | 'template'>) {
  const { openIssue } = useDesk();
  const words = useWords(headlineStrings);
  const { layout, article } = spot;
  const found = useSettledPage()?.findings.find(({ code, where }) => {
    return code === 'headline-overset' && where.text?.startsWith(`article:${article}/`);
  });
  const excessPt = Number(found?.values.excessPt ?? 0);
  if (excessPt <= 0) return undefined;
  const isAbove = layout.placement === 'above';
  const extent = roomyExtent(layout, excessPt, template);
  return (
    <div className="headline-excess" role="status">
      <span>{(isAbove ? words.tooHigh : words.tooBroad)(cells(excessPt))}</span>
      <Button
        onPress={() => openIssue.edit(words.steps.extent, layoutEdit(spot, { ...layout, extent }))}
      >
        {words.roomy(extent, isAbove ? words.bodyLines : words.characters)}
      </Button>
    </div>
  );
}

/** Whole, or with one decimal. */
function cells(count: number): string {
  return String(Math.round(count * 10) / 10);
}
