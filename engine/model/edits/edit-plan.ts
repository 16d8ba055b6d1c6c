import type * as Y from 'yjs';
import type { AdCell, Block } from '#engine/model/issue.ts';
import type { IssueRoots } from '#engine/model/issue-doc.ts';
import { blockReferences, cellPictures } from '#engine/model/issue-references.ts';
import { childMap, readAdGrid, readBlock } from '#engine/model/read-issue.ts';
import type { Edit, EditFailure } from './edit.ts';

/** An edit checked against the document: its inverse and the writing, or why it is impossible. */
export type EditPlan =
  | { readonly ok: true; readonly inverse: Edit; readonly write: () => void }
  | { readonly ok: false; readonly failure: EditFailure };

/** A plan that cannot be carried out. */
export function refused(failure: EditFailure): EditPlan {
  return { ok: false, failure };
}

/** A plan that can. */
export function planned(inverse: Edit, write: () => void): EditPlan {
  return { ok: true, inverse, write };
}

/** The map filed under an id, if there is one. */
export function filedMap(root: Y.Map<unknown>, id: string): Y.Map<unknown> | undefined {
  return root.has(id) ? childMap(root, id) : undefined;
}

/** A block of the document and where it stands. */
export interface FoundBlock {
  readonly page: string;
  /** The blocks of its page. */
  readonly neighbours: Y.Map<unknown>;
  readonly map: Y.Map<unknown>;
  readonly block: Block;
}

/** Finds a block on any page. */
export function findBlock(roots: IssueRoots, id: string): FoundBlock | undefined {
  for (const page of roots.pages.keys()) {
    const neighbours = childMap(childMap(roots.pages, page), 'blocks');
    const map = filedMap(neighbours, id);
    if (map) return { page, neighbours, map, block: readBlock(id, map) };
  }
  return undefined;
}

/** True when a block of any page shows the article, picture or ad grid. */
export function isOnPage(
  roots: IssueRoots,
  shelf: 'articles' | 'pictures' | 'adGrids',
  id: string,
): boolean {
  return everyBlock(roots).some((block) => blockReferences(block)[shelf].includes(id));
}

/** True when a cell of any ad grid shows the picture. */
export function isInAdCell(roots: IssueRoots, picture: string): boolean {
  return [...roots.adGrids.keys()].some((id) =>
    readAdGrid(id, childMap(roots.adGrids, id)).cells.some((cell) =>
      cellPictures(cell).includes(picture),
    ),
  );
}

function everyBlock(roots: IssueRoots): readonly Block[] {
  return [...roots.pages.keys()].flatMap((page) => {
    const blocks = childMap(childMap(roots.pages, page), 'blocks');
    return [...blocks.keys()].map((id) => readBlock(id, childMap(blocks, id)));
  });
}

/** True when every article, picture and ad grid that the block names is in the issue. */
export function namesOnlyKnown(roots: IssueRoots, block: Block): boolean {
  const names = blockReferences(block);
  return (['articles', 'pictures', 'adGrids'] as const).every((shelf) =>
    names[shelf].every((id) => roots[shelf].has(id)),
  );
}

/** True when the issue has the pictures that the cells show. */
export function hasCellPictures(roots: IssueRoots, cells: readonly AdCell[]): boolean {
  return cells.flatMap(cellPictures).every((id) => roots.pictures.has(id));
}

/** Writes a text by changing only what differs, so that carets beside the change stay put. */
export function writeText(text: Y.Text, wanted: string): void {
  const { start, oldEnd, newEnd } = differingRange(text.toString(), wanted);
  if (oldEnd > start) text.delete(start, oldEnd - start);
  if (newEnd > start) text.insert(start, wanted.slice(start, newEnd));
}

/** The range in which two texts differ, in whole characters. */
export function differingRange(
  before: string,
  after: string,
): { readonly start: number; readonly oldEnd: number; readonly newEnd: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  if (isHighSurrogate(before.charCodeAt(start - 1))) start -= 1;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  if (isLowSurrogate(before.charCodeAt(before.length - tail)) && tail > 0) tail -= 1;
  return { start, oldEnd: before.length - tail, newEnd: after.length - tail };
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}
