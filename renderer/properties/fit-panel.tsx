import { useState } from 'react';
import { type FitBadge, fitBadges } from '#engine/compose/fit-badges.ts';
import type { Block } from '#engine/model/issue.ts';
import { useKeptKeyboard } from '#renderer/controls/use-kept-keyboard.ts';
import { useDesk, useIssue, usePage } from '#renderer/desk-state/open-desk.ts';
import { fitStrings } from '#renderer/strings/fit-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { FitCuts } from './fit-cuts.tsx';
import { FitLevers } from './fit-levers.tsx';
import { FitList } from './fit-list.tsx';
import { FitPlan } from './fit-plan.tsx';
import { FitState } from './fit-state.tsx';
import { isHole } from './lever-words.ts';
import { useSettledPage } from './settled-page.ts';
import { SpacingInForce } from './spacing-in-force.tsx';
import { useChosenBlocks } from './use-block-edits.ts';
import { useCopyfit } from './use-copyfit.ts';
import './fit-panel.css';

/** How full the chosen block is, and what may be done about it; without one, which ones are off. */
export function FitPanel() {
  const words = useWords(fitStrings);
  const [block, ...others] = useChosenBlocks();
  const badges = useBadges();
  if (block === undefined || others.length > 0) return <FitList badges={badges} />;
  if (block.kind !== 'article' && block.kind !== 'group') {
    return <p className="panel-empty">{words.notText}</p>;
  }
  const badge = badges.find((one) => isOf(one, block));
  return badge && <BlockFit key={block.id} block={block} badge={badge} />;
}

function isOf(badge: FitBadge, block: Block): boolean {
  return block.kind === 'article' ? badge.article === block.article : badge.block === block.id;
}

/** The badges of the threads on the page that shows; previews do not change them. */
function useBadges(): readonly FitBadge[] {
  const { composing } = useDesk();
  const issue = useIssue();
  const page = usePage();
  const settled = useSettledPage();
  if (page === undefined || settled === undefined) return [];
  const fits = Object.fromEntries(issue.pages.map(({ id }) => [id, composing.page(id)?.fits]));
  return fitBadges(issue, page, { ...fits, [page.id]: settled.fits });
}

interface BlockFitProps {
  readonly block: Extract<Block, { readonly kind: 'article' | 'group' }>;
  readonly badge: FitBadge;
}

function BlockFit({ block, badge }: BlockFitProps) {
  const [wantsCuts, setWantsCuts] = useState(false);
  const isOver = badge.oversetLines > 0;
  const copyfit = useCopyfit(block.id, wantsCuts && isOver);
  const issue = useIssue();
  const place = { issue, block };
  const isOff = isOver || isHole(badge.freeLines, block.columns.count);
  const keyboard = useKeptKeyboard();
  return (
    <div className="fit-panel" tabIndex={-1} {...keyboard}>
      <FitState place={place} fit={badge} />
      {isOff && <FitPlan place={place} copyfit={copyfit} />}
      {isOff && <FitLevers place={place} copyfit={copyfit} />}
      <SpacingInForce place={place} />
      {isOver && <FitCuts copyfit={copyfit} isOn={wantsCuts} onSwitch={setWantsCuts} />}
    </div>
  );
}
