import type { Finding } from '#engine/units/finding.ts';
import { sentence } from './sentences.ts';
import type { Terminal } from './terminal.ts';

const SIGNS = { 'blocks press': '✗', warns: '!', informs: '·' } as const;

/** Says what was found, worst first, each with its place. */
export function sayFindings(findings: readonly Finding[], terminal: Terminal): void {
  const rank = (finding: Finding) => Object.keys(SIGNS).indexOf(finding.severity);
  for (const finding of findings.toSorted((a, b) => rank(a) - rank(b))) {
    const said = sentence(terminal.language, finding.code, finding.values);
    terminal.note(`${SIGNS[finding.severity]} ${placeOf(finding)}${said}`);
  }
}

function placeOf({ where }: Finding): string {
  const { page, block, text, start } = where;
  const place = [page, block, text].filter((word) => word !== undefined).join(' ');
  const at = start === undefined ? '' : `+${start}`;
  return place === '' ? '' : `[${place}${at}] `;
}
