import { useMemo, useSyncExternalStore } from 'react';
import type { Issue, Page } from '#engine/model/issue.ts';
import { type SortedFindings, sortFindings } from '#engine/preflight/waivers.ts';
import type { Finding } from '#engine/units/finding.ts';
import { useDesk, useIssue, useShownPage } from '#renderer/desk-state/open-desk.ts';

const NONE: readonly Finding[] = [];

/** Each page with what was found on it; undefined while it is still being composed. */
export type SortedPages = ReadonlyMap<string, SortedFindings | undefined>;

/** What was found on every page that has been composed so far, parted by the waivers. */
export function useSortedPages(): SortedPages {
  const { composing } = useDesk();
  const issue = useIssue();
  useSyncExternalStore(composing.subscribe, () =>
    JSON.stringify(issue.pages.map(({ id }) => composing.page(id)?.round)),
  );
  return new Map(
    issue.pages.map((page) => {
      const shown = composing.page(page.id);
      return [page.id, shown && sorted(issue, shown.findings)] as const;
    }),
  );
}

/** What was found on the page that shows. */
export function useShownFindings(): SortedFindings {
  const issue = useIssue();
  const findings = useShownPage()?.findings ?? NONE;
  return useMemo(() => sorted(issue, findings), [issue, findings]);
}

function sorted(issue: Issue, findings: readonly Finding[]): SortedFindings {
  const once = new Map(findings.map((finding) => [findingKey(finding), finding]));
  return sortFindings(issue, [...once.values()]);
}

/** What a finding says and where: two that agree in this are one to the eye. */
export function findingKey({ code, where, values }: Finding): string {
  return JSON.stringify([code, where, values]);
}

/** The page that shows first, the others in their order. */
export function shownFirst(pages: readonly Page[], shown: string): readonly Page[] {
  return pages.toSorted((a, b) => Number(b.id === shown) - Number(a.id === shown));
}
