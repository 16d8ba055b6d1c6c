import type { ComposedPage } from '#engine/compose/composed.ts';
import type { GroupItem } from '#engine/display/display-list.ts';
import type { Issue, Page } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import type { Finding } from '#engine/units/finding.ts';

/** A page as it is set, with all that the checks look at. */
export interface CheckedPage {
  readonly issue: Issue;
  readonly page: Page;
  readonly template: PageTemplate;
  readonly composed: Pick<ComposedPage, 'list' | 'fits'>;
}

/** What one check finds on a page; `where` names block and text, the page is added after it. */
export type PageCheck = (checked: CheckedPage) => readonly Finding[];

/** A finding of the page as a whole. */
export function told(
  code: string,
  severity: Finding['severity'],
  values: Finding['values'] = {},
): Finding {
  return { code, severity, where: {}, values };
}

/** The same findings, each of them at this place. */
export function placedAt(
  where: Finding['where'],
  findings: readonly Finding[],
): readonly Finding[] {
  return findings.map((finding) => ({ ...finding, where: { ...finding.where, ...where } }));
}

/** What is printed of the blocks of a page, by the id of the block. */
export function blockGroups({ composed }: CheckedPage): readonly GroupItem[] {
  return composed.list.items.filter((item) => item.kind === 'group');
}
