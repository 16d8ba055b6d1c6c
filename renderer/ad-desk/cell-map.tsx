import { GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import { isEmptyAdCell } from '#engine/model/ad-cells.ts';
import type { AdCell, AdGrid } from '#engine/model/issue.ts';
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
  const items = grid.cells.map((content, id): MapCell => ({ id, content }));
  const { dragAndDropHooks } = useDragAndDrop<MapCell>({
    getItems: (keys) => [...keys].map((key) => ({ 'banxin/ad-cell': String(key) })),
    onReorder: ({ keys, target }) => {
      const [cell] = [...keys].map(Number);
      if (cell === undefined) return;
      const before = Number(target.key) + (target.dropPosition === 'after' ? 1 : 0);
      const to = before > cell ? before - 1 : before;
      if (to !== cell && edit(words.steps.order, movedCell({ grid, cell }, to))) onChoose(to);
    },
  });
  return (
    <GridList
      className="cell-map"
      aria-label={words.cells}
      layout="grid"
      items={items}
      dependencies={[findings, words]}
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
        const place = words.cell(Math.floor(id / grid.columns) + 1, (id % grid.columns) + 1);
        return (
          <GridListItem
            id={id}
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
