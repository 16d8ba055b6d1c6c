import type { Page } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import { findingStrings } from '#renderer/strings/finding-strings.ts';
import { pressStrings } from '#renderer/strings/press-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

/** The chosen pages with what was found on them. */
export interface FindingGroupsProps {
  readonly pages: readonly Page[];
  readonly findings: ReadonlyMap<string, readonly Finding[] | undefined>;
  readonly onGo: (finding: Finding) => void;
}

const GRAVEST_FIRST: readonly Finding['severity'][] = ['blocks press', 'warns', 'informs'];

/** What preflight noticed, the gravest first; each leads to its place. */
export function FindingGroups({ pages, findings, onGo }: FindingGroupsProps) {
  const words = useWords(pressStrings);
  const sentences = useWords(findingStrings);
  const all = pages.flatMap((page) =>
    (findings.get(page.id) ?? []).map((finding) => ({ page, finding })),
  );
  const groups = GRAVEST_FIRST.map((severity) => ({
    severity,
    found: all.filter(({ finding }) => finding.severity === severity),
  })).filter(({ found }) => found.length > 0);
  return (
    <section className="press-findings" aria-label={words.findings}>
      <h3>{words.findings}</h3>
      {groups.length === 0 && <p className="press-quiet">{words.noFindings}</p>}
      {groups.map(({ severity, found }) => (
        <ul key={severity} className={`press-group ${severity.replaceAll(' ', '-')}`}>
          {found.map(({ page, finding }) => (
            <li key={`${page.id}/${finding.code}/${JSON.stringify(finding.where)}`}>
              <span className="finding-severity">{sentences.severity(severity)}</span>
              <span className="press-sentence">
                {page.number}　{sentences.of(finding)}
              </span>
              <button type="button" className="press-link" onClick={() => onGo(finding)}>
                {words.goTo}
              </button>
            </li>
          ))}
        </ul>
      ))}
    </section>
  );
}
