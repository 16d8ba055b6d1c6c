import type { EditorView } from 'prosemirror-view';
import type { Undo } from '#engine/model/undo.ts';

/** The last change of an input method reaches the document only a moment after its end. */
const AFTER_COMPOSITION_MS = 60;

/** What is told of the input method. */
export interface CompositionListener {
  onBegin?(view: EditorView): void;
  /** The word is in the document. */
  onEnd(): void;
}

/** Events of an editor by which a composed word becomes one undo step. */
export function inputMethodEvents(undo: Undo, listener: CompositionListener) {
  return {
    compositionstart: (view: EditorView) => {
      undo.beginComposition();
      listener.onBegin?.(view);
      return false;
    },
    compositionend: () => {
      setTimeout(() => {
        undo.endComposition();
        listener.onEnd();
      }, AFTER_COMPOSITION_MS);
      return false;
    },
  };
}
