import type { Page } from '#engine/model/issue.ts';
import { waiversOfPressedPage } from '#engine/preflight/waivers.ts';
import type { Finding } from '#engine/units/finding.ts';
import { useIssue } from '#renderer/desk-state/open-desk.ts';
import type { SortedPages } from '#renderer/preflight/sorted-pages.ts';
import { WaivedList } from '#renderer/preflight/waived-list.tsx';
import { findingStrings } from '#renderer/strings/finding-strings.ts';
import { pressStrings } from '#renderer/strings/press-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { FindingLine } from './finding-line.tsx';

/** The chosen pages with what was found on them. */
export interface FindingGroupsProps {
  readonly pages: readonly Page[];
  readonly findings: SortedPages;
  readonly onGo: (finding: Finding) => void;
}

const GRAVEST_FIRST: readonly Finding['severity'][] = ['blocks press', 'warns', 'informs'];

/** What preflight noticed, the gravest first; each leads to its place. */
export function FindingGroups({ pages, findings, onGo }: FindingGroupsProps) {
  const words = useWords(pressStrings);
  const sentences = useWords(findingStrings);
  const issue = useIssue();
  const all = pages.flatMap((page) =>
    (findings.get(page.id)?.open ?? []).map((finding) => ({ page, finding })),
  );
  const isComplete = pages.every(({ id }) => findings.get(id) !== undefined);
  const groups = GRAVEST_FIRST.map((severity) => ({
    severity,
    found: all.filter(({ finding }) => finding.severity === severity),
  })).filter(({ found }) => found.length > 0);
  const waived = pages.flatMap((page) => [
    ...(findings.get(page.id)?.waived ?? []),
    ...waiversOfPressedPage(issue, page),
  ]);
  return (
    <section className="press-findings" aria-label={words.findings}>
      <h3>{words.findings}</h3>
      {groups.length === 0 && isComplete && <p className="job-quiet">{words.noFindings}</p>}
      <div className="press-groups">
        {groups.map(({ severity, found }) => (
          <section key={severity} className={`press-group ${severity.replaceAll(' ', '-')}`}>
            <h4>{words.group(sentences.severity(severity), found.length)}</h4>
            <ul>
              {found.map(({ page, finding }) => (
                <FindingLine key={keyOf(page, finding)} page={page} finding={finding} onGo={onGo} />
              ))}
            </ul>
          </section>
        ))}
        {waived.length > 0 && <WaivedList waived={waived} />}
      </div>
    </section>
  );
}

/** One code may stand at one place twice, with other figures. */
function keyOf({ id }: Page, { code, where, values }: Finding): string {
  return JSON.stringify([id, code, where, values]);
}
