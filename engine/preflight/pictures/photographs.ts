import type { Issue, Page, Picture } from '#engine/model/issue.ts';

/** A photograph as a page shows it. */
export interface ShownPhotograph {
  readonly block: string;
  readonly picture: Picture;
  /** False where no room is kept for caption and credit. */
  readonly hasCaption: boolean;
}

/** The photographs of a page: in blocks of their own and in stories; no ads, no logos. */
export function photographsOn(issue: Issue, { blocks }: Page): readonly ShownPhotograph[] {
  return blocks.flatMap((block) => {
    const shown =
      block.kind === 'article'
        ? block.pictures
        : block.kind === 'picture' && block.ad === undefined
          ? [block]
          : [];
    return shown.flatMap(({ captionLines, picture: id }): readonly ShownPhotograph[] => {
      const picture = issue.pictures[id];
      if (picture?.asset === undefined) return [];
      return [{ block: block.id, picture, hasCaption: captionLines > 0 }];
    });
  });
}
