import { Button } from 'react-aria-components';
import type { ProofSeverity } from '#engine/proofreading/proof-mark.ts';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { proofStrings } from '#renderer/strings/proof-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { proofSessionOf } from './proof-session.ts';
import { useScore } from './use-marks.ts';
import './proof-status.css';

const SEVERITIES: readonly ProofSeverity[] = ['wrong', 'doubtful', 'hint'];

/** The regulator's score of the page and how many marks there are; each opens the panel. */
export function ProofStatus() {
  const desk = useDesk();
  const words = useWords(proofStrings);
  const score = useScore();
  if (score === undefined) return <span>{words.reading}</span>;
  const show = (severity: ProofSeverity) => {
    proofSessionOf(desk.openIssue).change({ wish: { severity } });
    desk.state.change({ panel: 'proof', showsRight: true });
  };
  const { perTenThousand, passes, counts } = score;
  return (
    <span className="proof-status">
      <Button className="status-light" onPress={() => show('wrong')}>
        <span className={`finding-light ${passes ? 'good' : 'blocks'}`} />
        {words.rate(perTenThousand.toFixed(1))}
      </Button>
      {SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => (
        <Button key={severity} className="status-light" onPress={() => show(severity)}>
          {words.count(words.severity(severity), counts[severity])}
        </Button>
      ))}
    </span>
  );
}
