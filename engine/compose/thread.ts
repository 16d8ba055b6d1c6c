import type { ArticleBlock, ArticleGroup, Page } from '#engine/model/issue.ts';
import type { Rect } from '#engine/units/rect.ts';
import type { FlowResult } from './flow.ts';
import type { FlowPiece } from './flow-piece.ts';
import type { StoryParagraph } from './story-paragraph.ts';
import type { TextFrame } from './text-frame.ts';

/** A block of a thread before it is measured. */
export interface ThreadMember {
  readonly block: ArticleBlock | ArticleGroup;
  readonly page: Page;
}

/** A block of a thread, with the page it stands on. */
export interface ThreadBlock {
  readonly block: ArticleBlock | ArticleGroup;
  readonly page: Page;
  readonly frame: TextFrame;
  readonly rect: Rect;
}

/** Pieces of a thread with what they are made of. */
export interface ThreadPiece {
  readonly piece: FlowPiece;
  readonly paragraph: StoryParagraph | undefined;
  /** Member of a group whose headline a slab holds. */
  readonly member: number | undefined;
}

/** A filled thread. */
export interface FilledThread {
  readonly blocks: readonly ThreadBlock[];
  readonly pieces: readonly ThreadPiece[];
  readonly result: FlowResult;
}
