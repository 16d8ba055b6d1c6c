import type { Issue, Page } from '#engine/model/issue.ts';
import type { SignOffState } from '#engine/model/sign-off.ts';
import { comparePages } from '#engine/page-proof/compare-pages.ts';
import { describeChange } from '#engine/page-proof/describe-change.ts';
import { readVersion } from '#host/issue-folder/versions.ts';
import changeBooks from '#templates/sentences/changes.json' with { type: 'json' };

/** A page as it is, and who wants to know what has changed on it. */
export interface SignedBefore {
  /** The issue folder, with the states that were kept. */
  readonly folder: string;
  readonly issue: Issue;
  readonly page: Page;
  readonly language: 'zh' | 'en';
}

/**
 * What has changed on a page since it was last signed, in sentences; undefined when the state that
 * was signed is not kept in the folder any more.
 */
export async function changesSinceSigned(
  { folder, issue, page, language }: SignedBefore,
  { stale }: Pick<SignOffState, 'stale'>,
): Promise<readonly string[] | undefined> {
  const version = stale.findLast((one) => one.version !== undefined)?.version;
  const kept = version === undefined ? undefined : await readVersion(folder, version);
  if (kept?.ok !== true) return undefined;
  const before = kept.value.pages.find(({ id }) => id === page.id);
  if (before === undefined) return undefined;
  const changes = comparePages({ issue: kept.value, page: before }, { issue, page });
  const issues = { before: kept.value, after: issue };
  return changes.map((change) => describeChange(change, issues, changeBooks[language]));
}
