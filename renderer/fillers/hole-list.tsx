import { Button } from 'react-aria-components';
import { type Hole, holeKey } from '#engine/fillers/page-holes.ts';
import type { Issue } from '#engine/model/issue.ts';
import { blockReferences } from '#engine/model/issue-references.ts';
import { Section } from '#renderer/controls/section.tsx';
import { type OpenDesk, useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { chooseBlocks } from '#renderer/make-up/choose-blocks.ts';
import { fillerStrings } from '#renderer/strings/filler-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { fillerDeskOf } from './filler-desk.ts';

/** The holes of a page, and the one that is to be closed. */
export interface HoleListProps {
  readonly holes: readonly Hole[];
  readonly chosen: Hole | undefined;
}

export function HoleList({ holes, chosen }: HoleListProps) {
  const desk = useDesk();
  const issue = useIssue();
  const words = useWords(fillerStrings);
  const own = chosen && holeKey(chosen);
  return (
    <Section title={words.holes}>
      {holes.length === 0 && <p className="fillers-note">{words.noHoles}</p>}
      <ul className="fillers-list">
        {holes.map((hole) => (
          <li key={holeKey(hole)}>
            <Button
              className={holeKey(hole) === own ? 'fillers-line chosen' : 'fillers-line'}
              aria-current={holeKey(hole) === own}
              onPress={() => chooseHole(desk, hole)}
            >
              {holeWords(words, issue, hole)}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function chooseHole(desk: OpenDesk, hole: Hole): void {
  fillerDeskOf(desk).change({ hole: holeKey(hole) });
  if (hole.kind === 'area') return;
  chooseBlocks(desk, [hole.block]);
  desk.state.change(({ page }) => ({ reveal: { page, block: hole.block } }));
}

type FillerWords = (typeof fillerStrings)['zhCn'];

function holeWords(words: FillerWords, issue: Issue, hole: Hole): string {
  switch (hole.kind) {
    case 'slot':
      return words.slot(hole.size);
    case 'cell':
      return words.cell(hole.cell + 1);
    case 'area':
      return words.area(hole.area.columns, hole.area.lines);
    case 'foot':
      return words.foot(nameOf(issue, hole.block), hole.lines);
  }
}

function nameOf({ articles, pages }: Issue, id: string): string {
  const block = pages.flatMap(({ blocks }) => blocks).find((one) => one.id === id);
  if (block?.kind === 'group') return block.standingHead;
  const [first] = block === undefined ? [] : blockReferences(block).articles;
  const article = articles[first ?? ''];
  return (article?.headline || article?.slugline || '').replaceAll('\n', '');
}
