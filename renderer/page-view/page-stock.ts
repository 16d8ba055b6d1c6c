import type { DisplayItem, DisplayList } from '#engine/display/display-list.ts';
import type { FaceId } from '#engine/fonts/typeface.ts';
import type { Failure, Host, PictureRequest } from '#host/contract.ts';
import type { PaintStock } from '#renderer/painter/surface.ts';

/** Fonts and pictures of the pages shown so far; each is fetched once. */
export interface PageStock extends PaintStock {
  /** Fetches what the page needs and is not there yet. */
  fetchFor(list: DisplayList): Promise<StockFetched>;
}

/** What became of fetching. */
export interface StockFetched {
  /** Fonts and pictures that were not there before, or are on their way for another page. */
  readonly arrived: number;
  /** What could not be had. */
  readonly failures: readonly Failure[];
}

/** An empty stock that fetches through the door; `session` names the open issue. */
export function createPageStock(host: Host, session: string): PageStock {
  const families = createShelf<string>();
  const pictures = createShelf<ImageBitmap>();
  return {
    fontFamily: (face) => families.arrived.get(face),
    picture: (asset) => pictures.arrived.get(asset),
    async fetchFor(list) {
      const needs = needsOf(list.items);
      const arrived =
        [...needs.faces].filter((face) => !families.arrived.has(face)).length +
        [...needs.assets].filter((asset) => !pictures.arrived.has(asset)).length;
      const outcomes = await Promise.all([
        ...[...needs.faces].map((face) => fetchOnce(families, face, () => loadFace(host, face))),
        ...[...needs.assets].map((asset) =>
          fetchOnce(pictures, asset, () => decode(host, { session, asset })),
        ),
      ]);
      return { arrived, failures: outcomes.filter((failure) => failure !== undefined) };
    },
  };
}

interface PageNeeds {
  readonly faces: Set<FaceId>;
  readonly assets: Set<string>;
}

function needsOf(items: readonly DisplayItem[], needs?: PageNeeds): PageNeeds {
  const found = needs ?? { faces: new Set(), assets: new Set() };
  for (const item of items) {
    if (item.kind === 'text') found.faces.add(item.run.face);
    if (item.kind === 'picture' && item.asset !== undefined) found.assets.add(item.asset);
    if (item.kind === 'group') needsOf(item.items, found);
  }
  return found;
}

type Fetched<Value> = { readonly value: Value } | { readonly failure: Failure };

interface Shelf<Value> {
  readonly arrived: Map<string, Value>;
  /** Fetched or on the way; a second page that needs the same waits for the same. */
  readonly sent: Map<string, Promise<Failure | undefined>>;
}

function createShelf<Value>(): Shelf<Value> {
  return { arrived: new Map(), sent: new Map() };
}

function fetchOnce<Value>(
  shelf: Shelf<Value>,
  name: string,
  fetchIt: () => Promise<Fetched<Value>>,
): Promise<Failure | undefined> {
  const sent = shelf.sent.get(name) ?? fetchOnto(shelf, name, fetchIt);
  shelf.sent.set(name, sent);
  return sent;
}

async function fetchOnto<Value>(
  shelf: Shelf<Value>,
  name: string,
  fetchIt: () => Promise<Fetched<Value>>,
): Promise<Failure | undefined> {
  const fetched = await fetchIt();
  if ('failure' in fetched) {
    // The next page that needs it may try again.
    shelf.sent.delete(name);
    return fetched.failure;
  }
  shelf.arrived.set(name, fetched.value);
  return undefined;
}

async function loadFace(host: Host, face: FaceId): Promise<Fetched<string>> {
  const answer = await host.paintFont({ face });
  if (!answer.ok) return answer;
  const family = `banxin-${face}`;
  try {
    document.fonts.add(await new FontFace(family, answer.value.slice().buffer).load());
    return { value: family };
  } catch {
    return { failure: { code: 'font-refused', values: { face } } };
  }
}

async function decode(host: Host, request: PictureRequest): Promise<Fetched<ImageBitmap>> {
  const { asset } = request;
  const answer = await host.pictureFile(request);
  if (!answer.ok) return answer;
  try {
    return { value: await createImageBitmap(new Blob([answer.value.slice()])) };
  } catch {
    return { failure: { code: 'picture-refused', values: { asset } } };
  }
}
