import type { Finding } from '#engine/units/finding.ts';
import { fault } from './fault.ts';
import type { FinishedPage, ReadBackDemands } from './finished-page.ts';
import { asArray, nameAt } from './open-document.ts';

/** Highest version of the header: X-4 is PDF 1.6, X-1a:2003 is PDF 1.4. */
const HIGHEST = { x4: '1.6', x1a: '1.4' };

/** Header, table of objects, trailer and number of pages. */
export function checkFile(page: FinishedPage, demands: ReadBackDemands): readonly Finding[] {
  const { document, pageCount } = page;
  const findings: Finding[] = [];
  const highest = HIGHEST[demands.standard];
  const version = statedVersion(page);
  if (version === undefined || version > highest || version < '1.3') {
    findings.push(fault('X-VERSION', 'pdf-version', { version: version ?? '?', limit: highest }));
  }
  if (document.trailer.entries.has('Encrypt')) findings.push(fault('X-ENCRYPT', 'pdf-encrypted'));
  if (document.misplaced.length > 0) {
    findings.push(fault('X-XREF', 'pdf-objects-misplaced', { count: document.misplaced.length }));
  }
  if (!hasIdentifiers(page)) findings.push(fault('X-ID', 'pdf-id-missing'));
  if (pageCount !== 1) findings.push(fault('R0006', 'pdf-page-count', { count: pageCount }));
  if (page.content.marks.length === 0) findings.push(fault('R0005', 'pdf-page-empty'));
  return [...findings, ...page.content.faults];
}

/** The catalog may lift the version of the header (ISO 32000-1, 7.2.2). */
function statedVersion({ catalog, document }: FinishedPage): string | undefined {
  const { version } = document;
  const lifted = nameAt(document, catalog, 'Version');
  return version !== undefined && lifted !== undefined && lifted > version ? lifted : version;
}

/** Two strings, neither of them empty (ISO 32000-1, 14.4). */
function hasIdentifiers({ document }: FinishedPage): boolean {
  const id = asArray(document.get(document.trailer.entries.get('ID')));
  if (id?.values.length !== 2) return false;
  return id.values.every((value) => {
    const found = document.get(value);
    return typeof found === 'object' && found.kind === 'text' && found.latin.length > 0;
  });
}
