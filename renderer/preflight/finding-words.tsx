import { Wrench } from 'lucide-react';
import { findingRule } from '#engine/preflight/finding-rules.ts';
import type { Finding } from '#engine/units/finding.ts';
import { useIssue } from '#renderer/desk-state/open-desk.ts';
import { findingStrings } from '#renderer/strings/finding-strings.ts';
import { preflightStrings } from '#renderer/strings/preflight-strings.ts';
import { blockNames } from '#renderer/strings/property-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { findingPlace } from './finding-place.ts';

export interface FindingWordsProps {
  readonly finding: Finding;
  readonly isMendable: boolean;
}

/** What a finding says, where, its limit and who asks for it. */
export function FindingWords({ finding, isMendable }: FindingWordsProps) {
  const sentences = useWords(findingStrings);
  const words = useWords(preflightStrings);
  const names = useWords(blockNames);
  const where = findingPlace(useIssue(), finding);
  const source = sentences.source(finding);
  const { limit } = findingRule(finding.code);
  const reasons = [
    // Most sentences tell their limit themselves.
    ...(limit === undefined || finding.values.limit !== undefined ? [] : [words.limit(limit)]),
    ...(source === '' ? [] : [words.source(source)]),
  ];
  return (
    <>
      <span className={`finding-light ${LIGHTS[finding.severity]}`} />
      <span>
        <span className="unseen">{sentences.severity(finding.severity)}：</span>
        {sentences.of(finding)}
      </span>
      {isMendable && (
        <span className="finding-mendable">
          <Wrench aria-hidden />
          <span className="unseen">{words.mendable}</span>
        </span>
      )}
      {where !== undefined && (
        <span className="finding-where finding-block">
          {`${names[where.kind]}　${where.words}`.trim()}
        </span>
      )}
      {reasons.length > 0 && <span className="finding-where">{reasons.join('　')}</span>}
    </>
  );
}

const LIGHTS: Readonly<Record<Finding['severity'], string>> = {
  'blocks press': 'blocks',
  warns: 'warns',
  informs: 'informs',
};
