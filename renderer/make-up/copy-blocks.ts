import type { Edit } from '#engine/model/edits/edit.ts';
import { freshId } from '#engine/model/fresh-id.ts';
import type { Block, GridArea, Issue } from '#engine/model/issue.ts';
import { editsTogether } from './edits-together.ts';
import type { GridPlace, PageGeometry } from './page-geometry.ts';
import { shiftedBlock } from './shifted-block.ts';

/** Edits that leave several blocks to be chosen when they are done. */
export interface PlacedBlocks {
  readonly edit: Edit;
  readonly blocks: readonly string[];
}

/** Where copies come to lie: on which page, and how far from their originals. */
export interface CopyTarget {
  readonly page: string;
  readonly geometry: PageGeometry;
  readonly by: GridPlace;
}

/**
 * Puts copies of blocks on a page, on top of what is there. What the blocks show is copied with
 * them, so that a copy may be written into without changing its original; a copied continuation
 * opens a story of its own. Copies are not locked.
 */
export function copyBlocks(
  issue: Issue,
  blocks: readonly Block[],
  { page, geometry, by }: CopyTarget,
): PlacedBlocks | undefined {
  const count = issue.pages.find(({ id }) => id === page)?.blocks.length;
  if (count === undefined) return undefined;
  const copying = new Copying(issue);
  const copies = blocks.map((block) => {
    const copied = copying.block(renumbered(block, blocks));
    return withinPage(shiftedBlock({ ...copied, locked: false }, by), geometry);
  });
  const added = copies.map((block, index): Edit => {
    return { kind: 'addedBlock', page, index: count + index, block };
  });
  const edit = editsTogether([...copying.edits, ...added]);
  return edit && { edit, blocks: copies.map(({ id }) => id) };
}

/** The parts of a story that are copied count from 0, so that the first of them opens it. */
function renumbered(block: Block, blocks: readonly Block[]): Block {
  if (block.kind !== 'article') return block;
  const earlier = blocks.filter((other) => {
    return other.kind === 'article' && other.article === block.article && other.part < block.part;
  });
  return { ...block, part: earlier.length };
}

/** Takes blocks to another page, as they are. Locked ones stay. */
export function moveToPage(
  issue: Issue,
  blocks: readonly Block[],
  { page, geometry }: Omit<CopyTarget, 'by'>,
): PlacedBlocks | undefined {
  const count = issue.pages.find(({ id }) => id === page)?.blocks.length;
  if (count === undefined) return undefined;
  const free = blocks.filter(({ locked }) => !locked);
  const edit = editsTogether([
    ...free.map(({ id }): Edit => ({ kind: 'removedBlock', block: id })),
    ...free.map((block, index): Edit => {
      const moved = withinPage(block, geometry);
      return { kind: 'addedBlock', page, index: count + index, block: moved };
    }),
  ]);
  return edit && { edit, blocks: free.map(({ id }) => id) };
}

/** Pages may have different grids: a block that would stand out is brought in, or made smaller. */
function withinPage(block: Block, { columns, lines }: PageGeometry): Block {
  const { area } = block;
  const size = {
    columns: Math.min(area.columns, columns),
    lines: Math.min(area.lines, lines),
  };
  const by = {
    column: held(area.column, columns - size.columns) - area.column,
    line: held(area.line, lines - size.lines) - area.line,
  };
  const moved = shiftedBlock(block, by);
  const isWhole = size.columns === area.columns && size.lines === area.lines;
  return isWhole ? moved : { ...moved, area: { ...moved.area, ...size }, cutouts: [] };
}

function held(at: number, most: number): number {
  return Math.max(0, Math.min(at, most));
}

/** Copies of blocks with what they show; collects the edits that bring it into the issue. */
class Copying {
  readonly edits: Edit[] = [];
  private readonly issue: Issue;
  private readonly taken: string[] = [];
  private readonly known = new Map<string, string>();

  constructor(issue: Issue) {
    this.issue = issue;
  }

  block(block: Block): Block {
    const id = this.fresh('block');
    switch (block.kind) {
      case 'article': {
        const pictures = block.pictures.map((inset) => {
          return { ...inset, picture: this.picture(inset.picture) };
        });
        return { ...block, id, article: this.article(block.article), pictures };
      }
      case 'group': {
        const members = block.members.map((member) => {
          return { ...member, article: this.article(member.article) };
        });
        return { ...block, id, members };
      }
      case 'picture':
        return { ...block, id, picture: this.picture(block.picture) };
      case 'adGrid':
        return { ...block, id, adGrid: this.adGrid(block.adGrid) };
      default:
        return { ...block, id };
    }
  }

  private article(id: string): string {
    return this.once(`article ${id}`, () => {
      const article = this.issue.articles[id];
      const copy = this.fresh('article');
      if (article === undefined) return id;
      this.edits.push({ kind: 'addedArticle', article: { ...article, id: copy } });
      return copy;
    });
  }

  private picture(id: string): string {
    return this.once(`picture ${id}`, () => {
      const picture = this.issue.pictures[id];
      const copy = this.fresh('picture');
      if (picture === undefined) return id;
      this.edits.push({ kind: 'addedPicture', picture: { ...picture, id: copy } });
      return copy;
    });
  }

  private adGrid(id: string): string {
    return this.once(`adGrid ${id}`, () => {
      const adGrid = this.issue.adGrids[id];
      const copy = this.fresh('partners');
      if (adGrid === undefined) return id;
      this.edits.push({ kind: 'addedAdGrid', adGrid: { ...adGrid, id: copy } });
      return copy;
    });
  }

  /** What is shown twice is copied once: the parts of a thread stay parts of one story. */
  private once(name: string, copy: () => string): string {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const made = copy();
    this.known.set(name, made);
    return made;
  }

  private fresh(stem: string): string {
    const id = freshId(this.issue, stem, this.taken);
    this.taken.push(id);
    return id;
  }
}

/** The area around some areas. */
export function areaAround(areas: readonly GridArea[]): GridArea | undefined {
  const [first] = areas;
  if (first === undefined) return undefined;
  const column = Math.min(...areas.map((area) => area.column));
  const line = Math.min(...areas.map((area) => area.line));
  const right = Math.max(...areas.map((area) => area.column + area.columns));
  const foot = Math.max(...areas.map((area) => area.line + area.lines));
  return { column, line, columns: right - column, lines: foot - line };
}
