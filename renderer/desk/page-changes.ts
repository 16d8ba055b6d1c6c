import type { Edit } from '#engine/model/edits/edit.ts';
import { freshId } from '#engine/model/fresh-id.ts';
import type { Block, Issue, Page } from '#engine/model/issue.ts';
import type { CompositionParts } from '#host/contract.ts';

/** An edit that brings a page, and the page to show afterwards. */
export interface PageChange {
  readonly edit: Edit;
  readonly page: string;
}

/** A further page with the furniture of its template (folio line, imprint), behind a page. */
export function addedPage(issue: Issue, behind: string, parts: CompositionParts): PageChange {
  const index = issue.pages.findIndex(({ id }) => id === behind);
  const before = issue.pages[index];
  const template = parts.templates.find(({ id }) => id === before?.template) ?? parts.templates[0];
  const planned = template?.plan[0]?.blocks ?? [];
  const furniture = planned.filter(({ kind }) => kind === 'folioLine' || kind === 'imprint');
  return pageBehind(issue, index, {
    name: before?.name ?? '',
    template: template?.id ?? '',
    number: nextNumber(issue, before?.number ?? 'A00'),
    blocks: furniture,
  });
}

/** A copy of a page; its blocks show the same stories, pictures and grids. */
export function copiedPage(issue: Issue, page: string): PageChange {
  const index = issue.pages.findIndex(({ id }) => id === page);
  const original = issue.pages[index];
  return pageBehind(issue, index, {
    name: original?.name ?? '',
    template: original?.template ?? '',
    number: nextNumber(issue, original?.number ?? 'A00'),
    blocks: original?.blocks ?? [],
  });
}

/** The pages with one of them a place further to the front or back. */
export function movedPages(issue: Issue, page: string, by: 1 | -1): Edit {
  const order = issue.pages.map(({ id }) => id);
  const place = order.indexOf(page);
  const others = order.filter((id) => id !== page);
  const next = [...others.slice(0, place + by), page, ...others.slice(place + by)];
  return { kind: 'reorderedPages', order: next };
}

function pageBehind(issue: Issue, index: number, made: Omit<Page, 'id'>): PageChange {
  const id = freshId(issue, 'page');
  const taken = [id];
  const blocks = made.blocks.map((block): Block => {
    const blockId = freshId(issue, block.kind, taken);
    taken.push(blockId);
    return { ...block, id: blockId };
  });
  return { edit: { kind: 'addedPage', index: index + 1, page: { ...made, id, blocks } }, page: id };
}

/** A06 is followed by A07, or by the next number that no page has. */
function nextNumber(issue: Issue, number: string): string {
  const [, section = '', digits = '0'] = /^(\D*)(\d+)/.exec(number) ?? [];
  const known = new Set(issue.pages.map((page) => page.number));
  let next = Number(digits) + 1;
  while (known.has(section + String(next).padStart(digits.length, '0'))) next += 1;
  return section + String(next).padStart(digits.length, '0');
}
