import type { Edit } from '#engine/model/edits/edit.ts';
import type { Block, GridArea, InsetPicture } from '#engine/model/issue.ts';
import { editsTogether } from './edits-together.ts';
import { shiftedBlock } from './shifted-block.ts';

/** The edit that brings blocks to where they were dragged; undefined when all lie as before. */
export function blockEdits(before: readonly Block[], after: readonly Block[]): Edit | undefined {
  const known = new Map(before.map((block) => [block.id, block]));
  return editsTogether(
    after.flatMap((block) => {
      const own = known.get(block.id);
      return own === undefined ? [] : editsOf(own, block);
    }),
  );
}

function editsOf(before: Block, after: Block): readonly Edit[] {
  const { id: block, area, cutouts } = after;
  const by = {
    column: area.column - before.area.column,
    line: area.line - before.area.line,
  };
  const moved = shiftedBlock(before, by);
  if (isSameShape(moved, after) && areSamePictures(moved, after)) {
    if (by.column === 0 && by.line === 0) return [];
    return [{ kind: 'movedBlock', block, column: area.column, line: area.line }];
  }
  const edits: Edit[] = [];
  if (!isSameShape(before, after)) edits.push({ kind: 'resizedBlock', block, area, cutouts });
  if (!areSamePictures(before, after)) {
    const value = picturesOf(after);
    edits.push({ kind: 'setBlockProperty', block, property: 'pictures', value });
  }
  return edits;
}

function isSameShape(a: Block, b: Block): boolean {
  return isSameArea(a.area, b.area) && areSame(a.cutouts, b.cutouts, isSameArea);
}

function areSamePictures(a: Block, b: Block): boolean {
  return areSame(picturesOf(a), picturesOf(b), (one, other) => {
    return one.picture === other.picture && isSameArea(one.area, other.area);
  });
}

function picturesOf(block: Block): readonly InsetPicture[] {
  return block.kind === 'article' ? block.pictures : [];
}

function areSame<Thing>(
  a: readonly Thing[],
  b: readonly Thing[],
  isSame: (one: Thing, other: Thing) => boolean,
): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => {
      const other = b[index];
      return other !== undefined && isSame(one, other);
    })
  );
}

/** True for areas of the same place and size. */
function isSameArea(a: GridArea, b: GridArea): boolean {
  const isSamePlace = a.column === b.column && a.line === b.line;
  return isSamePlace && a.columns === b.columns && a.lines === b.lines;
}
