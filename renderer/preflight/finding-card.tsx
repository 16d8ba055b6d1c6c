import { useEffect, useRef, useState } from 'react';
import { findingRule } from '#engine/preflight/finding-rules.ts';
import { mendOf } from '#engine/preflight/mend-finding.ts';
import type { Finding } from '#engine/units/finding.ts';
import { goToFinding, goToRepair } from '#renderer/commands/go-to-finding.ts';
import { useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { cardKey } from './card-keys.ts';
import { FindingActions } from './finding-actions.tsx';
import { FindingWords } from './finding-words.tsx';
import { mendOne } from './waiver-steps.ts';

export interface FindingCardProps {
  readonly finding: Finding;
  /** The card shows what can be done. */
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** One finding: what it says, where, limit and source; once chosen, what can be done. */
export function FindingCard({ finding, isChosen, onChoose }: FindingCardProps) {
  const desk = useDesk();
  const issue = useIssue();
  const [isWaiving, setWaiving] = useState(false);
  const card = useRef<HTMLElement>(undefined);
  useEffect(() => {
    // What can be done opens under the finding, perhaps below the edge of the panel.
    if (isChosen) card.current?.scrollIntoView({ block: isWaiving ? 'center' : 'nearest' });
  }, [isChosen, isWaiving]);
  const isReadOnly = desk.openIssue.heldBy !== undefined;
  const mend = isReadOnly ? undefined : mendOf(issue, finding);
  const mayWaive = findingRule(finding.code).mayBeWaived && !isReadOnly;
  return (
    <li
      className={isChosen ? 'finding chosen' : 'finding'}
      ref={(element) => {
        card.current = element ?? undefined;
      }}
    >
      <button
        type="button"
        className="finding-place"
        aria-expanded={isChosen}
        aria-keyshortcuts="Control+Enter Shift+Enter Alt+Enter"
        onClick={() => {
          onChoose();
          goToFinding(desk, finding, 'keyboard stays');
        }}
        onKeyDown={(event) => {
          const key = cardKey(event);
          if (key === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          onChoose();
          if (key === 'mend' && mend !== undefined) mendOne(desk, mend);
          if (key === 'repair') goToRepair(desk, finding);
          if (key === 'waive') setWaiving(mayWaive);
        }}
      >
        <FindingWords finding={finding} isMendable={mend !== undefined} />
      </button>
      {isChosen && (
        <FindingActions finding={finding} isWaiving={isWaiving} onWaiving={setWaiving} />
      )}
    </li>
  );
}
