import type { Edit, PictureChanges } from '#engine/model/edits/edit.ts';
import type { AdCell, AdPartner, Issue, PictureBlock } from '#engine/model/issue.ts';
import { joinedNumber, partedNumber, phoneFormat } from '#engine/model/phone-number.ts';
import { paragraphText } from '#engine/model/story-text.ts';
import { type AdPage, orderedMends } from '#engine/units/ad-page.ts';
import type { Finding } from '#engine/units/finding.ts';
import { betterSlots, isOfShape, mayStretch, movedAdEdit, stretchPercent } from './ad-fit.ts';

/** How a finding can be mended. */
export interface Mend {
  /** Names the sentence that says what will be done, with these values. */
  readonly code: string;
  readonly values: Finding['values'];
  /** Safe: nothing is said that was not said before, so nobody need look at it first. */
  readonly isSafe: boolean;
  readonly change: MendChange;
}

/** What is changed: a partner's hotline, the mark of a grid, a paragraph taken out, a picture. */
type MendChange =
  | {
      readonly kind: 'hotline';
      readonly adGrid: string;
      readonly cell: number;
      readonly hotline: Hotline;
    }
  | { readonly kind: 'mark'; readonly adGrid: string }
  | { readonly kind: 'blank line'; readonly article: string; readonly paragraph: number }
  | { readonly kind: 'picture'; readonly picture: string; readonly changes: PictureChanges }
  | { readonly kind: 'ad slot'; readonly edit: Edit };

type Hotline = Partial<NonNullable<AdPartner['hotline']>>;

/** How the finding can be mended; undefined when only an editor can tell. */
export function mendOf(issue: Issue, finding: Finding): Mend | undefined {
  switch (finding.code) {
    case 'hotline-label-differs':
      return alikeLabel(finding);
    case 'hotline-written-otherwise':
      return alikeNumber(finding);
    case 'hotline-no-area-code':
      return numberWithArea(issue, finding);
    case 'ad-mark-none':
      return markedGrid(finding);
    case 'ad-needs-four-inks':
    case 'ad-booking-other-colour':
      return greyPicture(issue, finding);
    case 'ad-shape-differs':
      return fittingPlace(issue, finding);
    case 'paragraph-empty':
      return withoutBlankLine(issue, finding);
    default:
      return undefined;
  }
}

/**
 * All mends as one edit, so that one undo takes them back; undefined for none. Changes of one cell
 * are put together, and blank lines of a story go from the last to the first.
 */
export function editOfMends(issue: Issue, mends: readonly Mend[]): Edit | undefined {
  const edits = [
    ...cellEdits(issue, mends),
    ...markEdits(mends),
    ...pictureEdits(mends),
    ...mends.flatMap(({ change }) => (change.kind === 'ad slot' ? [change.edit] : [])),
    ...blankLineEdits(issue, mends),
  ];
  const [only] = edits;
  return edits.length > 1 ? { kind: 'editsTogether', edits } : only;
}

const CELL = /^adGrid:(.+)\/cell:(\d+)/u;

function cellOf({
  where,
}: Finding): { readonly adGrid: string; readonly cell: number } | undefined {
  const [, adGrid, cell] = CELL.exec(where.text ?? '') ?? [];
  return adGrid === undefined ? undefined : { adGrid, cell: Number(cell) };
}

function alikeLabel(finding: Finding): Mend | undefined {
  const place = cellOf(finding);
  if (place === undefined) return undefined;
  const { label = '', usual = '' } = finding.values;
  const change = { kind: 'hotline', ...place, hotline: { label: String(usual) } } as const;
  return { code: 'mend-hotline-label', values: { label, usual }, isSafe: true, change };
}

function alikeNumber(finding: Finding): Mend | undefined {
  const place = cellOf(finding);
  const number = String(finding.values.number);
  const format = phoneFormat(String(finding.values.usual));
  const parts = partedNumber(number);
  const written = parts && format && joinedNumber(parts, format);
  if (place === undefined || written === undefined) return undefined;
  const change = { kind: 'hotline', ...place, hotline: { number: written } } as const;
  return { code: 'mend-hotline-number', values: { number, written }, isSafe: true, change };
}

/** The area code that all other partners share; it may be another one, so somebody has to look. */
function numberWithArea(issue: Issue, finding: Finding): Mend | undefined {
  const place = cellOf(finding);
  if (place === undefined) return undefined;
  const partners = issue.adGrids[place.adGrid]?.cells.filter(isPartner) ?? [];
  const numbers = partners.flatMap(({ hotline }) => hotline?.number ?? []);
  const usual = numbers.find((one) => partedNumber(one) !== undefined);
  const areas = new Set(numbers.flatMap((one) => partedNumber(one)?.area ?? []));
  const [area] = areas;
  const format = usual === undefined ? undefined : phoneFormat(usual);
  if (areas.size !== 1 || area === undefined || format === undefined) return undefined;
  const number = String(finding.values.number);
  const written = joinedNumber({ area, line: number }, format);
  if (written === undefined) return undefined;
  const change = { kind: 'hotline', ...place, hotline: { number: written } } as const;
  return { code: 'mend-area-code', values: { number, written }, isSafe: false, change };
}

function isPartner(cell: AdCell): cell is AdPartner {
  return cell.kind === 'partner';
}

