import type { DraftCase } from './draft-case.ts';
import { fileDrafts } from './file-drafts.ts';
import { heldOutDrafts } from './held-out-drafts.ts';
import { laterHeldOutDrafts } from './later-held-out-drafts.ts';
import { manyStories } from './many-stories.ts';
import { oddDrafts } from './odd-drafts.ts';
import { textDrafts } from './text-drafts.ts';
import { writtenDrafts } from './written-drafts.ts';

/** Rows of drafts, each written before any rule was changed for it (docs/decisions/0029). */
export const BLIND_ROUNDS = ['first', 'second', 'third', 'fourth', 'fifth'] as const;

/** Every draft of the corpus. */
export function allDrafts(): readonly DraftCase[] {
  return [
    ...textDrafts(),
    ...manyStories(),
    ...fileDrafts(),
    ...heldOutDrafts(),
    ...laterHeldOutDrafts(),
    ...oddDrafts(),
    ...BLIND_ROUNDS.flatMap(writtenDrafts),
  ];
}
