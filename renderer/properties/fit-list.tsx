import { Button } from 'react-aria-components';
import type { FitBadge } from '#engine/compose/fit-badges.ts';
import { useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { blockTitle } from '#renderer/make-up/area-words.ts';
import { chooseBlocks } from '#renderer/make-up/choose-blocks.ts';
import { fitStrings } from '#renderer/strings/fit-strings.ts';
import { blockNames } from '#renderer/strings/property-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { columnsOf, fitWords, isHole } from './lever-words.ts';

/** Every block of the page that is over or short; a press chooses it. */
export function FitList({ badges }: { readonly badges: readonly FitBadge[] }) {
  const desk = useDesk();
  const issue = useIssue();
  const words = useWords(fitStrings);
  const names = useWords(blockNames);
  const lines = badges.flatMap((badge) => {
    const page = issue.pages.find(({ id }) => id === badge.page);
    const block = page?.blocks.find(({ id }) => id === badge.block);
    if (block === undefined) return [];
    const columns = columnsOf(block);
    const isOff = badge.oversetLines > 0 || isHole(badge.freeLines, columns);
    return isOff ? [{ badge, block, said: fitWords(words, badge, columns) }] : [];
  });
  if (lines.length === 0) return <p className="panel-empty">{words.allFit}</p>;
  return (
    <div className="fit-list">
      <h3 className="properties-title">{words.others}</h3>
      {lines.map(({ badge, block, said }) => (
        <Button
          key={badge.block}
          className="fit-line"
          onPress={() => {
            desk.composing.show(badge.page);
            desk.state.change({ page: badge.page, reveal: { page: badge.page, block: block.id } });
            chooseBlocks(desk, [block.id]);
          }}
        >
          <span className="fit-lever-words">{blockTitle(issue, block) || names[block.kind]}</span>
          <strong className={badge.oversetLines > 0 ? 'fit-count over' : 'fit-count'}>
            {said}
          </strong>
        </Button>
      ))}
    </div>
  );
}
