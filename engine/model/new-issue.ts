import { EMPTY_AD_CELL } from './ad-cells.ts';
import {
  type AdCell,
  type AdGrid,
  type Article,
  type GridArea,
  type Issue,
  type Picture,
  SCHEMA_VERSION,
} from './issue.ts';
import { blockReferences, cellPictures } from './issue-references.ts';
import { planPages } from './plan-pages.ts';
import { EMPTY_PARAGRAPH } from './read-issue.ts';
import type { PageTemplate } from './template.ts';

/** What a new issue is made from. */
export interface NewIssueRequest {
  readonly id: string;
  readonly template: PageTemplate;
  readonly paper: string;
  readonly supplement: string;
  /** ISO calendar date. */
  readonly date: string;
  /** A partner grid kept from an earlier issue, for every grid of the plan; its id may differ. */
  readonly adGrid?: AdGrid;
  /** The pictures that the cells of that grid show; cells whose picture is missing are emptied. */
  readonly pictures?: Issue['pictures'];
}

/**
 * A new issue as a make-up sheet (划版纸样): the pages of the template's plan with empty articles,
 * open picture slots and the partner grid. Nothing in it is filler: what is not written yet is
 * empty, and the composer reports each place, so that no stand-in can get into print unnoticed.
 */
export function newIssue(request: NewIssueRequest): Issue {
  const { id, template, paper, supplement, date } = request;
  const blocks = template.plan.flatMap((page) => page.blocks);
  const named = blocks.map(blockReferences);
  const grids = blocks.flatMap((block) =>
    block.kind === 'adGrid' ? [gridFor(request, block.adGrid, block.area)] : [],
  );
  const empty: Issue = {
    schemaVersion: SCHEMA_VERSION,
    id,
    paper,
    supplement,
    date,
    pages: [],
    articles: byId(named.flatMap((names) => names.articles.map(emptyArticle))),
    pictures: {
      ...byId(named.flatMap((names) => names.pictures.map(openSlot))),
      ...keptPictures(request, grids),
    },
    adGrids: byId(grids),
    dismissals: {},
    waivers: {},
    bookings: {},
    signOffs: {},
  };
  return { ...empty, pages: planPages(empty, template).pages };
}

/** An article with nothing in it, to be written on the page. */
function emptyArticle(id: string): Article {
  const story = { paragraphs: [EMPTY_PARAGRAPH] };
  return { id, slugline: '', kicker: undefined, headline: '', deck: undefined, story };
}

/** A picture slot without a photograph. */
export function openSlot(id: string): Picture {
  return {
    id,
    asset: undefined,
    widthPx: 0,
    heightPx: 0,
    caption: '',
    credit: '',
    focus: { x: 0.5, y: 0.5 },
    zoom: 1,
    whole: false,
    greyscale: false,
  };
}

/** A cell about as wide as this many characters and as high as this many lines reads well. */
const CELL_CHARACTERS = 25;
const CELL_LINES = 5.5;

/** An empty partner grid for an area of the page: a title cell, then cells to be filled. */
export function emptyAdGrid(id: string, area: GridArea): AdGrid {
  const rows = Math.max(1, Math.round(area.lines / CELL_LINES));
  const columns = Math.max(1, Math.round(area.columns / CELL_CHARACTERS));
  const cells = Array.from(
    { length: rows * columns },
    (_, index): AdCell => (index === 0 ? { kind: 'title', text: '' } : EMPTY_AD_CELL),
  );
  return { id, rows, columns, mark: 'bottomRight', merged: [], cells };
}

function gridFor(request: NewIssueRequest, id: string, area: GridArea): AdGrid {
  if (request.adGrid === undefined) return emptyAdGrid(id, area);
  const has = (picture: string) => Object.hasOwn(request.pictures ?? {}, picture);
  const cells = request.adGrid.cells.map((cell): AdCell => {
    if (cellPictures(cell).every(has)) return cell;
    return cell.kind === 'partner' ? { ...cell, logo: undefined } : EMPTY_AD_CELL;
  });
  return { ...request.adGrid, id, cells };
}

function keptPictures(request: NewIssueRequest, grids: readonly AdGrid[]): Issue['pictures'] {
  const shown = new Set(grids.flatMap(({ cells }) => cells.flatMap(cellPictures)));
  const kept = Object.entries(request.pictures ?? {}).filter(([id]) => shown.has(id));
  return Object.fromEntries(kept);
}

function byId<Named extends { readonly id: string }>(
  values: readonly Named[],
): Readonly<Record<string, Named>> {
  return Object.fromEntries(values.map((value) => [value.id, value]));
}
