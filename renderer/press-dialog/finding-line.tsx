import { useState } from 'react';
import type { Page } from '#engine/model/issue.ts';
import { findingRule } from '#engine/preflight/finding-rules.ts';
import type { Finding } from '#engine/units/finding.ts';
import { useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { waiveFinding } from '#renderer/preflight/waiver-steps.ts';
import { AnswerForm } from '#renderer/proofreading/answer-form.tsx';
import { findingStrings } from '#renderer/strings/finding-strings.ts';
import { preflightStrings } from '#renderer/strings/preflight-strings.ts';
import { pressStrings } from '#renderer/strings/press-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { wordsOfFinding } from './words-of-finding.ts';

export interface FindingLineProps {
  readonly page: Page;
  readonly finding: Finding;
  readonly onGo: (finding: Finding) => void;
}

/** A sentence that leads to its place on the page; it may be waived here. */
export function FindingLine({ page, finding, onGo }: FindingLineProps) {
  const desk = useDesk();
  const words = useWords(pressStrings);
  const preflight = useWords(preflightStrings);
  const sentences = useWords(findingStrings);
  const issue = useIssue();
  const [isWaiving, setWaiving] = useState(false);
  const where = wordsOfFinding(issue, finding);
  const mayWaive = findingRule(finding.code).mayBeWaived && desk.openIssue.heldBy === undefined;
  return (
    <li>
      <div className="press-line">
        <button type="button" className="press-finding" onClick={() => onGo(finding)}>
          <span className="press-page-number">{page.number}</span>
          <span className="press-sentence">
            {sentences.of(finding)}
            {where !== undefined && <span className="press-where">{where}</span>}
          </span>
          <span className="press-go" aria-hidden>
            {words.goTo}
          </span>
        </button>
        {mayWaive && !isWaiving && (
          <button type="button" className="press-link" onClick={() => setWaiving(true)}>
            {preflight.waive}
          </button>
        )}
      </div>
      {isWaiving && (
        <AnswerForm
          words={preflight.answer}
          onAnswer={(answer) => waiveFinding(desk, finding, answer)}
          onClose={() => setWaiving(false)}
        />
      )}
    </li>
  );
}
