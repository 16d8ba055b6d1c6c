import type { Edit, PictureChanges } from '#engine/model/edits/edit.ts';
import type { Block, GridArea, Picture } from '#engine/model/issue.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { blockEdits } from '#renderer/make-up/block-edits.ts';
import { resizedShape } from '#renderer/make-up/block-shape.ts';
import { withInset } from '#renderer/make-up/inset-pictures.ts';
import { deskWords, makeUpPlace, mayEdit } from '#renderer/make-up/make-up-place.ts';
import type { PageGeometry } from '#renderer/make-up/page-geometry.ts';
import { pictureStrings } from '#renderer/strings/picture-strings.ts';
import { pictureOnDesk } from './chosen-pictures.ts';
import { mayCrop, startCropping } from './cropping.ts';

/** The chosen picture, when it has a photograph and may be changed. */
function photographOnDesk(desk: OpenDesk): Picture | undefined {
  const placed = pictureOnDesk(desk);
  if (placed === undefined || !mayCrop(desk, placed)) return undefined;
  return desk.openIssue.issue().pictures[placed.picture];
}

/** True when the chosen picture has a photograph and may be changed. */
export function hasPhotograph(desk: OpenDesk): boolean {
  return photographOnDesk(desk) !== undefined;
}

/** True for a chosen photograph with a setting. */
export function isSet(desk: OpenDesk, setting: 'whole' | 'greyscale'): boolean {
  return photographOnDesk(desk)?.[setting] ?? false;
}

/** Begins to crop the chosen picture on the page. */
export function cropChosen(desk: OpenDesk): void {
  const placed = pictureOnDesk(desk);
  if (placed !== undefined) startCropping(desk, placed);
}

/** What a command makes of a picture. */
export type PictureStep = (picture: Picture) => PictureChanges;

/** Changes the chosen picture as one step. */
export function changeChosen(
  desk: OpenDesk,
  step: keyof ReturnType<typeof wordsOf>['steps'],
  change: PictureStep,
): void {
  const picture = photographOnDesk(desk);
  if (picture === undefined) return;
  const edit = { kind: 'setPicture', picture: picture.id, changes: change(picture) } as const;
  desk.openIssue.edit(wordsOf(desk).steps[step], edit);
}

function wordsOf(desk: OpenDesk) {
  return deskWords(desk, pictureStrings);
}

/** All of the picture shows (全图), with paper beside it where the frame has another shape. */
export const FITTED: PictureChanges = { whole: true };
/** The picture fills its frame (满框), as much of it showing as can. */
export const FILLED: PictureChanges = { whole: false, zoom: 1 };
/** As close as it was, cut alike on both sides. */
export const CENTRED: PictureChanges = { whole: false, focus: { x: 0.5, y: 0.5 } };

/** Gives the frame the height at which the whole picture fills it, to the line (框随图). */
export function fitFrame(desk: OpenDesk): void {
  const edit = frameEdit(desk);
  if (edit !== undefined) desk.openIssue.edit(wordsOf(desk).steps.frame, edit);
}

/** True when the frame of the chosen picture may be fitted to it. */
export function mayFitFrame(desk: OpenDesk): boolean {
  return mayEdit(desk) && frameEdit(desk) !== undefined;
}

function frameEdit(desk: OpenDesk): Edit | undefined {
  const place = makeUpPlace(desk);
  const placed = pictureOnDesk(desk);
  const picture = photographOnDesk(desk);
  const block = place?.page.blocks.find(({ id }) => id === placed?.block);
  if (place === undefined || picture === undefined || block === undefined) return undefined;
  const fitted = fittedBlock(place.geometry, block, picture);
  const resized = fitted && blockEdits([block], [fitted]);
  const edit = { kind: 'setPicture', picture: picture.id, changes: FILLED } as const;
  return fitted && { kind: 'editsTogether', edits: resized ? [resized, edit] : [edit] };
}

function fittedBlock(geometry: PageGeometry, block: Block, picture: Picture): Block | undefined {
  if (block.kind === 'picture') {
    const area = fittedArea(geometry, block, picture);
    return { ...block, ...resizedShape(block, area) };
  }
  const inset =
    block.kind === 'article' && block.pictures.find((one) => one.picture === picture.id);
  if (block.kind !== 'article' || !inset) return undefined;
  return withInset(block, picture.id, fittedArea(geometry, inset, picture));
}

function fittedArea(
  { cellPt, leadingPt, lines }: PageGeometry,
  { area, captionLines }: { readonly area: GridArea; readonly captionLines: number },
  { widthPx, heightPx }: Picture,
): GridArea {
  const heightPt = (area.columns * cellPt * heightPx) / widthPx;
  const wanted = Math.max(1, Math.round(heightPt / leadingPt)) + captionLines;
  return { ...area, lines: Math.min(wanted, lines - area.line) };
}
