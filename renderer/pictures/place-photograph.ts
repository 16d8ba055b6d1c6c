import type { Edit, Photograph } from '#engine/model/edits/edit.ts';
import { freshId } from '#engine/model/fresh-id.ts';
import type { Issue, Picture } from '#engine/model/issue.ts';
import { openSlot } from '#engine/model/new-issue.ts';
import type { Failure } from '#host/contract.ts';
import { cellWithPicture } from '#renderer/ad-desk/cell-edits.ts';
import type { PanelName, Selection } from '#renderer/desk-state/desk-state.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { deskWords } from '#renderer/make-up/make-up-place.ts';
import { placeNewPicture } from '#renderer/make-up/place-matter.ts';
import { adRasterStrings } from '#renderer/strings/ad-raster-strings.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { findingStrings } from '#renderer/strings/finding-strings.ts';
import { pictureStrings } from '#renderer/strings/picture-strings.ts';
import type { PhotographTarget } from './picture-target.ts';
import { type IncomingPhotograph, takeAsPicture } from './place-as-picture.ts';
import { remarksOf } from './remarks.ts';

/** Formats that the file dialog offers; the host looks at the bytes themselves. */
export const PICTURE_KINDS = 'image/jpeg,image/png,image/tiff,image/webp,image/gif,application/pdf';

/** Why a photograph was not placed; `gone`: the slot went away while the file was taken in. */
export type PlacingTrouble =
  | { readonly kind: 'failure'; readonly failure: Failure }
  | { readonly kind: 'readOnly' | 'gone' };

/** A photograph in the assets, or why it was not taken in. */
export type TakenPhotograph =
  | { readonly ok: true; readonly photograph: IncomingPhotograph }
  | { readonly ok: false; readonly trouble: PlacingTrouble };

/** Puts a file among the assets of the open issue; a refused ad, perhaps, as a picture. */
export async function takePhotograph(desk: OpenDesk, file: File): Promise<TakenPhotograph> {
  const { host, openIssue } = desk;
  if (openIssue.heldBy !== undefined) return { ok: false, trouble: { kind: 'readOnly' } };
  const bytes = await bytesOf(file);
  if (bytes === undefined) {
    const failure = { code: 'picture-unreadable', values: { name: file.name } };
    return { ok: false, trouble: { kind: 'failure', failure } };
  }
  const { name } = file;
  const answer = await host.importPicture({ session: openIssue.session, name, bytes });
  if (answer.ok) return { ok: true, photograph: answer.value };
  const second = await takeAsPicture(desk, { name, bytes, refusal: answer.failure });
  if ('asset' in second) return { ok: true, photograph: second };
  return { ok: false, trouble: { kind: 'failure', failure: second } };
}

/** A folder, or a file that has gone since, has no bytes. */
async function bytesOf(file: File): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}

/** Why a photograph was not placed, in the language of the desk. */
export function troubleWords(desk: OpenDesk, trouble: PlacingTrouble): string {
  if (trouble.kind === 'failure') return deskWords(desk, failureStrings).of(trouble.failure);
  return deskWords(desk, pictureStrings)[trouble.kind];
}

/** Takes a file in and fills a picture slot with it, as one step of undo. */
export async function placePhotograph(
  desk: OpenDesk,
  id: string,
  { file, step }: { readonly file: File; readonly step: string },
): Promise<PlacingTrouble | undefined> {
  const taken = await takePhotograph(desk, file);
  if (!taken.ok) return taken.trouble;
  remarksOf(desk).change({ lines: adRemarks(desk, taken.photograph) });
  const picture = desk.openIssue.issue().pictures[id];
  if (picture === undefined) return { kind: 'gone' };
  const { ok } = desk.openIssue.edit(step, fillingEdit(picture, taken.photograph));
  return ok ? undefined : { kind: 'gone' };
}

/** Puts a photograph that was taken in where it was let go, as one step, and chooses it. */
export function putDown(
  desk: OpenDesk,
  photograph: IncomingPhotograph,
  target: PhotographTarget,
): PlacingTrouble | undefined {
  const made = placing(desk.openIssue.issue(), photograph, target);
  const { steps } = deskWords(desk, pictureStrings);
  const step = made?.isReplacing === true ? steps.replace : steps.place;
  if (made === undefined || !desk.openIssue.edit(step, made.edit).ok) return { kind: 'gone' };
  const panel = panelFor(desk.openIssue.issue(), target);
  desk.state.change({ selection: made.selection, panel });
  return undefined;
}

