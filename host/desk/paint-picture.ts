import type { DisplayItem, DisplayList } from '#engine/display/display-list.ts';
import { readAsset } from '#host/issue-folder/assets.ts';
import { paintPageProof } from '#host/page-proof/paint-page-proof.ts';
import { loadPressProfile } from '#host/press/load-press-profile.ts';
import type { BackRoomNews, PictureWork } from './back-room-work.ts';
import { openComposingRoom } from './composing-room.ts';

/** Composes a page and paints it as a small picture, for the start window. */
export async function paintPicture(work: PictureWork): Promise<BackRoomNews> {
  const { folder, templatesFolder, template } = work;
  const [room, press] = await Promise.all([
    openComposingRoom({ folder, templatesFolder, template }),
    loadPressProfile(work.profilePath),
  ]);
  if (!room.ok) return { kind: 'failed', failure: room.failure, findings: [] };
  if (!press.ok) return { kind: 'failed', failure: press.failure, findings: [] };
  const { issue, templates, composer, book } = room.value;
  const page = issue.pages[work.page];
  const style = page && templates.get(page.template);
  if (page === undefined || style === undefined) {
    const failure = { code: 'no-such-page', values: { page: work.page + 1 } };
    return { kind: 'failed', failure, findings: [] };
  }
  const { list } = composer.composePage(issue, page, style);
  const { icc, inkTable, profile } = press.value;
  const proofOf = (shown: DisplayList) =>
    paintPageProof({
      list: shown,
      fonts: book,
      readAsset: (asset) => readAsset(folder, asset),
      icc,
      inkTable,
      inkLimitPercent: profile.inkLimitPercent,
      ppi: (work.heightPx / list.heightPt) * 72,
      paper: 'white',
    });
  // A photograph that is gone is no reason to show nothing of the page.
  const proof = await proofOf(list);
  const png = proof.ok ? proof : await proofOf({ ...list, items: withoutPictures(list.items) });
  if (!png.ok) return { kind: 'failed', failure: png.failure, findings: [] };
  return { kind: 'painted', png: png.value };
}

function withoutPictures(items: readonly DisplayItem[]): readonly DisplayItem[] {
  return items.flatMap((item): readonly DisplayItem[] => {
    if (item.kind === 'group') return [{ ...item, items: withoutPictures(item.items) }];
    return item.kind === 'picture' ? [] : [item];
  });
}
