import type { Issue } from '#engine/model/issue.ts';
import { sortFindings } from '#engine/preflight/waivers.ts';
import type { Finding } from '#engine/units/finding.ts';
import { sentence } from './sentences.ts';
import type { Terminal } from './terminal.ts';

const SIGNS = { 'blocks press': '✗', warns: '!', informs: '·' } as const;

/** Says what was found, worst first, each with its place; what is waived comes last, by whom. */
export function sayFindings(findings: readonly Finding[], issue: Issue, terminal: Terminal): void {
  const rank = (finding: Finding) => Object.keys(SIGNS).indexOf(finding.severity);
  const { open, waived } = sortFindings(issue, findings);
  for (const finding of open.toSorted((a, b) => rank(a) - rank(b))) {
    const said = sentence(terminal.language, finding.code, finding.values);
    terminal.note(`${SIGNS[finding.severity]} ${placeOf(finding)}${said}`);
  }
  for (const { finding, waiver } of waived) {
    const said = sentence(terminal.language, finding.code, finding.values);
    const { by, reason } = waiver;
    const answer = sentence(terminal.language, 'waived-by', { by, reason });
    terminal.note(`✓ ${placeOf(finding)}${said}${answer}`);
  }
}

/** Number of findings that hold the pages back: nobody answers for them. */
export function holdingCount(findings: readonly Finding[], issue: Issue): number {
  const { open } = sortFindings(issue, findings);
  return open.filter(({ severity }) => severity === 'blocks press').length;
}

function placeOf({ where }: Finding): string {
  const { page, block, text, start } = where;
  const place = [page, block, text].filter((word) => word !== undefined).join(' ');
  const at = start === undefined ? '' : `+${start}`;
  return place === '' ? '' : `[${place}${at}] `;
}
