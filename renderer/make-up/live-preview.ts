import type { Block, Picture } from '#engine/model/issue.ts';
import type { Composing } from '#renderer/composing/composing.ts';

/** What a preview takes of the composing room, and of the window. */
export interface PreviewParts {
  readonly composing: Pick<Composing, 'preview' | 'subscribe'>;
  readonly page: string;
  /** Calls back with the next frame; answers how to stop. */
  readonly nextFrame?: (call: () => void) => () => void;
}

/** A page as it would be with its blocks where the pointer has them. */
export interface LivePreview {
  /** These blocks and pictures, as soon as there is time; what came meanwhile is passed over. */
  show(blocks: readonly Block[], pictures?: readonly Picture[]): void;
  /** The page as it is in the issue again. Carry out the edit first, or the page flickers. */
  end(): void;
}

interface Wanted {
  readonly blocks: readonly Block[];
  readonly pictures: readonly Picture[];
}

/**
 * Composes a page anew while its blocks are dragged: at most once in a frame, and never before the
 * last composition is here, so that the page follows the pointer however slow it is to compose.
 */
export function startPreview({ composing, page, nextFrame = onFrame }: PreviewParts): LivePreview {
  let wanted: Wanted | undefined;
  let cancelFrame: (() => void) | undefined;
  let isInFlight = false;
  let isShown = false;

  function plan(): void {
    if (wanted === undefined || isInFlight || cancelFrame !== undefined) return;
    cancelFrame = nextFrame(() => {
      cancelFrame = undefined;
      if (wanted === undefined) return;
      isInFlight = true;
      isShown = true;
      composing.preview(page, wanted.blocks, wanted.pictures);
      wanted = undefined;
    });
  }
  const stopListening = composing.subscribe((composed) => {
    if (composed !== page) return;
    isInFlight = false;
    plan();
  });
  return {
    show(blocks, pictures = []) {
      wanted = { blocks, pictures };
      plan();
    },
    end() {
      stopListening();
      cancelFrame?.();
      wanted = undefined;
      if (isShown) composing.preview(page, undefined);
      isShown = false;
    },
  };
}

function onFrame(call: () => void): () => void {
  const frame = requestAnimationFrame(call);
  return () => cancelAnimationFrame(frame);
}
