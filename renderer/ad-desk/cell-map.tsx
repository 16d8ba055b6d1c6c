import { GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import { EMPTY_AD_CELL, isEmptyAdCell } from '#engine/model/ad-cells.ts';
import type { AdCell, AdGrid } from '#engine/model/issue.ts';
import { shownCells, spanOfCell } from '#engine/model/merged-cells.ts';
import type { Finding } from '#engine/units/finding.ts';
import { findingStrings } from '#renderer/strings/finding-strings.ts';
import { partnerStrings } from '#renderer/strings/partner-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { movedCell } from './cell-edits.ts';
import { cellName } from './cell-name.ts';
import type { EditGrid } from './chosen-cell.ts';

interface CellMapProps {
  readonly grid: AdGrid;
  readonly chosen: number | undefined;
  readonly findings: ReadonlyMap<number, readonly Finding[]>;
  readonly edit: EditGrid;
  readonly onChoose: (cell: number) => void;
}

interface MapCell {
  readonly id: number;
  readonly content: AdCell;
}

/**
 * The cells as they lie on the page: chosen by click or arrow keys, put in another order by
 * dragging (with the keyboard: Enter takes a cell up, Tab goes through the places, Enter puts it
 * down).
 */
export function CellMap({ grid, chosen, findings, edit, onChoose }: CellMapProps) {
  const words = useWords(partnerStrings);
  const sentences = useWords(findingStrings);
  const shown = shownCells(grid);
  const items = shown.map((id): MapCell => ({ id, content: grid.cells[id] ?? EMPTY_AD_CELL }));
  const { dragAndDropHooks } = useDragAndDrop<MapCell>({
    getItems: (keys) => [...keys].map((key) => ({ 'banxin/ad-cell': String(key) })),
    onReorder: ({ keys, target }) => {
      const [cell] = [...keys].map(Number);
      if (cell === undefined) return;
      const places = shown.filter((place) => place !== cell);
      const by = target.dropPosition === 'after' ? 1 : 0;
      const to = shown[Math.max(0, places.indexOf(Number(target.key)) + by)];
      if (to !== undefined && to !== cell && edit(words.steps.order, movedCell({ grid, cell }, to)))
        onChoose(to);
    },
  });
  return (
    <GridList
      className="cell-map"
      aria-label={words.cells}
      layout="grid"
      items={items}
      dependencies={[findings, words, grid.merged]}
      style={{ gridTemplateColumns: `repeat(${grid.columns}, minmax(0, 1fr))` }}
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={chosen === undefined ? [] : [chosen]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        if (key !== undefined) onChoose(Number(key));
      }}
      dragAndDropHooks={dragAndDropHooks}
    >
      {({ id, content }) => {
        const name = cellName(content, words);
        const found = findings.get(id) ?? [];
        const span = spanOfCell(grid, id);
        const place = words.cell(span.row + 1, span.column + 1);
        return (
          <GridListItem
            id={id}
            style={{ gridRow: `span ${span.rows}`, gridColumn: `span ${span.columns}` }}
            className={`cell-of-map ${isEmptyAdCell(content) ? 'empty' : content.kind}`}
            textValue={[name, place, ...found.map(sentences.of)].join('，')}
          >
            <span className="cell-name">{name}</span>
            {found.length > 0 && <span className={`cell-light ${gravest(found)}`} aria-hidden />}
          </GridListItem>
        );
      }}
    </GridList>
  );
}

function gravest(found: readonly Finding[]): string {
  if (found.some(({ severity }) => severity === 'blocks press')) return 'blocks-press';
  return found.some(({ severity }) => severity === 'warns') ? 'warns' : 'informs';
}
