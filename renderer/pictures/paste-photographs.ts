import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { deskWords, mayEdit } from '#renderer/make-up/make-up-place.ts';
import { pictureStrings } from '#renderer/strings/picture-strings.ts';
import { loadPhotographs } from './loaded-pointer.ts';

/**
 * Takes pictures out of the clipboard by Ctrl+V: into the chosen slot, or onto the pointer. Answers
 * how to stop.
 */
export function listenToPastedPhotographs(desk: OpenDesk): () => void {
  const paste = (event: ClipboardEvent) => {
    const files = pastedPictures(event);
    if (files.length === 0 || isElsewhere(event.target) || !mayEdit(desk)) return;
    event.preventDefault();
    event.stopPropagation();
    const name = deskWords(desk, pictureStrings).pasted;
    // The browser names every one of them image.png.
    void loadPhotographs(
      desk,
      files.map((file) => new File([file], name, { type: file.type })),
    );
  };
  // Ahead of the text on the page, which would take the address of a picture for words.
  window.addEventListener('paste', paste, { capture: true });
  return () => window.removeEventListener('paste', paste, { capture: true });
}

/** Word processors put a picture of the words beside the words; those are what is meant then. */
function pastedPictures({ clipboardData }: ClipboardEvent): readonly File[] {
  if (clipboardData?.getData('text/plain') !== '') return [];
  return [...clipboardData.files].filter(({ type }) => type.startsWith('image/'));
}

/** The inbox makes a draft of what is pasted there, and fields and dialogs keep what is theirs. */
function isElsewhere(target: ClipboardEvent['target']): boolean {
  return target instanceof Element && target.matches('.inbox *, .inbox, input, [role=dialog] *');
}
