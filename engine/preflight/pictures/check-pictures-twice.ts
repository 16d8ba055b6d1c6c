import type { Issue } from '#engine/model/issue.ts';
import { type CheckedPage, told } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';
import { photographsOn, type ShownPhotograph } from './photographs.ts';

/** A photograph that stands in the issue twice; the later place tells it. */
export function checkPicturesTwice({ issue, page }: CheckedPage): readonly Finding[] {
  const placed = allPhotographs(issue);
  return placed.flatMap((own, place) => {
    if (own.page !== page.id) return [];
    const first = placed.findIndex(({ asset }) => asset === own.asset);
    const other = placed[first];
    if (first === place || other === undefined) return [];
    const where = { block: own.block, text: `picture:${own.picture.id}` };
    return [{ ...told('picture-twice', 'warns', { page: other.number }), where }];
  });
}

interface PlacedPhotograph extends ShownPhotograph {
  readonly asset: string | undefined;
  readonly page: string;
  readonly number: string;
}

const PLACED = new WeakMap<Issue, readonly PlacedPhotograph[]>();

/** Each page of an issue asks for the same list. */
function allPhotographs(issue: Issue): readonly PlacedPhotograph[] {
  const known = PLACED.get(issue);
  if (known !== undefined) return known;
  const placed = issue.pages.flatMap((page) =>
    photographsOn(issue, page).map((shown) => {
      return { ...shown, asset: shown.picture.asset, page: page.id, number: page.number };
    }),
  );
  PLACED.set(issue, placed);
  return placed;
}
