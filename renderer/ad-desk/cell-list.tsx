import { ArrowDown, ArrowUp, TriangleAlert } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import { isEmptyAdCell } from '#engine/model/ad-cells.ts';
import type { AdCell, AdGrid } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import { IconButton } from '#renderer/controls/icon-button.tsx';
import { Section } from '#renderer/controls/section.tsx';
import { findingStrings } from '#renderer/strings/finding-strings.ts';
import { partnerStrings } from '#renderer/strings/partner-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import type { EditGrid } from './chosen-cell.ts';

interface CellListProps {
  readonly grid: AdGrid;
  readonly chosen: number | undefined;
  readonly findings: ReadonlyMap<number, readonly Finding[]>;
  readonly edit: EditGrid;
  readonly onChoose: (cell: number) => void;
}

/** The cells row by row; each can be chosen, and moved one place on or back. */
export function CellList({ grid, chosen, findings, edit, onChoose }: CellListProps) {
  const words = useWords(partnerStrings);
  const sentences = useWords(findingStrings);
  const move = (cell: number, other: number) => {
    const order = grid.cells.map((_, place) => place);
    order.splice(cell, 1);
    order.splice(other, 0, cell);
    const isMoved = edit(words.steps.order, { kind: 'reorderedAdCells', adGrid: grid.id, order });
    if (isMoved) onChoose(other);
  };
  return (
    <Section title={words.cells}>
      <ol className="partners-cells">
        {grid.cells.map((content, cell) => {
          const row = Math.floor(cell / grid.columns) + 1;
          const column = (cell % grid.columns) + 1;
          const name = nameOf(content) ?? words[emptyName(content)];
          const said = (findings.get(cell) ?? []).map(sentences.of);
          return (
            // A cell has no name but its place.
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is the cell
            <li key={cell} className="partners-cell">
              <ToggleButton
                className="control quiet partners-name"
                isSelected={cell === chosen}
                onChange={() => onChoose(cell)}
                aria-label={[name, words.cell(row, column), ...said].join('，')}
              >
                <span className="partners-place">{`${row}-${column}`}</span>
                <span className="partners-word">{name}</span>
                {said.length > 0 && <TriangleAlert aria-hidden className="partners-light" />}
              </ToggleButton>
              <IconButton
                icon={ArrowUp}
                label={words.up(name)}
                isDisabled={cell === 0}
                onPress={() => move(cell, cell - 1)}
              />
              <IconButton
                icon={ArrowDown}
                label={words.down(name)}
                isDisabled={cell === grid.cells.length - 1}
                onPress={() => move(cell, cell + 1)}
              />
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

function nameOf(content: AdCell): string | undefined {
  if (content.kind === 'title') return content.text.replace(/\n/gu, '');
  if (content.kind === 'picture' || isEmptyAdCell(content)) return undefined;
  return content.name === '' ? content.slogan : content.name;
}

function emptyName(content: AdCell): 'emptyCell' | 'pictureCell' {
  return content.kind === 'picture' ? 'pictureCell' : 'emptyCell';
}
