import type { Page } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import { useIssue } from '#renderer/desk-state/open-desk.ts';
import { findingStrings } from '#renderer/strings/finding-strings.ts';
import { pressStrings } from '#renderer/strings/press-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { wordsOfFinding } from './words-of-finding.ts';

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
  const isComplete = pages.every(({ id }) => findings.get(id) !== undefined);
  const groups = GRAVEST_FIRST.map((severity) => ({
    severity,
    found: all.filter(({ finding }) => finding.severity === severity),
  })).filter(({ found }) => found.length > 0);
  return (
    <section className="press-findings" aria-label={words.findings}>
      <h3>{words.findings}</h3>
      {groups.length === 0 && isComplete && <p className="press-quiet">{words.noFindings}</p>}
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
      </div>
    </section>
  );
}

/** One code may stand at one place twice, with other figures. */
function keyOf({ id }: Page, { code, where, values }: Finding): string {
  return JSON.stringify([id, code, where, values]);
}

interface FindingLineProps {
  readonly page: Page;
  readonly finding: Finding;
  readonly onGo: (finding: Finding) => void;
}

/** A sentence that leads to its place on the page. */
export function FindingLine({ page, finding, onGo }: FindingLineProps) {
  const words = useWords(pressStrings);
  const sentences = useWords(findingStrings);
  const issue = useIssue();
  const where = wordsOfFinding(issue, finding);
  return (
    <li>
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
    </li>
  );
}
