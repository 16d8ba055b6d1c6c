import type { Filler } from '#engine/model/filler.ts';
import type { HouseFiller, PictureFiller, TextFiller } from '#engine/model/house-filler.ts';
import type {
  Article,
  ArticleBlock,
  BlockFrame,
  GridArea,
  Paragraph,
  Picture,
  PictureBlock,
  TextRun,
} from '#engine/model/issue.ts';
import { openSlot } from '#engine/model/new-issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import { columnsThatFit } from './base-columns.ts';

/** What the label of a filler of text says in its first words. */
const LABELS: Readonly<Record<Filler['label'], string>> = {
  none: '',
  publicService: '【公益广告】',
  advertisement: '【广告】',
};

/** A style of every template; the size that follows is the filler's own. */
const HEADLINE_STYLE = 'crosshead';
/** Headline of a filler as a share of the body size: above a crosshead, below any headline. */
const HEADLINE_SHARE = 1.35;

/** Where a filler goes, and which block gives up cells for it. */
export interface FillerPlace {
  readonly area: GridArea;
  readonly host: string | undefined;
}

/** How much of a text filler is taken, and the body lines that its headline has. */
export interface TextCut {
  readonly paragraphs: number;
  readonly extent: number;
}

/** The mark that a block bears. */
export function fillerMark(filler: HouseFiller, host: string | undefined): Filler {
  const { label, name, until } = filler;
  const drawn = filler.kind === 'notice' ? drawnOf(filler) : undefined;
  const asset = filler.kind === 'picture' ? filler.asset : undefined;
  return {
    name,
    label,
    ...(until !== undefined && { until }),
    ...(host !== undefined && { host }),
    ...(asset !== undefined && { asset }),
    ...(drawn && { drawn }),
  };
}

function drawnOf({ headline, lines, ornament }: HouseFiller & { readonly kind: 'notice' }) {
  return { headline, lines, ...(ornament && { ornament }) };
}

/** A text filler as an article of the issue. */
export function fillerArticle(filler: TextFiller, id: string, paragraphs: number): Article {
  const label = LABELS[filler.label];
  const story = filler.paragraphs.slice(0, paragraphs).map((text, index): Paragraph => {
    const runs: TextRun[] = [{ text, role: 'plain' }];
    if (index === 0 && label !== '') runs.unshift({ text: label, role: 'leadIn' });
    return { kind: 'body', runs, looseness: 0 };
  });
  const heads = { kicker: undefined, headline: filler.headline, deck: undefined };
  return { id, slugline: filler.name, ...heads, story: { paragraphs: story } };
}

/** The block that shows a text filler. */
export function fillerTextBlock(
  template: PageTemplate,
  filler: TextFiller,
  {
    id,
    article,
    place,
    extent,
  }: {
    readonly id: string;
    readonly article: string;
    readonly place: FillerPlace;
    readonly extent: number;
  },
): ArticleBlock {
  const { area, host } = place;
  const count = columnsThatFit(template, area.columns);
  const sizePt = Math.round(template.body.sizePt * HEADLINE_SHARE * 2) / 2;
  const head = { style: HEADLINE_STYLE, sizePt, lines: undefined, fit: false } as const;
  return {
    kind: 'article',
    id,
    ...frameAt(area),
    article,
    part: 0,
    columns: {
      count,
      mode: 'free',
      gutter: template.baseColumns.gutter,
      rule: true,
      balance: true,
    },
    headline: {
      placement: 'above',
      extent,
      kicker: undefined,
      headline: { ...head, align: 'centre' },
      deck: undefined,
    },
    pictures: [],
    filler: fillerMark(filler, host),
  };
}

/** The block that shows a notice, an ornament or a picture filler. */
export function fillerPictureBlock(
  filler: HouseFiller,
  {
    id,
    picture,
    place,
  }: {
    readonly id: string;
    readonly picture: string;
    readonly place: FillerPlace;
  },
): PictureBlock {
  const { area, host } = place;
  const own = { kind: 'picture', id, ...frameAt(area), picture, captionLines: 0 } as const;
  return { ...own, filler: fillerMark(filler, host) };
}

/** The picture behind a filler: the file of the stock, or an open slot for what is drawn. */
export function fillerPicture(filler: HouseFiller, id: string): Picture {
  return filler.kind === 'picture' ? { ...openSlot(id), ...fileOf(filler) } : openSlot(id);
}

/** What a slot keeps of the file of a picture filler. */
export function fileOf({ asset, widthPx, heightPx, adPage }: PictureFiller) {
  return { asset, widthPx, heightPx, ...(adPage && { adPage }) };
}

function frameAt(area: GridArea): Omit<BlockFrame, 'id'> {
  return { area, cutouts: [], border: undefined, tint: undefined, locked: false };
}
