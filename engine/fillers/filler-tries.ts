import type { Composer } from '#engine/compose/page.ts';
import { EMPTY_AD_CELL } from '#engine/model/ad-cells.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import { freshId } from '#engine/model/fresh-id.ts';
import type { HouseFiller, TextFiller } from '#engine/model/house-filler.ts';
import type { Issue, Page } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import { columnsThatFit } from './base-columns.ts';
import {
  type FillerPlace,
  fileOf,
  fillerArticle,
  fillerMark,
  fillerPicture,
  fillerPictureBlock,
  fillerTextBlock,
  type TextCut,
} from './filler-parts.ts';
import { footPlaces } from './foot-places.ts';
import type { CellHole, Hole, SlotHole } from './page-holes.ts';

/** A hole, and what the house has in stock for it. */
export interface FillersRequest {
  /** One of its own: every trial takes the place of what the composer of the screen remembers. */
  readonly composer: Composer;
  readonly issue: Issue;
  readonly page: Page;
  readonly template: PageTemplate;
  readonly hole: Hole;
  readonly stock: readonly HouseFiller[];
}

/** A filler put into a hole in one way. */
export interface FillerTry {
  readonly filler: HouseFiller;
  /** Block that shows it then. */
  readonly block: string;
  readonly edit: Edit;
  /** Free lines that will be left over, as far as can be said before composing. */
  readonly leftLines: number;
  /** How much of a text is taken; undefined for other fillers. */
  readonly cut: TextCut | undefined;
  /** Share of the hole that a picture of another shape fills, 0 to 1. */
  readonly share: number;
}

/** Lines that a headline may have; the widest room reads best, the narrowest saves a line. */
const EXTENTS = [3, 2, 4] as const;
/** Less is a sliver between rules, more a drawing in a void: lines of notices and of ornaments. */
const NOTICE_LINES = { least: 6, most: 40 } as const;
const ORNAMENT_LINES = { least: 3, most: 9 } as const;
/** A notice this many times as wide as high, or as high as wide, has no room for its words. */
const MOST_ASPECT = 9;
/** A picture that leaves more of the hole white looks lost in it. */
const LEAST_SHARE = 0.7;

/** The ways to put a filler into the hole, best first. */
export function fillerTries(request: FillersRequest, filler: HouseFiller): readonly FillerTry[] {
  const { hole } = request;
  if (hole.kind === 'slot') return slotTries(request, hole, filler);
  if (hole.kind === 'cell') return cellTries(hole, filler);
  const tries = rooms(request).flatMap((room) => {
    return filler.kind === 'text'
      ? textTries(request, room, filler)
      : pictureTries(request, room, filler);
  });
  return tries.toSorted((a, b) => a.leftLines - b.leftLines);
}

/** A place in the hole with the lines that can be had there. */
interface Room {
  readonly columns: number;
  /** Most lines of a filler. */
  readonly lines: number;
  /** What is free, and what a filler of so many lines takes of it. */
  readonly free: number;
  readonly taken: (lines: number) => number;
  readonly placeOf: (lines: number) => FillerPlace;
  readonly hostEdit: (lines: number) => readonly Edit[];
}

function rooms({ hole, page, template }: FillersRequest): readonly Room[] {
  if (hole.kind === 'area') {
    const { area } = hole;
    const placeOf = (lines: number) => ({ area: { ...area, lines }, host: undefined });
    const { columns, lines } = area;
    return [{ columns, lines, free: lines, taken: (n) => n, placeOf, hostEdit: () => [] }];
  }
  const host = page.blocks.find(({ id }) => hole.kind === 'foot' && id === hole.block);
  if (hole.kind !== 'foot' || (host?.kind !== 'article' && host?.kind !== 'group')) return [];
  return footPlaces(template, host).map((place): Room => {
    const { areaOf, clearLines, columns, columnsAcross, hostEdit } = place;
    return {
      columns,
      lines: Math.min(Math.floor(hole.lines / columnsAcross) - clearLines, host.area.lines - 1),
      free: hole.lines,
      taken: (lines) => (lines + clearLines) * columnsAcross,
      placeOf: (lines) => ({ area: areaOf(lines), host: host.id }),
      hostEdit: (lines) => [hostEdit(lines)],
    };
  });
}

/** Cuts that leave the fewest lines over: one for each headline room and length of the text. */
function textTries(request: FillersRequest, room: Room, filler: TextFiller): readonly FillerTry[] {
  const counts = filler.paragraphs.map((_, index) => index + 1);
  const cuts = counts
    .filter((count) => count >= (filler.least ?? filler.paragraphs.length))
    .flatMap((paragraphs) => {
      const { rows, uneven } = textRows(request, room.columns, { filler, paragraphs });
      return EXTENTS.map((extent) => ({ paragraphs, extent, uneven, lines: rows + extent }));
    });
  return cuts
    .filter(({ lines }) => lines <= room.lines && room.taken(lines) <= room.free)
    .map(({ lines, uneven, ...cut }) => textTry(request, { room, filler, cut, lines, uneven }));
}

interface TextTry {
  readonly room: Room;
  readonly filler: TextFiller;
  readonly cut: TextCut;
  readonly lines: number;
  /** Lines by which its last columns are shorter than the first. */
  readonly uneven: number;
}

