import { Wrench } from 'lucide-react';
import { useState } from 'react';
import { findingRule, repairPlaceOf } from '#engine/preflight/finding-rules.ts';
import { mendOf } from '#engine/preflight/mend-finding.ts';
import type { Finding } from '#engine/units/finding.ts';
import { goToFinding, goToRepair } from '#renderer/commands/go-to-finding.ts';
import { Button } from '#renderer/controls/button.tsx';
import { useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { AnswerForm } from '#renderer/proofreading/answer-form.tsx';
import { findingStrings } from '#renderer/strings/finding-strings.ts';
import { preflightStrings } from '#renderer/strings/preflight-strings.ts';
import { blockNames } from '#renderer/strings/property-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { cardKey } from './card-keys.ts';
import { findingPlace } from './finding-place.ts';
import { mendOne, waiveFinding } from './waiver-steps.ts';

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
  const sentences = useWords(findingStrings);
  const words = useWords(preflightStrings);
  const names = useWords(blockNames);
  const [isWaiving, setWaiving] = useState(false);
  const where = findingPlace(issue, finding);
  const source = sentences.source(finding);
  const { limit, mayBeWaived } = findingRule(finding.code);
  const isReadOnly = desk.openIssue.heldBy !== undefined;
  const mend = isReadOnly ? undefined : mendOf(issue, finding);
  const mayWaive = mayBeWaived && !isReadOnly;
  const reasons = [
    // Most sentences tell their limit themselves.
    ...(limit === undefined || finding.values.limit !== undefined ? [] : [words.limit(limit)]),
    ...(source === '' ? [] : [words.source(source)]),
  ];
  return (
    <li className={isChosen ? 'finding chosen' : 'finding'}>
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
        <span className={`finding-light ${LIGHTS[finding.severity]}`} />
        <span>
          <span className="unseen">{sentences.severity(finding.severity)}：</span>
          {sentences.of(finding)}
        </span>
        {mend !== undefined && (
          <span className="finding-mendable">
            <Wrench aria-hidden />
            <span className="unseen">{words.mendable}</span>
          </span>
        )}
        {where !== undefined && (
          <span className="finding-where">{`${names[where.kind]}　${where.words}`.trim()}</span>
        )}
        {reasons.length > 0 && <span className="finding-where">{reasons.join('　')}</span>}
      </button>
      {isChosen && (
        <FindingActions finding={finding} isWaiving={isWaiving} onWaiving={setWaiving} />
      )}
    </li>
  );
}

const LIGHTS: Readonly<Record<Finding['severity'], string>> = {
  'blocks press': 'blocks',
  warns: 'warns',
  informs: 'informs',
};

interface FindingActionsProps {
  readonly finding: Finding;
  readonly isWaiving: boolean;
  readonly onWaiving: (isWaiving: boolean) => void;
}

/** Mending it, going where it is put right, or answering for it. */
function FindingActions({ finding, isWaiving, onWaiving }: FindingActionsProps) {
  const desk = useDesk();
  const words = useWords(preflightStrings);
  const sentences = useWords(findingStrings);
  const issue = useIssue();
  const isReadOnly = desk.openIssue.heldBy !== undefined;
  const { mayBeWaived } = findingRule(finding.code);
  const mend = mendOf(issue, finding);
  if (isWaiving) {
    return (
      <div className="finding-actions">
        <AnswerForm
          words={words.answer}
          onAnswer={(answer) => waiveFinding(desk, finding, answer)}
          onClose={() => onWaiving(false)}
        />
      </div>
    );
  }
  return (
    <div className="finding-actions">
      {mend !== undefined && <p className="finding-mend">{words.way(sentences.of(mend))}</p>}
      {mend !== undefined && (
        <Button onPress={() => mendOne(desk, mend)} isDisabled={isReadOnly}>
          {words.mend}
        </Button>
      )}
      <Button look="quiet" onPress={() => goToRepair(desk, finding)}>
        {words.repair(repairPlaceOf(finding))}
      </Button>
      {mayBeWaived && (
        <Button look="quiet" onPress={() => onWaiving(true)} isDisabled={isReadOnly}>
          {words.waive}
        </Button>
      )}
      {!mayBeWaived && <p className="finding-never">{words.neverWaived}</p>}
    </div>
  );
}
