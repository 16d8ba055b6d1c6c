import type { ShownPage } from '#renderer/composing/composing.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import type { ShownLook } from '#renderer/painter/paint-part.ts';
import type { PageStage } from './page-stage.ts';

/** Which page shows on which stage, and in what colours. */
export interface PageShow {
  readonly stage: PageStage;
  readonly desk: OpenDesk;
  readonly page: string;
  readonly look: ShownLook;
}

/** Keeps a page on the stage: every composition, and every font and picture that arrives for it. */
export function showPage({ stage, desk, page, look }: PageShow): () => void {
  const { composing, stock } = desk;
  let isWanted = true;
  const show = (shown: ShownPage) => {
    const arriving = stock.fetchFor(shown.list);
    const staged = { page, shown, stock, look, isStocked: arriving === undefined };
    stage.show(staged);
    arriving?.then(({ concerns }) => {
      // What could not be had is not waited for any longer.
      if (isWanted) stage.repaint({ ...staged, isStocked: true }, concerns);
    });
  };
  const showComposed = () => {
    const shown = composing.page(page);
    if (shown !== undefined) show(shown);
  };
  showComposed();
  const stopListening = composing.subscribe((composed) => {
    if (composed === page) showComposed();
  });
  return () => {
    isWanted = false;
    stopListening();
  };
}
