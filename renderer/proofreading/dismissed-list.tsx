import type { DismissedProofMark } from '#engine/proofreading/dismissals.ts';
import { Button } from '#renderer/controls/button.tsx';
import { Section } from '#renderer/controls/section.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { dayAndTime } from '#renderer/strings/day-and-time.ts';
import { proofStrings } from '#renderer/strings/proof-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { restoreMark, showMark } from './proof-steps.ts';

export interface DismissedListProps {
  readonly dismissed: readonly DismissedProofMark[];
}

/** What was let stand on the page, by whom, when and why. */
export function DismissedList({ dismissed }: DismissedListProps) {
  const desk = useDesk();
  const words = useWords(proofStrings);
  const isReadOnly = desk.openIssue.heldBy !== undefined;
  return (
    <Section title={words.dismissed(dismissed.length)}>
      <ul className="proof-marks">
        {dismissed.map(({ id, mark, dismissal }) => (
          <li key={`${id}/${mark.where.text}/${mark.where.start}`} className="proof-mark">
            <button type="button" className="proof-place" onClick={() => showMark(desk, mark)}>
              <span className="proof-rule">{words.ruleName(mark.rule)}</span>
              <span className="proof-words">
                {mark.before}
                <mark>{mark.words}</mark>
                {mark.after}
              </span>
              <span className="proof-reason">
                {words.dismissedBy(dismissal.by, dayAndTime(dismissal.at), dismissal.reason)}
              </span>
            </button>
            <div className="proof-buttons">
              <Button
                look="quiet"
                onPress={() => restoreMark(desk, id, mark.words)}
                isDisabled={isReadOnly}
              >
                {words.restore}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
