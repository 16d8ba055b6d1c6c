import type {
  DisplayItem,
  DisplayList,
  GroupItem,
  TextItem,
} from '#engine/display/display-list.ts';
import type { FaceId } from '#engine/fonts/typeface.ts';
import type { Failure, Host } from '#host/contract.ts';
import type { PaintStock } from '#renderer/painter/surface.ts';
import { FaceShelf } from './face-shelf.ts';
import { PictureShelf } from './picture-shelf.ts';

/** Fonts and pictures of the pages shown so far; each is fetched once. */
export interface PageStock extends PaintStock {
  /** Fetches faces that a page will need before there is a page. */
  fetchFaces(faces: Iterable<FaceId>): void;
  /** Fetches what the page needs and is not there yet; undefined when all of it is there. */
  fetchFor(list: DisplayList): Promise<StockFetched> | undefined;
}

/** What became of fetching. */
export interface StockFetched {
  /** True when there is more to paint with than before. */
  readonly isMore: boolean;
  /** Tells of a text or picture that it can be painted, or painted better, than before. */
  concerns(item: DisplayItem): boolean;
  /** What could not be had. */
  readonly failures: readonly Failure[];
}

/** What a page needs and is not there. */
interface Needs {
  readonly faces: Set<FaceId>;
  /** Rare glyphs of faces whose common ones are there. */
  readonly glyphs: Map<FaceId, Set<number>>;
  readonly assets: Set<string>;
}

/** Faces whose common characters are not enough ask again for the rare ones, and that is all. */
const MOST_ROUNDS = 3;

/** An empty stock that fetches through the door; `session` names the open issue. */
export function createPageStock(host: Host, session: string): PageStock {
  const faces = new Map<FaceId, FaceShelf>();
  const pictures = new PictureShelf(host, session);
  /** Groups of which everything is there; they are not looked into again. */
  const complete = new WeakSet<GroupItem>();

  function shelf(face: FaceId): FaceShelf {
    const known = faces.get(face) ?? new FaceShelf(host, face);
    faces.set(face, known);
    return known;
  }
  function needs({ items }: DisplayList): Needs | undefined {
    const found: Needs = { faces: new Set(), glyphs: new Map(), assets: new Set() };
    const isComplete = collect(items, found);
    return isComplete ? undefined : found;
  }
  function collect(items: readonly DisplayItem[], found: Needs): boolean {
    let isComplete = true;
    for (const item of items) {
      if (item.kind === 'text') isComplete = textIsHere(item, found) && isComplete;
      else if (item.kind === 'picture') {
        const { asset } = item;
        if (asset === undefined || pictures.has(asset)) continue;
        found.assets.add(asset);
        isComplete = false;
      } else if (item.kind === 'group' && !complete.has(item)) {
        if (collect(item.items, found)) complete.add(item);
        else isComplete = false;
      }
    }
    return isComplete;
  }
  function textIsHere({ run }: TextItem, found: Needs): boolean {
    const face = shelf(run.face);
    if (!face.isHere) {
      found.faces.add(run.face);
      return false;
    }
    let isHere = true;
    for (const { id } of run.glyphs) {
      if (!face.lacks(id)) continue;
      const glyphs = found.glyphs.get(run.face) ?? new Set<number>();
      found.glyphs.set(run.face, glyphs.add(id));
      isHere = false;
    }
    return isHere;
  }
  async function fetchAll(wanted: Needs): Promise<readonly Failure[]> {
    const outcomes = await Promise.all([
      ...[...wanted.faces].map((face) => shelf(face).fetchCommon()),
      ...[...wanted.glyphs].map(([face, glyphs]) => shelf(face).fetchRare(glyphs)),
      ...[...wanted.assets].map((asset) => pictures.fetch(asset)),
    ]);
    return outcomes.filter((failure) => failure !== undefined);
  }
  async function fetchInRounds(list: DisplayList, first: Needs): Promise<StockFetched> {
    const rounds: Needs[] = [];
    const failures: Failure[] = [];
    let wanted: Needs | undefined = first;
    while (wanted !== undefined && failures.length === 0 && rounds.length < MOST_ROUNDS) {
      rounds.push(wanted);
      failures.push(...(await fetchAll(wanted)));
      wanted = needs(list);
    }
    return {
      isMore: rounds.some(hasArrived),
      failures,
      concerns: (item) => rounds.some((round) => isConcerned(item, round)),
    };
  }
  function hasArrived(round: Needs): boolean {
    return (
      [...round.faces].some((face) => shelf(face).isHere) ||
      [...round.assets].some((asset) => pictures.has(asset)) ||
      [...round.glyphs].some(([face, glyphs]) => [...glyphs].some((id) => !shelf(face).lacks(id)))
    );
  }
  return {
    face: (face) => {
      const known = faces.get(face);
      return known?.isHere ? known : undefined;
    },
    picture: (asset, widthPx) => pictures.picture(asset, widthPx),
    fetchFaces(wanted) {
      for (const face of wanted) void shelf(face).fetchCommon();
    },
    fetchFor(list) {
      const wanted = needs(list);
      return wanted && fetchInRounds(list, wanted);
    },
  };
}

function isConcerned(item: DisplayItem, { faces, glyphs, assets }: Needs): boolean {
  if (item.kind === 'picture') return item.asset !== undefined && assets.has(item.asset);
  if (item.kind !== 'text') return false;
  const rare = glyphs.get(item.run.face);
  return faces.has(item.run.face) || item.run.glyphs.some(({ id }) => rare?.has(id) ?? false);
}
