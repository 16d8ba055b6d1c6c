import { findingRule, repairPlaceOf } from '#engine/preflight/finding-rules.ts';
import { mendOf } from '#engine/preflight/mend-finding.ts';
import type { Finding } from '#engine/units/finding.ts';
import { goToRepair } from '#renderer/commands/go-to-finding.ts';
import { Button } from '#renderer/controls/button.tsx';
import { useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { FillFinding } from '#renderer/fillers/fill-finding.tsx';
import { AnswerForm } from '#renderer/proofreading/answer-form.tsx';
import { findingStrings } from '#renderer/strings/finding-strings.ts';
import { preflightStrings } from '#renderer/strings/preflight-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { mendOne, waiveFinding } from './waiver-steps.ts';

export interface FindingActionsProps {
  readonly finding: Finding;
  readonly isWaiving: boolean;
  readonly onWaiving: (isWaiving: boolean) => void;
}

/** Mending it, going where it is put right, or answering for it. */
export function FindingActions({ finding, isWaiving, onWaiving }: FindingActionsProps) {
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
      <FillFinding finding={finding} />
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
