import type {
  DisplayItem,
  DisplayList,
  GroupItem,
  TextItem,
} from '#engine/display/display-list.ts';
import { shownAsset } from '#engine/display/shown-asset.ts';
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
  return new FetchedStock(host, session);
}

class FetchedStock implements PageStock {
  private readonly host: Host;
  private readonly faces = new Map<FaceId, FaceShelf>();
  private readonly pictures: PictureShelf;
  /** Groups of which everything is there; they are not looked into again. */
  private readonly complete = new WeakSet<GroupItem>();

  constructor(host: Host, session: string) {
    this.host = host;
    this.pictures = new PictureShelf(host, session);
  }

  face = (face: FaceId) => {
    const known = this.faces.get(face);
    return known?.isHere ? known : undefined;
  };

  picture = (asset: string, widthPx: number) => this.pictures.picture(asset, widthPx);

  fetchFaces(wanted: Parameters<PageStock['fetchFaces']>[0]): void {
    for (const face of wanted) void this.shelf(face).fetchCommon();
  }

  fetchFor(list: DisplayList): Promise<StockFetched> | undefined {
    const wanted = this.needs(list);
    return wanted && this.fetchInRounds(list, wanted);
  }

  private shelf(face: FaceId): FaceShelf {
    const known = this.faces.get(face) ?? new FaceShelf(this.host, face);
    this.faces.set(face, known);
    return known;
  }

  private needs({ items }: DisplayList): Needs | undefined {
    const found: Needs = { faces: new Set(), glyphs: new Map(), assets: new Set() };
    const isComplete = this.collect(items, found);
    return isComplete ? undefined : found;
  }

  private collect(items: readonly DisplayItem[], found: Needs): boolean {
    let isComplete = true;
    for (const item of items) {
      if (item.kind === 'text') isComplete = this.textIsHere(item, found) && isComplete;
      else if (item.kind === 'picture') {
        const asset = shownAsset(item);
        if (asset === undefined || this.pictures.has(asset)) continue;
        found.assets.add(asset);
        isComplete = false;
      } else if (item.kind === 'group' && !this.complete.has(item)) {
        if (this.collect(item.items, found)) this.complete.add(item);
        else isComplete = false;
      }
    }
    return isComplete;
  }

  private textIsHere({ run }: TextItem, found: Needs): boolean {
    const face = this.shelf(run.face);
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

  private async fetchAll(wanted: Needs): Promise<readonly Failure[]> {
    const outcomes = await Promise.all([
      ...[...wanted.faces].map((face) => this.shelf(face).fetchCommon()),
      ...[...wanted.glyphs].map(([face, glyphs]) => this.shelf(face).fetchRare(glyphs)),
      ...[...wanted.assets].map((asset) => this.pictures.fetch(asset)),
    ]);
    return outcomes.filter((failure) => failure !== undefined);
  }

  private async fetchInRounds(list: DisplayList, first: Needs): Promise<StockFetched> {
    const rounds: Needs[] = [];
    const failures: Failure[] = [];
    let wanted: Needs | undefined = first;
    while (wanted !== undefined && failures.length === 0 && rounds.length < MOST_ROUNDS) {
      rounds.push(wanted);
      failures.push(...(await this.fetchAll(wanted)));
      wanted = this.needs(list);
    }
    return {
      isMore: rounds.some((round) => this.hasArrived(round)),
      failures,
      concerns: (item) => rounds.some((round) => isConcerned(item, round)),
    };
  }

  private hasArrived(round: Needs): boolean {
    return (
      [...round.faces].some((face) => this.shelf(face).isHere) ||
      [...round.assets].some((asset) => this.pictures.has(asset)) ||
      [...round.glyphs].some(([face, glyphs]) =>
        [...glyphs].some((id) => !this.shelf(face).lacks(id)),
      )
    );
  }
}

function isConcerned(item: DisplayItem, { faces, glyphs, assets }: Needs): boolean {
  if (item.kind === 'picture') return assets.has(shownAsset(item) ?? '');
  if (item.kind !== 'text') return false;
  const rare = glyphs.get(item.run.face);
  return faces.has(item.run.face) || item.run.glyphs.some(({ id }) => rare?.has(id) ?? false);
}