/** Where the editor sees what has become of the file. */
function panelFor({ pages }: Issue, target: PhotographTarget): PanelName {
  if (target.kind === 'cell') return 'partners';
  const slot = target.kind === 'slot' ? target.block : undefined;
  const block = pages.flatMap(({ blocks }) => blocks).find(({ id }) => id === slot);
  const isAd = block?.kind === 'picture' && block.ad !== undefined;
  return isAd ? 'ads' : 'picture';
}

interface Placing {
  readonly edit: Edit;
  readonly selection: Selection;
  readonly isReplacing?: boolean;
}

/** The edit that puts a photograph down; undefined when its place has gone. */
export function placing(
  issue: Issue,
  photograph: IncomingPhotograph,
  target: PhotographTarget,
): Placing | undefined {
  switch (target.kind) {
    case 'slot': {
      const picture = issue.pictures[target.picture];
      if (picture === undefined) return undefined;
      const isReplacing = picture.asset !== undefined;
      return { edit: fillingEdit(picture, photograph), selection: target.selection, isReplacing };
    }
    case 'cell': {
      const grid = issue.adGrids[target.block.adGrid];
      if (grid === undefined) return undefined;
      const { block, cell } = target;
      const edit = cellWithPicture(issue, { grid, cell }, fileOf(photograph));
      return { edit, selection: { kind: 'ad cell', block: block.id, cell } };
    }
    case 'story':
    case 'page': {
      const picture = pictureOf(photograph, freshId(issue, 'picture'));
      const placed = placeNewPicture(issue, picture, target);
      if (placed === undefined) return undefined;
      const { edit, block } = placed;
      if (target.kind === 'page') return { edit, selection: { kind: 'blocks', blocks: [block] } };
      return { edit, selection: { kind: 'inset picture', block, picture: picture.id } };
    }
  }
}

/** A photograph as a picture of the issue, with the words that its file carries. */
export function pictureOf(photograph: IncomingPhotograph, id: string): Picture {
  const { caption, credit } = photograph;
  return { ...openSlot(id), ...fileOf(photograph), caption, credit };
}

/** What a slot keeps of a file; of an advertiser's PDF, which page it is and how it is placed. */
export function fileOf(photograph: IncomingPhotograph): Photograph {
  const { ad, asset, heightPx, lineArt, rasterised, widthPx } = photograph;
  const kind = {
    ...(ad && { adPage: ad.adPage }),
    ...(lineArt && { lineArt }),
    ...(rasterised && { rasterised }),
  };
  return { asset, widthPx, heightPx, ...kind };
}

/** What there is to say of an advertiser's PDF that was taken in; nothing of photographs. */
export function adRemarks(desk: OpenDesk, photograph: IncomingPhotograph): readonly string[] {
  const { ad, rasterised } = photograph;
  if (rasterised !== undefined) return [deskWords(desk, adRasterStrings).noted(rasterised.ppi)];
  if (ad === undefined) return [];
  const sentences = deskWords(desk, findingStrings);
  const { adLight, adShownAsPicture } = deskWords(desk, pictureStrings);
  const found = ad.findings.map((finding) => sentences.of(finding));
  return [adLight[ad.light], ...found, adShownAsPicture];
}

/** Sides of two photographs of one shape differ by less: cameras round differently. */
const SAME_SHAPE = 0.02;

/**
 * Fills a slot. Words that the editor wrote stay; those in the file fill empty ones only. The crop
 * of the former photograph says nothing about one of another shape.
 */
function fillingEdit(picture: Picture, photograph: IncomingPhotograph): Edit {
  const { widthPx, heightPx, caption, credit } = photograph;
  const former = picture.widthPx / picture.heightPx;
  const isSameShape = Math.abs((former * heightPx) / widthPx - 1) < SAME_SHAPE;
  const changes = {
    ...(picture.caption === '' && { caption }),
    ...(picture.credit === '' && { credit }),
    ...(!isSameShape && { focus: { x: 0.5, y: 0.5 }, zoom: 1 }),
  };
  return {
    kind: 'editsTogether',
    edits: [
      { kind: 'placedPicture', picture: picture.id, photograph: fileOf(photograph) },
      { kind: 'setPicture', picture: picture.id, changes },
    ],
  };
}
