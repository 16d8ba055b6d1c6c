import { useEffect, useState } from 'react';
import type { BreakWish, HeadlineReading } from '#engine/compose/read-headline.ts';
import type { HeadlineBreak } from '#renderer/composing/worker-questions.ts';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import type { HeadlineSpot } from './headline-spot.ts';
import { useSettledPage } from './settled-page.ts';

/** How a headline is set now, line by line; asked anew with every composition of the page. */
export function useHeadlineReading({ block, article }: HeadlineSpot): HeadlineReading | undefined {
  const { composing } = useDesk();
  const shown = useSettledPage();
  const [reading, setReading] = useState<HeadlineReading>();
  const asked = askedOf({ block, article });
  const key = JSON.stringify(asked);
  // The page as composed is no part of the question, but the reason to ask it again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above; `key` is `asked`.
  useEffect(() => {
    let isWanted = true;
    void composing.ask('headline', asked).then((answer) => {
      if (isWanted) setReading(answer);
    });
    return () => {
      isWanted = false;
    };
  }, [composing, key, shown]);
  return reading;
}

/** Ways to break a part by its sense, best first; the words are those of the issue. */
export function useHeadlineBreaks(
  { block, article, layout }: HeadlineSpot,
  wish: BreakWish & { readonly words: string },
): readonly HeadlineBreak[] {
  const { composing } = useDesk();
  const [proposals, setProposals] = useState<readonly HeadlineBreak[]>([]);
  const { part, lines, words } = wish;
  const asked = askedOf({ block, article });
  // What the answer depends on: the words, their setting, and the room of the block.
  const key = JSON.stringify([asked, layout, words, block.area, block.columns]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` holds what `asked` comes from.
  useEffect(() => {
    let isWanted = true;
    const question = { ...asked, wish: { part, ...(lines !== undefined && { lines }) } };
    void composing.ask('headlineBreaks', question).then((answer) => {
      if (isWanted) setProposals(answer ?? []);
    });
    return () => {
      isWanted = false;
    };
  }, [composing, key, part, lines]);
  return proposals;
}

/** The question names a member only where a block has several headlines. */
export function askedOf({ block, article }: Pick<HeadlineSpot, 'block' | 'article'>) {
  return { block: block.id, member: block.kind === 'group' ? article : undefined };
}
