import type { Block, GridArea } from '#engine/model/issue.ts';
import { ptToMm } from '#engine/units/units.ts';
import { NumberField } from '#renderer/controls/number-field.tsx';
import { Section } from '#renderer/controls/section.tsx';
import { templateOf, useDesk, usePage } from '#renderer/desk-state/open-desk.ts';
import { propertyStrings } from '#renderer/strings/property-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

/** Place and size of a block in characters and body lines, and in millimetres. */
export function AreaSection({ block }: { readonly block: Block }) {
  const desk = useDesk();
  const page = usePage();
  const words = useWords(propertyStrings);
  const template = templateOf(desk, page);
  if (template === undefined) return undefined;
  const { body } = template;
  const { area, locked } = block;
  const change = (changes: Partial<GridArea>) => {
    const wanted = { ...area, ...changes };
    const isMove = wanted.columns === area.columns && wanted.lines === area.lines;
    const { column, line } = wanted;
    desk.openIssue.edit(
      words.steps.area,
      isMove
        ? { kind: 'movedBlock', block: block.id, column, line }
        : { kind: 'resizedBlock', block: block.id, area: wanted, cutouts: block.cutouts },
    );
  };
  const mm = (cells: number, cellPt: number) => ptToMm(cells * cellPt).toFixed(1);
  return (
    <Section title={words.area}>
      <div className="properties-pair">
        <NumberField
          label={words.column}
          unit={words.characters}
          value={area.column}
          step={0.5}
          minimum={0}
          maximum={body.columns - area.columns}
          isDisabled={locked}
          onChange={(column) => change({ column })}
        />
        <NumberField
          label={words.line}
          unit={words.bodyLines}
          value={area.line}
          minimum={0}
          maximum={body.lines - area.lines}
          isDisabled={locked}
          onChange={(line) => change({ line })}
        />
        <NumberField
          label={words.columns}
          unit={words.characters}
          value={area.columns}
          step={0.5}
          minimum={2}
          maximum={body.columns - area.column}
          isDisabled={locked}
          onChange={(columns) => change({ columns })}
        />
        <NumberField
          label={words.lines}
          unit={words.bodyLines}
          value={area.lines}
          minimum={1}
          maximum={body.lines - area.line}
          isDisabled={locked}
          onChange={(lines) => change({ lines })}
        />
      </div>
      <p className="properties-note">
        {words.millimetres(mm(area.columns, body.sizePt), mm(area.lines, body.leadingPt))}
      </p>
    </Section>
  );
}
