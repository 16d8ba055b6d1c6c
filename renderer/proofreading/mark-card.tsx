import { useEffect, useRef, useState } from 'react';
import type { ProofMark } from '#engine/proofreading/proof-mark.ts';
import { Button } from '#renderer/controls/button.tsx';
import { useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { nameOfText } from '#renderer/story-editor/text-names.ts';
import { proofStrings } from '#renderer/strings/proof-strings.ts';
import { textStrings } from '#renderer/strings/text-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { AnswerForm } from './answer-form.tsx';
import { dismissMark, mendMark, showMark } from './proof-steps.ts';

export interface MarkCardProps {
  readonly mark: ProofMark;
  readonly isChosen: boolean;
}

/** One finding: rule, words with what stands beside them, reason, and what can be done. */
export function MarkCard({ mark, isChosen }: MarkCardProps) {
  const desk = useDesk();
  const words = useWords(proofStrings);
  const names = useWords(textStrings);
  const issue = useIssue();
  const [isDismissing, setDismissing] = useState(false);
  const card = useRef<HTMLElement>(undefined);
  useEffect(() => {
    if (isChosen) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const isReadOnly = desk.openIssue.heldBy !== undefined;
  const { rule, where, other, fix } = mark;
  const source = words.source(rule);
  return (
    <li
      className={isChosen ? 'proof-mark chosen' : 'proof-mark'}
      ref={(element) => {
        card.current = element ?? undefined;
      }}
    >
      <button type="button" className="proof-place" onClick={() => showMark(desk, mark)}>
        <span className="proof-rule">
          {words.ruleName(rule)}
          <span className="proof-where">{nameOfText(issue, where.text, names)}</span>
        </span>
        <span className="proof-words">
          {mark.before}
          <mark>{shortened(mark.words)}</mark>
          {mark.after}
        </span>
        <span className="proof-reason">
          {words.reason(mark)}
          {source !== '' && <span className="proof-source">{source}</span>}
        </span>
      </button>
      {isDismissing ? (
        <AnswerForm
          words={words.answer}
          onAnswer={(answer) => dismissMark(desk, mark, answer)}
          onClose={() => setDismissing(false)}
        />
      ) : (
        <div className="proof-buttons">
          {fix !== undefined && (
            <Button onPress={() => mendMark(desk, mark)} isDisabled={isReadOnly}>
              {words.mend(shortened(fix))}
            </Button>
          )}
          {other !== undefined && (
            <Button look="quiet" onPress={() => showMark(desk, mark, other)}>
              {words.otherPlace}
            </Button>
          )}
          <Button look="quiet" onPress={() => setDismissing(true)} isDisabled={isReadOnly}>
            {words.dismiss}
          </Button>
        </div>
      )}
    </li>
  );
}

/** A repeated passage may have a hundred characters. */
const MOST_CHARACTERS = 28;

function shortened(words: string): string {
  if (words.length <= MOST_CHARACTERS) return words;
  return `${words.slice(0, MOST_CHARACTERS / 2)}……${words.slice(-MOST_CHARACTERS / 2)}`;
}
