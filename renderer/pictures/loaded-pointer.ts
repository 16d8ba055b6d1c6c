import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { createStore, type Store } from '#renderer/desk-state/store.ts';
import { areaOverPage, freeAreaFor } from '#renderer/make-up/free-area.ts';
import { firstInsetArea } from '#renderer/make-up/inset-pictures.ts';
import { type MakeUpPlace, makeUpPlace, mayEdit } from '#renderer/make-up/make-up-place.ts';
import { wantedForPicture } from '#renderer/make-up/wanted-size.ts';
import { chosenSlot } from './chosen-pictures.ts';
import type { PhotographTarget } from './picture-target.ts';
import type { IncomingPhotograph } from './place-as-picture.ts';
import {
  adRemarks,
  PICTURE_KINDS,
  pictureOf,
  putDown,
  takePhotograph,
  troubleWords,
} from './place-photograph.ts';
import { remarksOf } from './remarks.ts';

/** A photograph that waits at the pointer to be put down. */
export interface LoadedPhotograph {
  readonly name: string;
  readonly photograph: IncomingPhotograph;
}

/** What the pointer is loaded with, the next one first. */
export interface LoadedPointer {
  readonly photographs: readonly LoadedPhotograph[];
  readonly isTaking: boolean;
}

const POINTERS = new WeakMap<OpenDesk, Store<LoadedPointer>>();

/** The pointer of a desk. */
export function loadedPointer(desk: OpenDesk): Store<LoadedPointer> {
  const known = POINTERS.get(desk);
  if (known !== undefined) return known;
  const made = createStore<LoadedPointer>({ photographs: [], isTaking: false });
  POINTERS.set(desk, made);
  return made;
}

/** Opens the file dialog; what is chosen there fills the chosen slot, or loads the pointer. */
export function choosePhotographs(desk: OpenDesk): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = PICTURE_KINDS;
  input.hidden = true;
  input.addEventListener('change', () => {
    input.remove();
    void loadPhotographs(desk, [...(input.files ?? [])]);
  });
  input.addEventListener('cancel', () => input.remove());
  // One that stands nowhere may be cleared away while the dialog is open, and says nothing then.
  document.body.append(input);
  input.click();
}

/** Takes files in; a single one fills the chosen slot, else they wait at the pointer. */
export async function loadPhotographs(desk: OpenDesk, files: readonly File[]): Promise<void> {
  const taken = await takeAll(desk, files);
  const [first] = taken;
  const slot = chosenSlot(desk);
  if (first !== undefined && taken.length === 1 && slot !== undefined) {
    putDownOrSay(desk, first, slot);
    return;
  }
  load(desk, taken);
}

/** Takes files in; what cannot be taken is said. */
export async function takeAll(
  desk: OpenDesk,
  files: readonly File[],
): Promise<readonly LoadedPhotograph[]> {
  const pointer = loadedPointer(desk);
  const photographs: LoadedPhotograph[] = [];
  const lines: string[] = [];
  pointer.change({ isTaking: true });
  for (const file of files) {
    const taken = await takePhotograph(desk, file);
    if (taken.ok) {
      photographs.push({ name: file.name, photograph: taken.photograph });
      lines.push(...adRemarks(desk, taken.photograph));
    } else lines.push(troubleWords(desk, taken.trouble));
  }
  pointer.change({ isTaking: false });
  remarksOf(desk).change({ lines: [...new Set(lines)] });
  return photographs;
}

/** Puts photographs on the pointer, behind those that it holds. */
export function load(desk: OpenDesk, photographs: readonly LoadedPhotograph[]): void {
  if (photographs.length === 0) return;
  const pointer = loadedPointer(desk);
  pointer.change((before) => ({ photographs: [...before.photographs, ...photographs] }));
}

/** Takes the next photograph from the pointer. */
export function unload(desk: OpenDesk): void {
  loadedPointer(desk).change(({ photographs }) => ({ photographs: photographs.slice(1) }));
}

/** Puts a photograph down, and says so when its place had gone. */
export function putDownOrSay(
  desk: OpenDesk,
  { photograph }: LoadedPhotograph,
  target: PhotographTarget,
): void {
  const trouble = putDown(desk, photograph, target);
  if (trouble !== undefined) remarksOf(desk).change({ lines: [troubleWords(desk, trouble)] });
}

/** Puts the next photograph down where it was let go. */
export function putNextDown(desk: OpenDesk, target: PhotographTarget): void {
  const [next] = loadedPointer(desk).read().photographs;
  if (next === undefined) return;
  unload(desk);
  putDownOrSay(desk, next, target);
}

/** By key: into what is chosen, else where the page has room. */
export function putNextDownByKey(desk: OpenDesk): void {
  const [next] = loadedPointer(desk).read().photographs;
  const place = makeUpPlace(desk);
  if (next === undefined || place === undefined || !mayEdit(desk)) return;
  putNextDown(desk, chosenSlot(desk) ?? chosenStory(place) ?? freePlace(place, next));
}

function chosenStory({ desk, page }: MakeUpPlace): PhotographTarget | undefined {
  const { selection } = desk.state.read();
  const [id] = selection.kind === 'blocks' ? selection.blocks : [];
  const block = page.blocks.find((one) => one.id === id);
  if (block?.kind !== 'article' || block.locked) return undefined;
  const { headline } = block;
  const headLines = headline?.placement === 'above' ? headline.extent : 0;
  return { kind: 'story', block: block.id, area: firstInsetArea(block, headLines) };
}

function freePlace(
  { geometry, page, template }: MakeUpPlace,
  { photograph }: LoadedPhotograph,
): PhotographTarget {
  const wanted = wantedForPicture(template, pictureOf(photograph, ''));
  const area = freeAreaFor(geometry, page, wanted) ?? areaOverPage(geometry, wanted);
  return { kind: 'page', page: page.id, area };
}
