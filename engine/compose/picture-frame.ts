import type { DisplayItem, GroupItem } from '#engine/display/display-list.ts';
import { fillerInForce } from '#engine/model/filler-in-force.ts';
import type { AdPlace, Picture, PictureBlock } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import { K_ONLY } from '#engine/units/ink.ts';
import type { Rect } from '#engine/units/rect.ts';
import { composeAdMark } from './ad-mark.ts';
import { adTooSmall, adWithin } from './ad-place.ts';
import type { BlockContext, ComposedBlock, PlacedBlock } from './composed.ts';
import { fillRect, ruleLine } from './decorations.ts';
import { composeNotice } from './drawn-notice.ts';
import { glyphFindings, placedFindings } from './glyph-findings.ts';
import { bodyBaseline } from './page-grid.ts';
import { type ShownPart, shownInFrame, wholeInFrame } from './shown-in-frame.ts';
import { setTextBox } from './text-box.ts';

/** Blank between the foot of a picture and the em box of its caption, in points. */
const CAPTION_GAP_PT = 3;
/** Hairline round an empty slot, and its grey. */
const SLOT_RULE_PT = 0.5;
const SLOT_GREY = { c: 0, m: 0, y: 0, k: 0.08 };

/** What a picture with its caption takes on the page. */
export interface PictureFrame {
  /** Relative to the block or page that holds it. */
  readonly rect: Rect;
  readonly captionLines: number;
  /** Prefix of group ids. */
  readonly id: string;
}

/** A picture as a block of its own. */
export function composePictureBlock(
  context: BlockContext,
  placed: PlacedBlock<PictureBlock>,
): ComposedBlock {
  const { block, rect } = placed;
  const { ad } = block;
  if (ad !== undefined) return composeAdSlot(context, placed, ad);
  const picture = context.issue.pictures[block.picture];
  if (fillerInForce(block, picture) !== undefined) return composeFiller(context, placed, picture);
  const frame = {
    rect: { x: 0, y: 0, width: rect.width, height: rect.height },
    captionLines: block.captionLines,
    id: block.id,
  };
  const composed = composePicture(context, picture, { ...frame, pictureId: block.picture });
  const items = composed.items;
  const group: GroupItem = { kind: 'group', id: block.id, x: rect.x, y: rect.y, items };
  return { group, findings: placedFindings(context, block, composed.findings), fit: undefined };
}

/** An ad at the size of the rate card, with 广告 in its corner. */
function composeAdSlot(
  context: BlockContext,
  { block, rect }: PlacedBlock<PictureBlock>,
  ad: AdPlace,
): ComposedBlock {
  const picture = context.issue.pictures[block.picture];
  const frame = adWithin(rect, ad);
  const filler = fillerInForce(block, picture);
  const composed = composeFilled(context, { picture, block, rect: frame });
  const mark = composeAdMark(context.typesetter, ad.mark, {
    id: `${block.id}/mark`,
    rect: frame,
    insetPt: filler?.drawn === undefined ? 0 : NOTICE_MARK_INSET_PT,
    style: 'adHotline',
    isPicture: picture?.asset !== undefined,
    ...(filler && { label: filler.label }),
  });
  const items = [...composed.items, ...mark];
  const group: GroupItem = { kind: 'group', id: block.id, x: rect.x, y: rect.y, items };
  const values = { size: ad.size };
  const empty = composed.findings.map((finding) => {
    return finding.code === 'picture-missing' ? { ...finding, code: 'ad-empty', values } : finding;
  });
  const findings = [...empty, ...adTooSmall(rect, ad)];
  return { group, findings: placedFindings(context, block, findings), fit: undefined };
}

/** The double rule of a notice runs in the corner where 广告 stands. */
const NOTICE_MARK_INSET_PT = 3;

/** Share of a line that a filler keeps clear of the text above it. */
const CLEAR_ABOVE = 0.4;

/** A filler as a block of its own, with the word that it bears. */
function composeFiller(
  context: BlockContext,
  { block, rect }: PlacedBlock<PictureBlock>,
  picture: Picture | undefined,
): ComposedBlock {
  const clear = context.typesetter.grid.leadingPt * CLEAR_ABOVE;
  const frame = { x: 0, y: clear, width: rect.width, height: rect.height - clear };
  const filler = fillerInForce(block, picture);
  const composed = composeFilled(context, { picture, block, rect: frame });
  const mark = composeAdMark(context.typesetter, 'topRight', {
    id: `${block.id}/mark`,
    rect: frame,
    insetPt: filler?.drawn === undefined ? 0 : NOTICE_MARK_INSET_PT,
    style: 'adHotline',
    isPicture: picture?.asset !== undefined,
    label: filler?.label ?? 'none',
  });
  const items = [...composed.items, ...mark];
  const group: GroupItem = { kind: 'group', id: block.id, x: rect.x, y: rect.y, items };
  return { group, findings: placedFindings(context, block, composed.findings), fit: undefined };
}

interface FilledFrame {
  readonly picture: Picture | undefined;
  readonly block: PictureBlock;
  readonly rect: Rect;
}

/** The picture, shown whole; the notice of the house as long as there is none. */
function composeFilled(
  { typesetter }: BlockContext,
  { picture, block, rect }: FilledFrame,
): { readonly items: readonly DisplayItem[]; readonly findings: readonly Finding[] } {
  const drawn = picture?.asset === undefined ? block.filler?.drawn : undefined;
  if (drawn !== undefined) return composeNotice(typesetter, drawn, { id: block.id, rect });
  return composeWholePicture(picture, { rect, pictureId: block.picture });
}

