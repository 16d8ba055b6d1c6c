import type { Block, GroupMember, Issue, Page } from './issue.ts';
import { blockReferences } from './issue-references.ts';
import type { PageTemplate } from './template.ts';

/** The pages of a template's plan, filled with an issue's articles. */
export interface PlannedPages {
  readonly pages: readonly Page[];
  /** Ids of articles of the issue that the plan gives no place. */
  readonly unplaced: readonly string[];
}

/**
 * Lays an issue on the plan of a template: the blocks whose articles, pictures and ad grids the
 * issue has. Blocks that name something else are left off; groups keep the members that are there.
 */
export function planPages(issue: Issue, template: PageTemplate): PlannedPages {
  const pages = template.plan.map(
    (planned): Page => ({
      id: planned.number.toLowerCase(),
      number: planned.number,
      name: planned.name,
      template: template.id,
      blocks: planned.blocks.flatMap((block) => filledBlock(issue, block)),
    }),
  );
  const placed = new Set(
    pages.flatMap((page) => page.blocks.flatMap((block) => blockReferences(block).articles)),
  );
  return { pages, unplaced: Object.keys(issue.articles).filter((id) => !placed.has(id)) };
}

function filledBlock(issue: Issue, block: Block): readonly Block[] {
  const has = (record: object, id: string) => Object.hasOwn(record, id);
  switch (block.kind) {
    case 'article': {
      if (!has(issue.articles, block.article)) return [];
      const pictures = block.pictures.filter(({ picture }) => has(issue.pictures, picture));
      return [{ ...block, pictures }];
    }
    case 'group': {
      const members = block.members.filter((member: GroupMember) =>
        has(issue.articles, member.article),
      );
      return members.length > 0 ? [{ ...block, members }] : [];
    }
    case 'picture':
      return has(issue.pictures, block.picture) ? [block] : [];
    case 'adGrid':
      return has(issue.adGrids, block.adGrid) ? [block] : [];
    default:
      return [block];
  }
}
