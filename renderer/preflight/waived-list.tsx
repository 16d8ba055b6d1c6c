import type { WaivedFinding } from '#engine/preflight/waivers.ts';
import { goToFinding } from '#renderer/commands/go-to-finding.ts';
import { Button } from '#renderer/controls/button.tsx';
import { Section } from '#renderer/controls/section.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { dayAndTime } from '#renderer/strings/day-and-time.ts';
import { findingStrings } from '#renderer/strings/finding-strings.ts';
import { preflightStrings } from '#renderer/strings/preflight-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { withdrawWaiver } from './waiver-steps.ts';

export interface WaivedListProps {
  readonly waived: readonly WaivedFinding[];
}

/** What somebody answers for, folded away: who, when and why. */
export function WaivedList({ waived }: WaivedListProps) {
  const desk = useDesk();
  const words = useWords(preflightStrings);
  const sentences = useWords(findingStrings);
  const isReadOnly = desk.openIssue.heldBy !== undefined;
  return (
    <Section title={words.waived(waived.length)} isFolded>
      <ul className="findings-list waived">
        {waived.map(({ id, finding, waiver }) => (
          <li key={`${id}/${JSON.stringify(finding.where)}`} className="finding">
            <button
              type="button"
              className="finding-place"
              onClick={() => goToFinding(desk, finding)}
            >
              <span className="finding-light good" />
              <span>{sentences.of(finding)}</span>
              <span className="finding-where">
                {words.waivedBy(waiver.by, dayAndTime(waiver.at), waiver.reason)}
              </span>
            </button>
            <div className="finding-actions">
              <Button look="quiet" onPress={() => withdrawWaiver(desk, id)} isDisabled={isReadOnly}>
                {words.withdraw}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
