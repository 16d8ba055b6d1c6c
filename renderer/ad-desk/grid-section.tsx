import type { AdGrid, AdMark } from '#engine/model/issue.ts';
import { NumberField } from '#renderer/controls/number-field.tsx';
import { Section } from '#renderer/controls/section.tsx';
import { Select } from '#renderer/controls/select.tsx';
import { partnerStrings } from '#renderer/strings/partner-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import type { EditGrid } from './chosen-cell.ts';

/** As many as the schema of an ad grid allows. */
const MOST_ROWS = 24;
const MARKS: readonly AdMark[] = ['none', 'topLeft', 'topRight', 'bottomLeft', 'bottomRight'];

interface GridSectionProps {
  readonly grid: AdGrid;
  readonly edit: EditGrid;
}

/** Rows and columns of the grid, and where the word 广告 stands. */
export function GridSection({ grid, edit }: GridSectionProps) {
  const words = useWords(partnerStrings);
  const { id, rows, columns, mark } = grid;
  const resize = (size: { readonly rows?: number; readonly columns?: number }) =>
    edit(words.steps.size, { kind: 'resizedAdGrid', adGrid: id, rows, columns, ...size });
  return (
    <Section title={words.grid}>
      <div className="partners-pair">
        <NumberField
          label={words.rows}
          value={rows}
          minimum={1}
          maximum={MOST_ROWS}
          onChange={(wanted) => resize({ rows: wanted })}
        />
        <NumberField
          label={words.columns}
          value={columns}
          minimum={1}
          maximum={MOST_ROWS}
          onChange={(wanted) => resize({ columns: wanted })}
        />
      </div>
      <Select
        label={words.mark}
        value={mark}
        options={MARKS.map((place) => ({ id: place, label: words.marks[place] }))}
        onChange={(wanted) => {
          const found = MARKS.find((place) => place === wanted);
          if (found === undefined) return;
          edit(words.steps.mark, { kind: 'setAdGrid', adGrid: id, changes: { mark: found } });
        }}
      />
    </Section>
  );
}