function markedGrid({ where }: Finding): Mend | undefined {
  const adGrid = /^adGrid:([^/]+)$/u.exec(where.text ?? '')?.[1];
  if (adGrid === undefined) return undefined;
  return { code: 'mend-ad-mark', values: {}, isSafe: false, change: { kind: 'mark', adGrid } };
}

function withoutBlankLine(issue: Issue, { where }: Finding): Mend | undefined {
  const [, article, number] = /^article:(.+)\/story:(\d+)$/u.exec(where.text ?? '') ?? [];
  const paragraphs = issue.articles[article ?? '']?.story.paragraphs ?? [];
  const paragraph = paragraphs[Number(number)];
  if (article === undefined || paragraph === undefined || paragraphs.length < 2) return undefined;
  if (paragraphText(paragraph) !== '') return undefined;
  const change = { kind: 'blank line', article, paragraph: Number(number) } as const;
  return { code: 'mend-blank-line', values: {}, isSafe: true, change };
}

/** The ad on the black plate; a photograph as a grey one. */
function greyPicture(issue: Issue, { where }: Finding): Mend | undefined {
  const named = /^picture:([^/]+)/u.exec(where.text ?? '')?.[1];
  const id = named ?? pictureBlock(issue, where.block)?.picture;
  const picture = issue.pictures[id ?? ''];
  if (picture === undefined) return undefined;
  const changes = picture.adPage ? { adPage: greyAd(picture.adPage) } : { greyscale: true };
  const change = { kind: 'picture', picture: picture.id, changes } as const;
  return { code: 'mend-ad-grey', values: {}, isSafe: false, change };
}

/** An empty slot that the ad fits, else its own to the edges when that hardly shows. */
function fittingPlace(issue: Issue, { where }: Finding): Mend | undefined {
  const block = pictureBlock(issue, where.block);
  const picture = issue.pictures[block?.picture ?? ''];
  if (block?.ad === undefined || picture === undefined) return undefined;
  const [slot] = betterSlots(issue, block).filter(({ fit }) => isOfShape(fit));
  const edit = slot && movedAdEdit(block, slot.place.block);
  if (slot !== undefined && edit !== undefined) {
    const { fit, place } = slot;
    const figures = { scale: fit.scalePercent ?? 100, rest: fit.restMm };
    const values = { page: place.page.number, size: place.block.ad?.size ?? '', ...figures };
    return { code: 'mend-ad-slot', values, isSafe: false, change: { kind: 'ad slot', edit } };
  }
  if (picture.adPage === undefined || !mayStretch(picture, block.ad)) return undefined;
  const changes = { adPage: { ...picture.adPage, fit: 'stretched' } } as const;
  const change = { kind: 'picture', picture: picture.id, changes } as const;
  const values = { percent: stretchPercent(picture, block.ad) };
  return { code: 'mend-ad-stretched', values, isSafe: false, change };
}

function pictureBlock({ pages }: Issue, id: string | undefined): PictureBlock | undefined {
  for (const block of pages.flatMap(({ blocks }) => blocks)) {
    if (block.id === id && block.kind === 'picture') return block;
  }
  return undefined;
}

/** An ad with all of it on the black plate. */
export function greyAd(adPage: AdPage): AdPage {
  return { ...adPage, mends: orderedMends([...adPage.mends, 'grey']) };
}

function cellEdits(issue: Issue, mends: readonly Mend[]): readonly Edit[] {
  const filled = new Map<string, Edit & { readonly kind: 'filledAdCell' }>();
  for (const { change } of mends) {
    if (change.kind !== 'hotline') continue;
    const { adGrid, cell, hotline } = change;
    const key = `${adGrid}/${cell}`;
    const content = filled.get(key)?.content ?? issue.adGrids[adGrid]?.cells[cell];
    if (content?.kind !== 'partner' || content.hotline === undefined) continue;
    const mended = { ...content, hotline: { ...content.hotline, ...hotline } };
    filled.set(key, { kind: 'filledAdCell', adGrid, cell, content: mended });
  }
  return [...filled.values()];
}

function markEdits(mends: readonly Mend[]): readonly Edit[] {
  return mends.flatMap(({ change }): readonly Edit[] => {
    if (change.kind !== 'mark') return [];
    const { adGrid } = change;
    return [{ kind: 'setAdGrid', adGrid, changes: { mark: 'topRight' } }];
  });
}

function pictureEdits(mends: readonly Mend[]): readonly Edit[] {
  const changed = new Map<string, PictureChanges>();
  for (const { change } of mends) {
    if (change.kind === 'picture') changed.set(change.picture, change.changes);
  }
  return [...changed].map(([picture, changes]) => ({ kind: 'setPicture', picture, changes }));
}

function blankLineEdits(issue: Issue, mends: readonly Mend[]): readonly Edit[] {
  const lines = mends.flatMap(({ change }) => (change.kind === 'blank line' ? [change] : []));
  const lastFirst = lines.toSorted((one, other) => other.paragraph - one.paragraph);
  return lastFirst.map(({ article, paragraph }): Edit => {
    const paragraphs = issue.articles[article]?.story.paragraphs ?? [];
    // The line goes with the line feed before it; the first one with the one behind it.
    const first = Math.max(0, paragraph - 1);
    const before = paragraphs
      .slice(0, first + 1)
      .map(paragraphText)
      .join('\n');
    return { kind: 'joinedParagraphs', article, at: before.length };
  });
}
