import { type IssueRoots, pageMap } from '#engine/model/issue-doc.ts';
import { issueDateSchema, pageColoursSchema } from '#engine/model/issue-schema.ts';
import { childMap, orderedKeys, readPage } from '#engine/model/read-issue.ts';
import type {
  AddedPage,
  IssueChanges,
  PageChanges,
  RelaidPages,
  RemovedPage,
  ReorderedPages,
  SetIssue,
  SetPage,
} from './edit.ts';
import {
  type EditPlan,
  filedMap,
  findBlock,
  namesOnlyKnown,
  planned,
  refused,
} from './edit-plan.ts';
import { isOrderOf, orderAt, renumber } from './reading-order.ts';

/** Plans names and date of the issue. */
export function planSetIssue(roots: IssueRoots, edit: SetIssue): EditPlan {
  const { paper, supplement, date } = edit.changes;
  if (date !== undefined && !issueDateSchema.safeParse(date).success) return refused('not a date');
  const before = (key: keyof IssueChanges) => String(roots.issue.get(key));
  const changes: IssueChanges = {
    ...(paper !== undefined && { paper: before('paper') }),
    ...(supplement !== undefined && { supplement: before('supplement') }),
    ...(date !== undefined && { date: before('date') }),
  };
  return planned({ ...edit, changes }, () => {
    for (const [key, value] of Object.entries(edit.changes)) roots.issue.set(key, value);
  });
}

/** Plans printed number, name and colours of a page. */
export function planSetPage(roots: IssueRoots, edit: SetPage): EditPlan {
  const map = filedMap(roots.pages, edit.page);
  if (!map) return refused('no such page');
  const { colours, number, name } = edit.changes;
  const before = (key: 'number' | 'name') => String(map.get(key));
  const coloursBefore = pageColoursSchema.safeParse(map.get('colours')).data ?? 'four';
  const changes: PageChanges = {
    ...(number !== undefined && { number: before('number') }),
    ...(name !== undefined && { name: before('name') }),
    ...(colours !== undefined && { colours: coloursBefore }),
  };
  return planned({ ...edit, changes }, () => {
    for (const [key, value] of Object.entries(edit.changes)) {
      if (value === 'four' && key === 'colours') map.delete(key);
      else map.set(key, value);
    }
  });
}

/** Plans a new page. */
export function planAddedPage(roots: IssueRoots, edit: AddedPage): EditPlan {
  const { page, index } = edit;
  const isTaken = page.blocks.some((block) => findBlock(roots, block.id) !== undefined);
  if (roots.pages.has(page.id) || isTaken || !isUnique(page.blocks)) return refused('id is taken');
  if (!page.blocks.every((block) => namesOnlyKnown(roots, block))) {
    return refused('names nothing in the issue');
  }
  return planned({ kind: 'removedPage', page: page.id }, () => {
    roots.pages.set(page.id, pageMap(page, orderAt(roots.pages, index)));
  });
}

/** Plans taking a page out of the issue. */
export function planRemovedPage(roots: IssueRoots, edit: RemovedPage): EditPlan {
  const map = filedMap(roots.pages, edit.page);
  if (!map) return refused('no such page');
  const index = orderedKeys(roots.pages).indexOf(edit.page);
  return planned({ kind: 'addedPage', index, page: readPage(edit.page, map) }, () => {
    roots.pages.delete(edit.page);
  });
}

/** Plans another order of the pages. */
export function planReorderedPages(roots: IssueRoots, edit: ReorderedPages): EditPlan {
  const before = orderedKeys(roots.pages);
  if (!isOrderOf(edit.order, before)) return refused('not an order of these pages');
  return planned({ ...edit, order: before }, () => {
    renumber(roots.pages, edit.order);
  });
}

/** Plans other pages for the whole issue. */
export function planRelaidPages(roots: IssueRoots, edit: RelaidPages): EditPlan {
  const before = orderedKeys(roots.pages).map((id) => readPage(id, childMap(roots.pages, id)));
  const blocks = edit.pages.flatMap((page) => page.blocks);
  if (!isUnique(edit.pages) || !isUnique(blocks)) return refused('id is taken');
  if (!blocks.every((block) => namesOnlyKnown(roots, block))) {
    return refused('names nothing in the issue');
  }
  return planned({ kind: 'relaidPages', pages: before }, () => {
    for (const id of [...roots.pages.keys()]) roots.pages.delete(id);
    edit.pages.forEach((page, order) => {
      roots.pages.set(page.id, pageMap(page, order));
    });
  });
}

function isUnique(named: readonly { readonly id: string }[]): boolean {
  return new Set(named.map(({ id }) => id)).size === named.length;
}