function textTry(
  request: FillersRequest,
  { room, filler, cut, lines, uneven }: TextTry,
): FillerTry {
  const { issue, page, template } = request;
  const id = freshId(issue, 'filler');
  const article = freshId(issue, 'filler-text', [id]);
  const place = room.placeOf(lines);
  const block = fillerTextBlock(template, filler, { id, article, place, extent: cut.extent });
  const edits: readonly Edit[] = [
    { kind: 'addedArticle', article: fillerArticle(filler, article, cut.paragraphs) },
    { kind: 'addedBlock', page: page.id, index: page.blocks.length, block },
    ...room.hostEdit(lines),
  ];
  const edit = { kind: 'editsTogether', edits } as const;
  const leftLines = room.free - room.taken(lines) + uneven;
  return { filler, block: id, edit, leftLines, cut, share: 1 };
}

/** Body lines of a text in columns of that width, and by how much they end uneven. */
function textRows(
  { composer, issue, page, template }: FillersRequest,
  columns: number,
  { filler, paragraphs }: { readonly filler: TextFiller; readonly paragraphs: number },
): { readonly rows: number; readonly uneven: number } {
  const article = fillerArticle(filler, 'filler-measured', paragraphs);
  const extent = 1;
  const area = { column: 0, line: 0, columns, lines: template.body.lines };
  const place = { area, host: undefined };
  const names = { id: 'filler-measured', article: article.id };
  const block = fillerTextBlock(template, filler, { ...names, place, extent });
  const alone = { ...page, id: 'filler-measured', blocks: [block] };
  const issueAlone = {
    ...issue,
    pages: [alone],
    articles: { [article.id]: article },
  };
  const fit = composer.composePage(issueAlone, alone, template).fits[block.id];
  const setLines = fit?.setLines ?? 0;
  const count = columnsThatFit(template, columns);
  const rows = Math.ceil(setLines / count);
  return { rows, uneven: rows * count - setLines };
}

/** A notice or ornament takes all lines that it may; a picture what its shape asks for. */
function pictureTries(
  request: FillersRequest,
  room: Room,
  filler: Exclude<HouseFiller, TextFiller>,
): readonly FillerTry[] {
  const { issue, page, template } = request;
  const { leadingPt, sizePt } = template.body;
  const widthPt = room.columns * sizePt;
  const lines = linesOf(filler, { widthPt, leadingPt, most: room.lines });
  if (lines === undefined) return [];
  const id = freshId(issue, 'filler');
  const picture = freshId(issue, 'filler-picture', [id]);
  const place = room.placeOf(lines);
  const edits: readonly Edit[] = [
    { kind: 'addedPicture', picture: fillerPicture(filler, picture) },
    {
      kind: 'addedBlock',
      page: page.id,
      index: page.blocks.length,
      block: fillerPictureBlock(filler, { id, picture, place }),
    },
    ...room.hostEdit(lines),
  ];
  const leftLines = room.free - room.taken(lines);
  const edit = { kind: 'editsTogether', edits } as const;
  const share =
    filler.kind === 'picture'
      ? Math.min(1, (widthPt * filler.heightPx) / filler.widthPx / (lines * leadingPt))
      : 1;
  return share < LEAST_SHARE ? [] : [{ filler, block: id, edit, leftLines, cut: undefined, share }];
}

interface RoomSize {
  readonly widthPt: number;
  readonly leadingPt: number;
  readonly most: number;
}

function linesOf(
  filler: Exclude<HouseFiller, TextFiller>,
  { widthPt, leadingPt, most }: RoomSize,
): number | undefined {
  if (filler.kind === 'picture') {
    const wanted = Math.ceil((widthPt * filler.heightPx) / filler.widthPx / leadingPt);
    return wanted <= most ? wanted : undefined;
  }
  const limits = filler.headline === '' ? ORNAMENT_LINES : NOTICE_LINES;
  const lines = Math.min(most, limits.most);
  const aspect = widthPt / (lines * leadingPt);
  const isFit = lines >= limits.least && aspect < MOST_ASPECT && aspect > 1 / MOST_ASPECT;
  return isFit || (filler.headline === '' && lines >= limits.least) ? lines : undefined;
}

/** An ad slot takes what is drawn at its size, and pictures of about its shape. */
function slotTries(
  { issue, page }: FillersRequest,
  { block: id, widthMm, heightMm }: SlotHole,
  filler: HouseFiller,
): readonly FillerTry[] {
  const slot = page.blocks.find((block) => block.id === id);
  const isOrnament = filler.kind === 'notice' && filler.headline === '';
  if (slot?.kind !== 'picture' || filler.kind === 'text' || isOrnament) return [];
  const value = fillerMark(filler, undefined);
  const marked: Edit = { kind: 'setBlockProperty', block: id, property: 'filler', value };
  const way = { filler, block: id, leftLines: 0, cut: undefined };
  if (filler.kind === 'notice') return [{ ...way, edit: marked, share: 1 }];
  const { heightPx, widthPx } = filler;
  const scale = Math.min(widthMm / widthPx, heightMm / heightPx);
  const share = (widthPx * heightPx * scale * scale) / (widthMm * heightMm);
  if (share < LEAST_SHARE || issue.pictures[slot.picture] === undefined) return [];
  const photograph = fileOf(filler);
  const placed: Edit = { kind: 'placedPicture', picture: slot.picture, photograph };
  return [{ ...way, edit: { kind: 'editsTogether', edits: [placed, marked] }, share }];
}

/** A cell takes the words of a notice, as it would those of a partner. */
function cellTries({ adGrid, block, cell }: CellHole, filler: HouseFiller): readonly FillerTry[] {
  if (filler.kind !== 'notice' || filler.headline === '') return [];
  const content = {
    ...EMPTY_AD_CELL,
    name: filler.headline,
    slogan: filler.lines[0] ?? '',
    expires: filler.until,
  };
  const edit: Edit = { kind: 'filledAdCell', adGrid, cell, content };
  return [{ filler, block, edit, leftLines: 0, cut: undefined, share: 1 }];
}
