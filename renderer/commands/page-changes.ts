import type { Edit } from '#engine/model/edits/edit.ts';
import { freshId } from '#engine/model/fresh-id.ts';
import type { Block, Issue, Page } from '#engine/model/issue.ts';
import { blockReferences, cellPictures } from '#engine/model/issue-references.ts';
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
  const fresh = createFreshIds(issue);
  const id = fresh('page');
  const page: Page = {
    id,
    name: before?.name ?? '',
    template: template?.id ?? '',
    number: nextNumber(issue, before?.number ?? 'A00'),
    blocks: planned
      .filter(({ kind }) => kind === 'folioLine' || kind === 'imprint')
      .map((block) => ({ ...block, id: fresh(block.kind) })),
  };
  return { edit: { kind: 'addedPage', index: index + 1, page }, page: id };
}

/**
 * A copy of a page with copies of its stories, pictures and ad grids: what is written in one leaves
 * the other alone. A story that runs on from another page begins on the copy.
 */
export function copiedPage(issue: Issue, page: string): PageChange {
  const index = issue.pages.findIndex(({ id }) => id === page);
  const original = issue.pages[index];
  const fresh = createFreshIds(issue);
  const id = fresh('page');
  const blocks = original?.blocks ?? [];
  const copies = copyMatter(issue, blocks, fresh);
  const copy: Page = {
    id,
    name: original?.name ?? '',
    template: original?.template ?? '',
    number: nextNumber(issue, original?.number ?? 'A00'),
    blocks: fromTheBeginning(blocks.map((block) => copies.block(block))),
  };
  const added: Edit = { kind: 'addedPage', index: index + 1, page: copy };
  return { edit: { kind: 'editsTogether', edits: [...copies.edits, added] }, page: id };
}

/** The pages with one of them a place further to the front or back. */
export function movedPages(issue: Issue, page: string, by: 1 | -1): Edit {
  const order = issue.pages.map(({ id }) => id);
  const place = order.indexOf(page);
  return { kind: 'reorderedPages', order: inserted(order, page, place + by) };
}

/** The pages with one of them before or behind another. */
export function droppedPage(
  issue: Issue,
  page: string,
  target: { readonly page: string; readonly side: 'before' | 'after' },
): Edit {
  const order = issue.pages.map(({ id }) => id);
  const others = order.filter((id) => id !== page);
  const place = others.indexOf(target.page) + (target.side === 'after' ? 1 : 0);
  return { kind: 'reorderedPages', order: inserted(order, page, place) };
}

function inserted(order: readonly string[], page: string, place: number): readonly string[] {
  const others = order.filter((id) => id !== page);
  return [...others.slice(0, place), page, ...others.slice(place)];
}

type FreshIds = (stem: string) => string;

/** Ids that neither the issue has nor were given out before. */
function createFreshIds(issue: Issue): FreshIds {
  const taken: string[] = [];
  return (stem) => {
    const id = freshId(issue, stem, taken);
    taken.push(id);
    return id;
  };
}

interface MatterCopies {
  /** What adds the copies to the issue. */
  readonly edits: readonly Edit[];
  /** The block under an id of its own, showing the copies. */
  block(block: Block): Block;
}

function copyMatter(issue: Issue, blocks: readonly Block[], fresh: FreshIds): MatterCopies {
  const references = blocks.map(blockReferences);
  const adGrids = references.flatMap((one) => one.adGrids);
  const inCells = adGrids.flatMap((id) => issue.adGrids[id]?.cells.flatMap(cellPictures) ?? []);
  const articleIds = names(
    references.flatMap((one) => one.articles),
    'article',
    fresh,
  );
  const pictureIds = names(
    [...references.flatMap((one) => one.pictures), ...inCells],
    'picture',
    fresh,
  );
  const gridIds = names(adGrids, 'adGrid', fresh);
  const edits: Edit[] = [];
  for (const [from, id] of pictureIds) {
    const picture = issue.pictures[from];
    if (picture !== undefined) edits.push({ kind: 'addedPicture', picture: { ...picture, id } });
  }
  for (const [from, id] of articleIds) {
    const article = issue.articles[from];
    if (article !== undefined) edits.push({ kind: 'addedArticle', article: { ...article, id } });
  }
  const pictureId = (id: string) => pictureIds.get(id) ?? id;
  for (const [from, id] of gridIds) {
    const grid = issue.adGrids[from];
    if (grid === undefined) continue;
    const cells = grid.cells.map((cell) => {
      if (cell.kind === 'picture') return { ...cell, picture: pictureId(cell.picture) };
      if (cell.kind !== 'partner' || cell.logo === undefined) return cell;
      return { ...cell, logo: pictureId(cell.logo) };
    });
    edits.push({ kind: 'addedAdGrid', adGrid: { ...grid, id, cells } });
  }
  const articleId = (id: string) => articleIds.get(id) ?? id;
  return {
    edits,
    block: (block) => ({ ...shownIn(block), id: fresh(block.kind) }),
  };

  function shownIn(block: Block): Block {
    switch (block.kind) {
      case 'article': {
        const pictures = block.pictures.map((inset) => ({
          ...inset,
          picture: pictureId(inset.picture),
        }));
        return { ...block, article: articleId(block.article), pictures };
      }
      case 'group': {
        const members = block.members.map((member) => ({
          ...member,
          article: articleId(member.article),
        }));
        return { ...block, members };
      }
      case 'picture':
        return { ...block, picture: pictureId(block.picture) };
      case 'adGrid':
        return { ...block, adGrid: gridIds.get(block.adGrid) ?? block.adGrid };
      default:
        return block;
    }
  }
}

function names(ids: readonly string[], stem: string, fresh: FreshIds): ReadonlyMap<string, string> {
  return new Map([...new Set(ids)].map((id) => [id, fresh(stem)]));
}

/** Parts of each article numbered from 0 in their order; the page may have held later ones only. */
function fromTheBeginning(blocks: readonly Block[]): readonly Block[] {
  const parts = new Map<string, number[]>();
  for (const block of blocks) {
    if (block.kind !== 'article') continue;
    parts.set(block.article, [...(parts.get(block.article) ?? []), block.part]);
  }
  return blocks.map((block) => {
    if (block.kind !== 'article') return block;
    const earlier = (parts.get(block.article) ?? []).filter((part) => part < block.part);
    return { ...block, part: earlier.length };
  });
}

/** A06 is followed by A07, or by the next number that no page has. */
function nextNumber(issue: Issue, number: string): string {
  const [, section = '', digits = '0'] = /^(\D*)(\d+)/.exec(number) ?? [];
  const known = new Set(issue.pages.map((page) => page.number));
  let next = Number(digits) + 1;
  while (known.has(section + String(next).padStart(digits.length, '0'))) next += 1;
  return section + String(next).padStart(digits.length, '0');
}
