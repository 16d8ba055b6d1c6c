import type { Edit } from '#engine/model/edits/edit.ts';
import type { Picture } from '#engine/model/issue.ts';
import type { Failure, ImportedPicture } from '#host/contract.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';

/** Formats that the file dialog offers; the host looks at the bytes themselves. */
export const PICTURE_KINDS = 'image/jpeg,image/png,image/tiff';

/** Why a photograph was not placed; `gone`: the slot went away while the file was taken in. */
export type PlacingTrouble =
  | { readonly kind: 'failure'; readonly failure: Failure }
  | { readonly kind: 'readOnly' | 'gone' };

/** A photograph in the assets, or why it was not taken in. */
export type TakenPhotograph =
  | { readonly ok: true; readonly photograph: ImportedPicture }
  | { readonly ok: false; readonly trouble: PlacingTrouble };

/** Puts a file among the assets of the open issue. */
export async function takePhotograph(desk: OpenDesk, file: File): Promise<TakenPhotograph> {
  const { host, openIssue } = desk;
  if (openIssue.heldBy !== undefined) return { ok: false, trouble: { kind: 'readOnly' } };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const answer = await host.importPicture({ session: openIssue.session, name: file.name, bytes });
  if (answer.ok) return { ok: true, photograph: answer.value };
  return { ok: false, trouble: { kind: 'failure', failure: answer.failure } };
}

/** Takes a file in and fills a picture slot with it, as one step of undo. */
export async function placePhotograph(
  desk: OpenDesk,
  id: string,
  { file, step }: { readonly file: File; readonly step: string },
): Promise<PlacingTrouble | undefined> {
  const taken = await takePhotograph(desk, file);
  if (!taken.ok) return taken.trouble;
  const picture = desk.openIssue.issue().pictures[id];
  if (picture === undefined) return { kind: 'gone' };
  const { ok } = desk.openIssue.edit(step, fillingEdit(picture, taken.photograph));
  return ok ? undefined : { kind: 'gone' };
}

/**
 * Fills a slot. Words that the editor wrote stay; those in the file fill empty ones only. The crop
 * of the former photograph says nothing about one of another shape.
 */
function fillingEdit(picture: Picture, photograph: ImportedPicture): Edit {
  const { asset, widthPx, heightPx, caption, credit } = photograph;
  const isSameShape =
    picture.heightPx > 0 &&
    Math.abs(picture.widthPx * heightPx - picture.heightPx * widthPx) < widthPx;
  const changes = {
    ...(picture.caption === '' && { caption }),
    ...(picture.credit === '' && { credit }),
    ...(!isSameShape && { focus: { x: 0.5, y: 0.5 }, zoom: 1 }),
  };
  return {
    kind: 'editsTogether',
    edits: [
      { kind: 'placedPicture', picture: picture.id, photograph: { asset, widthPx, heightPx } },
      { kind: 'setPicture', picture: picture.id, changes },
    ],
  };
}
