import type { Edit } from '#engine/model/edits/edit.ts';
import type { InsetPicture, Issue } from '#engine/model/issue.ts';
import { editsTogether } from './edits-together.ts';
import type { ThreadBlock } from './thread-blocks.ts';
import { articleBlockNamed, threadOf } from './thread-blocks.ts';

/**
 * Two stories change places: every block of the one thread takes the other article, with its own
 * place, columns and headline layout. Pictures that the stories run around change places in pairs;
 * one without a counterpart stays where it has room. Undefined when the blocks do not show two
 * different articles, or when one of the blocks is locked.
 */
export function swapStories(issue: Issue, blockA: string, blockB: string): Edit | undefined {
  const a = articleBlockNamed(issue, blockA)?.block.article;
  const b = articleBlockNamed(issue, blockB)?.block.article;
  if (a === undefined || b === undefined || a === b) return undefined;
  const [threadA, threadB] = [threadOf(issue.pages, a), threadOf(issue.pages, b)];
  if ([...threadA, ...threadB].some(({ block }) => block.locked)) return undefined;
  return editsTogether([
    ...givenArticle(threadA, b),
    ...givenArticle(threadB, a),
    ...swappedPictures(threadA, threadB),
  ]);
}

/** Gives all blocks of a thread another article. */
export function givenArticle(thread: readonly ThreadBlock[], article: string): readonly Edit[] {
  return thread.map(({ block }) => {
    return { kind: 'setBlockProperty', block: block.id, property: 'article', value: article };
  });
}

function swappedPictures(
  threadA: readonly ThreadBlock[],
  threadB: readonly ThreadBlock[],
): readonly Edit[] {
  const [a, b] = [picturesOf(threadA), picturesOf(threadB)];
  const count = Math.min(a.length, b.length);
  const taken = new Map<InsetPicture, string>();
  for (let index = 0; index < count; index++) {
    const [one, other] = [a[index], b[index]];
    if (one === undefined || other === undefined) continue;
    taken.set(one, other.picture);
    taken.set(other, one.picture);
  }
  return [...threadA, ...threadB].flatMap(({ block }): readonly Edit[] => {
    if (!block.pictures.some((inset) => taken.has(inset))) return [];
    const value = block.pictures.map((inset) => {
      return { ...inset, picture: taken.get(inset) ?? inset.picture };
    });
    return [{ kind: 'setBlockProperty', block: block.id, property: 'pictures', value }];
  });
}

function picturesOf(thread: readonly ThreadBlock[]): readonly InsetPicture[] {
  return thread.flatMap(({ block }) => block.pictures);
}
