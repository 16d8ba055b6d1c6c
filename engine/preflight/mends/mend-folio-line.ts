import { freshId } from '#engine/model/fresh-id.ts';
import type { Issue } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import { blockOf } from './block-of.ts';
import type { Mend } from './mend.ts';

/** The folio line that the other pages of the template have. */
export function addedFolioLine(issue: Issue, { where }: Finding): Mend | undefined {
  const page = issue.pages.find(({ id }) => id === where.page);
  const alike = issue.pages.filter(({ template }) => template === page?.template);
  const folio = alike.flatMap(
    ({ blocks }) => blocks.find(({ kind }) => kind === 'folioLine') ?? [],
  )[0];
  if (page === undefined || folio === undefined) return undefined;
  const block = { ...folio, id: freshId(issue, 'folio') };
  const edit = { kind: 'addedBlock', page: page.id, index: 0, block } as const;
  const values = { page: page.number };
  return { code: 'mend-folio-line', values, isSafe: false, change: { kind: 'edit', edit } };
}

/** The folio line where the other pages have it. */
export function movedFolioLine(issue: Issue, finding: Finding): Mend | undefined {
  const block = blockOf(issue, finding);
  if (block === undefined) return undefined;
  const line = Number(finding.values.usual) - 1;
  const { column } = block.area;
  const edit = { kind: 'movedBlock', block: block.id, column, line } as const;
  const values = { line: line + 1 };
  return { code: 'mend-folio-place', values, isSafe: false, change: { kind: 'edit', edit } };
}
