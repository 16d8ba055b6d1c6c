import { SAMPLE_FOLDER } from '#build/bench/sample-desk.ts';
import type { AdCell, Issue, Picture } from '#engine/model/issue.ts';
import { openSlot } from '#engine/model/new-issue.ts';
import { type AdPage, adPagePixels } from '#engine/units/ad-page.ts';
import { assert } from '#engine/units/assert.ts';
import { openComposingRoom } from '#host/desk/composing-room.ts';
import { readAsset, sha256 } from '#host/issue-folder/assets.ts';
import type { LoadedPressProfile } from '#host/press/load-press-profile.ts';
import { openPressroom } from '#host/press/pressroom.ts';

/** An ad for a cell of the partner grid. */
export interface PlacedFile {
  readonly bytes: Uint8Array;
  readonly adPage: AdPage;
}

/** Presses the sample with ads in the last cells of its partner grid. */
export async function pressWithAds(
  files: readonly PlacedFile[],
  press: LoadedPressProfile,
  standard: 'x4' | 'x1a' = 'x4',
) {
  const room = await openComposingRoom({
    folder: SAMPLE_FOLDER,
    templatesFolder: 'templates',
    template: undefined,
  });
  assert(room.ok, 'the sample can be read');
  const { book, composer, templates } = room.value;
  const issue = withAds(room.value.issue, files);
  const page = issue.pages[0];
  const template = templates.get(page?.template ?? '');
  assert(page !== undefined && template !== undefined, 'the sample has a page');
  const { list } = composer.composePage(issue, page, template);
  const assets = new Map(files.map(({ bytes }) => [assetOf(bytes), bytes]));
  const pressroom = openPressroom({
    fonts: book,
    press,
    readAsset: async (asset) => {
      const bytes = assets.get(asset);
      return bytes ? { ok: true, value: bytes } : readAsset(SAMPLE_FOLDER, asset);
    },
    producer: 'Banxin bench',
  });
  const { date, paper, supplement } = issue;
  const time = `${date}T00:00:00+08:00`;
  const rest = { name: page.name, edition: '', plates: 'CMYK', time, version: 1 };
  const names = { paper, supplement, date, page: page.number, ...rest };
  return { list, attempt: await pressroom.press({ list, names, standard }) };
}

function assetOf(bytes: Uint8Array): string {
  return `${sha256(bytes)}.pdf`;
}

function withAds(issue: Issue, files: readonly PlacedFile[]): Issue {
  const [grid] = Object.values(issue.adGrids);
  assert(grid !== undefined, 'the sample has a partner grid');
  const pictures: Record<string, Picture> = { ...issue.pictures };
  const cells: AdCell[] = [...grid.cells];
  files.forEach(({ adPage, bytes }, index) => {
    const id = `ad${index}`;
    const file = { asset: assetOf(bytes), ...adPagePixels(adPage), adPage };
    pictures[id] = { ...openSlot(id), ...file };
    cells[cells.length - 1 - index] = { kind: 'picture', picture: id };
  });
  return { ...issue, pictures, adGrids: { ...issue.adGrids, [grid.id]: { ...grid, cells } } };
}
