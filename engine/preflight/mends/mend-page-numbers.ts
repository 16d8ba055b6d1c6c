import type { Edit } from '#engine/model/edits/edit.ts';
import type { Issue, Page } from '#engine/model/issue.ts';
import { readPageNumber, writePageNumber } from '#engine/preflight/form/page-number.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { Mend } from './mend.ts';

/** The number behind that of the page before, where it is free. */
export function followingNumber(issue: Issue, finding: Finding): Mend | undefined {
  const at = placeOf(issue, finding);
  const before = issue.pages[at - 1];
  const page = issue.pages[at];
  return page && before && freeNumber(issue, page, before.number);
}

/** The first free number behind; of two pages of one number the later one takes it. */
export function nextFreeNumber(issue: Issue, finding: Finding): Mend | undefined {
  const at = placeOf(issue, finding);
  const page = issue.pages[at];
  const isLater = issue.pages.slice(0, at).some(({ number }) => number === page?.number);
  return page && isLater ? freeNumber(issue, page, page.number) : undefined;
}

function freeNumber(issue: Issue, page: Page, from: string): Mend | undefined {
  const read = readPageNumber(from);
  if (read === undefined) return undefined;
  const taken = new Set(issue.pages.map(({ number }) => number));
  let count = read.count + 1;
  while (taken.has(writePageNumber({ ...read, count }))) count += 1;
  const number = writePageNumber({ ...read, count });
  return mendBy(numbered(page, number), { page: page.name, number });
}

/** This page and those of its section behind it, moved up so that no number is left out. */
export function closedGap(issue: Issue, finding: Finding): Mend | undefined {
  const at = placeOf(issue, finding);
  const own = readPageNumber(issue.pages[at]?.number ?? '');
  const wanted = readPageNumber(String(finding.values.wanted));
  if (own === undefined || wanted === undefined) return undefined;
  const edits = issue.pages.slice(at).flatMap((page): readonly Edit[] => {
    const read = readPageNumber(page.number);
    if (read === undefined || read.section !== own.section) return [];
    return [
      numbered(page, writePageNumber({ ...read, count: read.count - own.count + wanted.count })),
    ];
  });
  const { page = '' } = finding.values;
  return {
    ...mendBy({ kind: 'editsTogether', edits }, { page, number: writePageNumber(wanted) }),
    code: 'mend-page-numbers',
  };
}

/** The pages in the order of their numbers; what is printed stays as it is. */
export function orderedPages(issue: Issue): Mend | undefined {
  const read = issue.pages.map(({ id, number }) => ({ id, number: readPageNumber(number) }));
  const sections = [...new Set(read.map(({ number }) => number?.section ?? ''))];
  const place = ({ number }: (typeof read)[number]) => {
    return sections.indexOf(number?.section ?? '') * 1000 + (number?.count ?? 0);
  };
  const order = read.toSorted((one, other) => place(one) - place(other)).map(({ id }) => id);
  const edit = { kind: 'reorderedPages', order } as const;
  return { code: 'mend-page-order', values: {}, isSafe: true, change: { kind: 'edit', edit } };
}

function placeOf({ pages }: Issue, { where }: Finding): number {
  return pages.findIndex(({ id }) => id === where.page);
}

function numbered({ id }: Page, number: string): Edit {
  return { kind: 'setPage', page: id, changes: { number } };
}

function mendBy(edit: Edit, values: Finding['values']): Mend {
  return { code: 'mend-page-number', values, isSafe: false, change: { kind: 'edit', edit } };
}
