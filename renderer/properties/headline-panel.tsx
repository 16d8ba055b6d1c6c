import { useState } from 'react';
import type { Block, Issue } from '#engine/model/issue.ts';
import { Button } from '#renderer/controls/button.tsx';
import { Select } from '#renderer/controls/select.tsx';
import {
  templateOf,
  useDesk,
  useDeskState,
  useIssue,
  usePage,
} from '#renderer/desk-state/open-desk.ts';
import { articleTitle } from '#renderer/make-up/area-words.ts';
import { chooseBlocks } from '#renderer/make-up/choose-blocks.ts';
import { headlineStrings } from '#renderer/strings/headline-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { HEADLINE_PARTS } from './headline-changes.ts';
import { HeadlinePart } from './headline-part.tsx';
import { HeadlineRoom } from './headline-room.tsx';
import { articleWithCaret, type HeadlineSpot, spotsOf } from './headline-spot.ts';
import { useChosenBlocks } from './use-block-edits.ts';
import { useHeadlineReading } from './use-headline.ts';
import './headline-panel.css';

/** Kicker, headline and deck of what is chosen: words, setting, breaks and what lines hold. */
export function HeadlinePanel() {
  const words = useWords(headlineStrings);
  const [block, ...others] = useChosenBlocks();
  if (block === undefined || others.length > 0) {
    return <p className="panel-empty">{words.nothing}</p>;
  }
  if (block.kind === 'article' && block.headline === undefined) {
    return <Continuation block={block} />;
  }
  const spots = spotsOf(block);
  if (spots.length === 0) return <p className="panel-empty">{words.nothing}</p>;
  return <SpotChoice key={block.id} spots={spots} />;
}

/** In a group the caret chooses the member, or the list does. */
function SpotChoice({ spots }: { readonly spots: readonly HeadlineSpot[] }) {
  const words = useWords(headlineStrings);
  const issue = useIssue();
  const caret = useDeskState((state) => articleWithCaret(state.selection));
  const [listed, setListed] = useState<string>();
  const wanted = caret ?? listed;
  const spot = spots.find(({ article }) => article === wanted) ?? spots[0];
  if (spot === undefined) return undefined;
  return (
    <div className="headline-panel">
      <h3 className="properties-title">{articleTitle(issue, spot.article)}</h3>
      {spots.length > 1 && (
        <div className="headline-member">
          <Select
            label={words.member}
            value={spot.article}
            options={spots.map(({ article }) => ({
              id: article,
              label: articleTitle(issue, article),
            }))}
            isDisabled={caret !== undefined}
            onChange={setListed}
          />
        </div>
      )}
      <SpotSections key={spot.article} spot={spot} />
    </div>
  );
}

function SpotSections({ spot }: { readonly spot: HeadlineSpot }) {
  const desk = useDesk();
  const template = templateOf(desk, usePage());
  const article = useIssue().articles[spot.article];
  const reading = useHeadlineReading(spot);
  if (template === undefined || article === undefined) return undefined;
  const place = { spot, template, reading };
  return (
    <>
      <HeadlineRoom {...place} />
      {HEADLINE_PARTS.map((name) => (
        <HeadlinePart key={name} {...place} name={name} text={article[name] ?? ''} />
      ))}
    </>
  );
}

function Continuation({ block }: { readonly block: Extract<Block, { kind: 'article' }> }) {
  const desk = useDesk();
  const words = useWords(headlineStrings);
  const opening = openingOf(useIssue(), block.article);
  return (
    <div className="panel-empty">
      <p>{words.continuation}</p>
      {opening !== undefined && (
        <Button
          onPress={() => {
            desk.composing.show(opening.page);
            desk.state.change({ page: opening.page, reveal: opening });
            chooseBlocks(desk, [opening.block]);
          }}
        >
          {words.toOpening}
        </Button>
      )}
    </div>
  );
}

function openingOf(issue: Issue, article: string) {
  for (const page of issue.pages) {
    const block = page.blocks.find((one) => {
      return one.kind === 'article' && one.article === article && one.headline !== undefined;
    });
    if (block !== undefined) return { page: page.id, block: block.id };
  }
  return undefined;
}
