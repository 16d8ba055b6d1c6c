import type { Picture } from '#engine/model/issue.ts';
import { blockReferences, cellPictures } from '#engine/model/issue-references.ts';
import type { StepSeries } from '#engine/model/undo.ts';
import type { Selection } from '#renderer/desk-state/desk-state.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { createStore, type Store } from '#renderer/desk-state/store.ts';
import { deskWords, mayEdit } from '#renderer/make-up/make-up-place.ts';
import { pictureStrings } from '#renderer/strings/picture-strings.ts';
import type { Crop } from './crop-geometry.ts';

/** A picture that is being cropped on the page. */
export interface Cropping {
  readonly page: string;
  readonly block: string;
  readonly picture: string;
  /** All of it is one step of undo. */
  readonly series: StepSeries;
  /** What was chosen when it began; choosing something else ends it. */
  readonly selection: Selection;
  /** Where the pointer has it while it is down. */
  readonly dragged: Crop | undefined;
}

/** A picture and the block that shows it. */
export interface PlacedPicture {
  readonly block: string;
  readonly picture: string;
  /** What is chosen with it. */
  readonly selection: Selection;
}

type CroppingStore = Store<{ readonly cropping: Cropping | undefined }>;

const CROPPINGS = new WeakMap<OpenDesk, CroppingStore>();

/** The cropping of a desk. */
export function croppingOf(desk: OpenDesk): CroppingStore {
  const known = CROPPINGS.get(desk);
  if (known !== undefined) return known;
  const made: CroppingStore = createStore<{ readonly cropping: Cropping | undefined }>({
    cropping: undefined,
  });
  CROPPINGS.set(desk, made);
  return made;
}

/** True when the picture has a file, and its block may be changed. */
export function mayCrop(desk: OpenDesk, { block, picture }: PlacedPicture): boolean {
  const issue = desk.openIssue.issue();
  const found = issue.pages.flatMap(({ blocks }) => blocks).find(({ id }) => id === block);
  if (!mayEdit(desk) || found === undefined || found.locked) return false;
  const grid = found.kind === 'adGrid' ? issue.adGrids[found.adGrid] : undefined;
  const shown = [...blockReferences(found).pictures, ...(grid?.cells ?? []).flatMap(cellPictures)];
  return shown.includes(picture) && issue.pictures[picture]?.asset !== undefined;
}

/** Begins to crop a picture where it stands. */
export function startCropping(desk: OpenDesk, placed: PlacedPicture): void {
  if (!mayCrop(desk, placed)) return;
  const { page } = desk.state.read();
  const { block, picture, selection } = placed;
  desk.state.change({ selection, panel: 'picture', tool: 'select' });
  const series = { task: `crop ${picture}` };
  const cropping = { page, block, picture, series, selection, dragged: undefined };
  croppingOf(desk).change({ cropping });
}

/** Leaves the crop as it is. */
export function stopCropping(desk: OpenDesk): void {
  croppingOf(desk).change({ cropping: undefined });
}

/** Shows a crop while the pointer is down. */
export function dragCrop(desk: OpenDesk, dragged: Crop | undefined): void {
  croppingOf(desk).change(({ cropping }) => ({ cropping: cropping && { ...cropping, dragged } }));
}

/** Writes a crop into the issue. */
export function keepCrop(desk: OpenDesk, { picture, series }: Cropping, crop: Crop): void {
  const before = desk.openIssue.issue().pictures[picture];
  if (before === undefined || isSameCrop(before, crop)) return;
  const { steps } = deskWords(desk, pictureStrings);
  const { focus, zoom, whole } = crop;
  const edit = { kind: 'setPicture', picture, changes: { focus, zoom, whole } } as const;
  desk.openIssue.edit(steps.crop, edit, series);
}

function isSameCrop(picture: Picture, { focus, zoom, whole }: Crop): boolean {
  const isSamePlace = picture.focus.x === focus.x && picture.focus.y === focus.y;
  return isSamePlace && picture.zoom === zoom && picture.whole === whole;
}
