import type { PageChanges } from '#engine/model/edits/edit.ts';
import { PropertyRow, Section } from '#renderer/controls/section.tsx';
import { SegmentedControl } from '#renderer/controls/segmented-control.tsx';
import { TextField } from '#renderer/controls/text-field.tsx';
import { templateOf, useDesk, useIssue, usePage } from '#renderer/desk-state/open-desk.ts';
import { propertyStrings } from '#renderer/strings/property-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

/** The page that shows, and the issue it belongs to: what folio line and file names say. */
export function PageSection() {
  const desk = useDesk();
  const page = usePage();
  const { paper, supplement, date } = useIssue();
  const words = useWords(propertyStrings);
  const template = templateOf(desk, page);
  if (page === undefined || template === undefined) return undefined;
  const { steps } = words;
  const setIssue = (changes: { paper?: string; supplement?: string; date?: string }) =>
    desk.openIssue.edit(steps.issue, { kind: 'setIssue', changes });
  const setPage = (changes: PageChanges) =>
    desk.openIssue.edit(steps.page, { kind: 'setPage', page: page.id, changes });
  return (
    <div className="properties">
      <Section title={words.page}>
        <TextField
          label={words.pageNumber}
          value={page.number}
          onCommit={(number) => setPage({ number })}
        />
        <TextField
          label={words.pageName}
          value={page.name}
          onCommit={(name) => setPage({ name })}
        />
        <SegmentedControl
          label={words.colours}
          value={page.colours ?? 'four'}
          options={(['four', 'red', 'black'] as const).map((id) => {
            return { id, label: words.coloursOf[id], hint: words.coloursHint[id] };
          })}
          onChange={(colours) => setPage({ colours })}
        />
        <PropertyRow label={words.template}>
          <span>{template.name}</span>
        </PropertyRow>
        <PropertyRow label={words.capacity}>
          <span>{words.capacityOf(template.body.columns, template.body.lines)}</span>
        </PropertyRow>
      </Section>
      <Section title={words.issue}>
        <TextField
          label={words.paper}
          value={paper}
          onCommit={(text) => setIssue({ paper: text })}
        />
        <TextField
          label={words.supplement}
          value={supplement}
          onCommit={(text) => setIssue({ supplement: text })}
        />
        <TextField
          label={words.date}
          value={date}
          inputType="date"
          onCommit={(text) => setIssue({ date: text })}
        />
      </Section>
      <p className="properties-note">{words.nothing}</p>
    </div>
  );
}
