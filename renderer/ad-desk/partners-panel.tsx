import { useState } from 'react';
import type { Edit, EditFailure } from '#engine/model/edits/edit.ts';
import type { AdGrid, AdGridBlock, Page } from '#engine/model/issue.ts';
import { Section } from '#renderer/controls/section.tsx';
import {
  useDesk,
  useDeskState,
  useIssue,
  usePage,
  useShownPage,
} from '#renderer/desk-state/open-desk.ts';
import { partnerStrings } from '#renderer/strings/partner-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { CellFields } from './cell-fields.tsx';
import { CellFinding } from './cell-finding.tsx';
import { findingsOfGrid } from './cell-findings.ts';
import { CellMap } from './cell-map.tsx';
import { CellTools } from './cell-tools.tsx';
import { chosenCell } from './chosen-cell.ts';
import { GridSection } from './grid-section.tsx';
import './ad-desk.css';

/** The partner grid of the page as data: size, order, and what stands in each cell. */
export function PartnersPanel() {
  const page = usePage();
  const { adGrids } = useIssue();
  const words = useWords(partnerStrings);
  const selection = useDeskState((state) => state.selection);
  const block = gridBlock(page, selection.kind === 'ad cell' ? selection.block : undefined);
  const grid = block && adGrids[block.adGrid];
  if (block === undefined || grid === undefined) {
    return <p className="panel-empty">{words.none}</p>;
  }
  return <GridPanel key={grid.id} block={block} grid={grid} />;
}

/** The grid that is chosen, else the first one of the page. */
function gridBlock(page: Page | undefined, chosen: string | undefined): AdGridBlock | undefined {
  const grids = page?.blocks.filter((block) => block.kind === 'adGrid') ?? [];
  return grids.find(({ id }) => id === chosen) ?? grids[0];
}

interface GridPanelProps {
  readonly block: AdGridBlock;
  readonly grid: AdGrid;
}

function GridPanel({ block, grid }: GridPanelProps) {
  const desk = useDesk();
  const words = useWords(partnerStrings);
  const shown = useShownPage()?.findings ?? [];
  const selection = useDeskState((state) => state.selection);
  const [refusal, setRefusal] = useState<EditFailure>();
  const chosen = chosenCell(selection, block);
  const content = chosen === undefined ? undefined : grid.cells[chosen];
  const found = shown.filter(({ where }) => where.block === block.id);
  const findings = findingsOfGrid(grid, found);
  const edit = (step: string, wanted: Edit) => {
    const result = desk.openIssue.edit(step, wanted);
    setRefusal(result.ok ? undefined : result.failure);
    return result.ok;
  };
  const choose = (cell: number) =>
    desk.state.change({ selection: { kind: 'ad cell', block: block.id, cell } });
  return (
    <div className="partners">
      <GridSection grid={grid} edit={edit} />
      {refusal !== undefined && (
        <p className="partners-remark" role="alert">
          {words.refusal(refusal)}
        </p>
      )}
      {findings.whole.map((finding) => (
        <CellFinding key={finding.code} finding={finding} />
      ))}
      <Section title={words.cells}>
        <CellMap
          grid={grid}
          chosen={chosen}
          findings={findings.byCell}
          edit={edit}
          onChoose={choose}
        />
        <CellTools />
      </Section>
      {chosen !== undefined && content !== undefined ? (
        <CellFields
          key={chosen}
          grid={grid}
          cell={chosen}
          content={content}
          findings={findings.byCell.get(chosen) ?? []}
          edit={edit}
        />
      ) : (
        <p className="panel-empty">{words.chooseHint}</p>
      )}
    </div>
  );
}