/** Picture, caption and credit in a frame; an open slot is drawn as a grey box and reported. */
export function composePicture(
  context: BlockContext,
  picture: Picture | undefined,
  frame: PictureFrame & { readonly pictureId: string },
): { readonly items: readonly DisplayItem[]; readonly findings: readonly Finding[] } {
  const { typesetter } = context;
  const { rect, captionLines } = frame;
  const captionHeight = captionLines * typesetter.grid.leadingPt;
  const gap = captionLines > 0 ? CAPTION_GAP_PT : 0;
  const image = { ...rect, height: rect.height - captionHeight - gap };
  const caption = captionItems(context, picture, frame);
  const asset = picture?.asset;
  if (picture === undefined || asset === undefined) {
    return {
      items: [...emptySlot(image), ...caption.items],
      findings: [missingPicture(frame.pictureId), ...caption.findings],
    };
  }
  const shown = shownInFrame(picture, image);
  const item = pictureItem(picture, asset, shown);
  return { items: [item, ...caption.items], findings: caption.findings };
}

/** A photograph whose caption is still to be written; an open slot is reported as such. */
function unwritten({ id, asset, caption }: Picture): readonly Finding[] {
  if (asset === undefined || caption !== '') return [];
  const where = { text: `picture:${id}/caption` };
  return [{ code: 'caption-empty', severity: 'warns', where, values: {} }];
}

/** A picture without caption, such as a logo, that is shown whole or stretched to its frame. */
export function composeWholePicture(
  picture: Picture | undefined,
  { rect, pictureId }: { readonly rect: Rect; readonly pictureId: string },
): { readonly items: readonly DisplayItem[]; readonly findings: readonly Finding[] } {
  if (picture?.asset === undefined) {
    return { items: emptySlot(rect), findings: [missingPicture(pictureId)] };
  }
  const isStretched = picture.adPage?.fit === 'stretched';
  const shown = isStretched ? shownInFrame(picture, rect) : wholeInFrame(picture, rect);
  const item = pictureItem(picture, picture.asset, shown);
  return { items: [item], findings: [] };
}

function pictureItem(
  { adPage, greyscale, id, lineArt, rasterised }: Picture,
  asset: string,
  shown: ShownPart,
): DisplayItem {
  const item = { kind: 'picture', picture: id, asset, ...shown, greyscale } as const;
  if (lineArt !== undefined) return { ...item, isLineArt: true };
  if (rasterised !== undefined) return { ...item, isRasterisedAd: true };
  if (adPage === undefined) return item;
  const { heightPt, mends, page, widthPt } = adPage;
  // What is shown of it is grey where its plate is.
  const isGrey = greyscale || mends.includes('grey');
  return { ...item, greyscale: isGrey, adPage: { page, widthPt, heightPt, mends } };
}

function missingPicture(id: string): Finding {
  const where = { text: `picture:${id}` };
  return { code: 'picture-missing', severity: 'blocks press', where, values: {} };
}

function emptySlot(rect: Rect): readonly DisplayItem[] {
  const stroke = { ink: K_ONLY, widthPt: SLOT_RULE_PT };
  const right = rect.x + rect.width;
  const foot = rect.y + rect.height;
  return [
    fillRect(rect, SLOT_GREY),
    ruleLine({ x: rect.x, y: rect.y }, { x: right, y: foot }, stroke),
    ruleLine({ x: right, y: rect.y }, { x: rect.x, y: foot }, stroke),
  ];
}

function captionItems(
  context: BlockContext,
  picture: Picture | undefined,
  frame: PictureFrame,
): { readonly items: readonly DisplayItem[]; readonly findings: readonly Finding[] } {
  if (picture === undefined || frame.captionLines === 0) return { items: [], findings: [] };
  const { typesetter } = context;
  const { leadingPt } = typesetter.grid;
  const base = `picture:${picture.id}`;
  const credit = { text: `${base}/credit`, start: -picture.caption.length };
  const spans = [
    {
      text: picture.caption,
      style: typesetter.style('caption'),
      source: { text: `${base}/caption`, start: 0 },
    },
    { text: picture.credit, style: typesetter.style('credit'), source: credit, keepTogether: true },
  ];
  const request = { spans, widthPt: frame.rect.width, leadingPt, align: 'justify' as const };
  const box = setTextBox(typesetter, request, `${frame.id}/caption`);
  const top = frame.rect.y + frame.rect.height - frame.captionLines * leadingPt;
  const firstBaseline = top + bodyBaseline(typesetter.template.body);
  const items = box.lines.map((line) => ({
    ...line,
    x: line.x + frame.rect.x,
    y: line.y + firstBaseline,
  }));
  const inText = [...glyphFindings(box.text), ...unwritten(picture)];
  const over = box.lines.length - frame.captionLines;
  if (over <= 0) return { items, findings: inText };
  const where = { text: `${base}/caption` };
  const finding: Finding = {
    code: 'caption-overset',
    severity: 'blocks press',
    where,
    values: { lines: over },
  };
  return { items: items.slice(0, frame.captionLines), findings: [finding, ...inText] };
}
