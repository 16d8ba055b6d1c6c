import type { ShownPage } from '#renderer/composing/composing.ts';
import type { ShownLook } from '#renderer/painter/paint-part.ts';
import type { PaintStock } from '#renderer/painter/surface.ts';

/** What is on the stage. */
export interface StagedPage {
  readonly page: string;
  readonly shown: ShownPage;
  readonly stock: PaintStock;
  /** True when all fonts and pictures of the page are there. */
  readonly isStocked: boolean;
  readonly look: ShownLook;
}
