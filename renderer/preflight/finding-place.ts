import type { Block, Issue } from '#engine/model/issue.ts';
import { blockReferences } from '#engine/model/issue-references.ts';
import type { Finding } from '#engine/units/finding.ts';

/** The block a finding is about: its kind, and the words it is known by. */
export interface FindingPlaceWords {
  readonly kind: Block['kind'];
  readonly words: string;
}

/** Where a finding is, in words; undefined for one of the page as a whole. */
export function findingPlace(issue: Issue, { where }: Finding): FindingPlaceWords | undefined {
  const blocks = issue.pages.flatMap((page) => page.blocks);
  const block = blocks.find(({ id }) => id === where.block);
  if (block === undefined) return undefined;
  const { kind } = block;
  const [, named] = /^article:([^/]+)/.exec(where.text ?? '') ?? [];
  if (kind === 'group' && named === undefined) return { kind, words: block.standingHead };
  const { articles, pictures } = blockReferences(block);
  const article = issue.articles[named ?? articles[0] ?? ''];
  const words =
    article?.headline || article?.slugline || issue.pictures[pictures[0] ?? '']?.caption;
  return { kind, words: (words ?? '').replaceAll('\n', '') };
}
