import { useEffect, useMemo } from 'react';
import type { Edit } from '#engine/model/edits/edit.ts';
import { type OpenDesk, useDesk } from '#renderer/desk-state/open-desk.ts';

/** Shows on the page what an edit would do, before anybody asks for it. */
export interface EditPreview {
  show(edit: Edit): void;
  /** The page as it is again. */
  end(): void;
}

/** A pointer that only passes over a line of a list is no wish to see it. */
const REST_MS = 90;

/** A preview on the page that shows; it ends with the component. */
export function useEditPreview(): EditPreview {
  const desk = useDesk();
  const preview = useMemo(() => previewOn(desk), [desk]);
  useEffect(() => () => preview.end(), [preview]);
  return preview;
}

function previewOn({ composing, state }: OpenDesk): EditPreview {
  let shownOn: string | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  return {
    show(edit) {
      clearTimeout(resting);
      resting = setTimeout(() => {
        shownOn = state.read().page;
        composing.previewEdit(shownOn, edit);
      }, REST_MS);
    },
    end() {
      clearTimeout(resting);
      if (shownOn !== undefined) composing.previewEdit(shownOn, undefined);
      shownOn = undefined;
    },
  };
}

/** What makes a control show its edit while the pointer or the keyboard is on it. */
export function previewProps(preview: EditPreview, edit: Edit | undefined) {
  const show = () => edit !== undefined && preview.show(edit);
  return {
    onHoverStart: show,
    onHoverEnd: () => preview.end(),
    onFocus: show,
    onBlur: () => preview.end(),
  };
}
