import type { DisplayItem, GroupItem } from '#engine/display/display-list.ts';
import { isEmptyAdCell } from '#engine/model/ad-cells.ts';
import type { AdCell, AdPartner, AdPicture } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { Rect } from '#engine/units/rect.ts';
import { pointsOver } from './block-findings.ts';
import type { BlockContext } from './composed.ts';
import { fillRect } from './decorations.ts';
import { glyphFindings } from './glyph-findings.ts';
import { EM_BOX_ASCENT } from './page-grid.ts';
import { composePicture, composeWholePicture } from './picture-frame.ts';
import { setLabel, setOneLine } from './text-box.ts';
import type { StyledSpan } from './typesetter.ts';

/** Clear space at the sides of a cell, in points. */
const CELL_INSET_PT = 6;
/** Type in a cell is narrowed to this share of its drawn width before it is reported. */
const LEAST_SCALE = 0.8;
/** Baseline to baseline in a cell, as a share of the type size below. */
const CELL_LINE = 1.3;
/** The title is spread down or across this share of its cell. */
const TITLE_SHARE = 0.82;
/** A cell this much wider than high has its logo at the left of the words, else above them. */
const WIDE_CELL = 1.5;
/** Between logo and words, in points. */
const LOGO_GAP_PT = 6;
/** A picture stands clear of the rules between cells. */
const PICTURE_INSET_PT = 0.5;

/** A cell with its size; `id` is the prefix of its texts. */
export interface CellBox {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** What a cell shows, relative to its upper left corner. */
export interface CellItems {
  readonly items: readonly DisplayItem[];
  readonly findings: readonly Finding[];
}

/** One cell of the partner grid. */
export function composeAdCell(
  context: BlockContext,
  content: AdCell | undefined,
  box: CellBox,
): CellItems {
  switch (content?.kind) {
    case undefined:
      return { items: [], findings: [emptyFinding(box)] };
    case 'title':
      return composeTitle(context, content.text, box);
    case 'picture':
      return composePictureCell(context, content, box);
    case 'partner':
      return composePartner(context, content, box);
  }
}

function emptyFinding({ id }: CellBox): Finding {
  return { code: 'ad-slot-empty', severity: 'warns', where: { text: id }, values: {} };
}

function composePictureCell(context: BlockContext, content: AdPicture, box: CellBox): CellItems {
  const rect = {
    x: PICTURE_INSET_PT,
    y: PICTURE_INSET_PT,
    width: box.width - 2 * PICTURE_INSET_PT,
    height: box.height - 2 * PICTURE_INSET_PT,
  };
  const picture = context.issue.pictures[content.picture];
  const frame = { rect, captionLines: 0, id: box.id, pictureId: content.picture };
  return composePicture(context, picture, frame);
}

function composeTitle(context: BlockContext, title: string, box: CellBox): CellItems {
  const { typesetter } = context;
  const style = typesetter.style('adTitle');
  const count = Math.max([...title].length, 1);
  const sizePt = Math.min(style.sizePt, box.height * 0.6, (box.width * TITLE_SHARE) / count);
  const spare = (box.width * TITLE_SHARE) / sizePt - count;
  const trackingEm = count > 1 ? Math.min(spare / (count - 1), 0.25) : 0;
  const source = { text: `${box.id}/text`, start: 0 };
  const text = typesetter.readText([{ text: title, style, source }], { sizePt, trackingEm });
  const label = setLabel(typesetter, text);
  const ground = fillRect(
    { x: 0, y: 0, width: box.width, height: box.height },
    typesetter.ink('adTitleGround'),
  );
  const group: GroupItem = {
    kind: 'group',
    id: `${box.id}/text`,
    x: (box.width - label.widthPt) / 2,
    y: (box.height - sizePt) / 2 + EM_BOX_ASCENT * sizePt,
    items: label.items,
  };
  const findings = title === '' ? [emptyFinding(box)] : glyphFindings(text);
  return { items: [ground, group], findings };
}

interface CellLine {
  readonly field: string;
  readonly spans: readonly StyledSpan[];
  readonly sizePt: number;
}

/** Lines of a partner; the words of each are named after their fields. */
function partnerLines(
  { typesetter }: BlockContext,
  cell: AdPartner,
  base: string,
): readonly CellLine[] {
  const line = (field: string, text: string, styleName: string): CellLine => {
    const style = typesetter.style(styleName);
    const source = { text: `${base}/${field}`, start: 0 };
    return { field, sizePt: style.sizePt, spans: [{ text, style, source }] };
  };
  const lines = [line('name', cell.name, 'adName')];
  if (cell.latinName !== undefined) lines.push(line('latinName', cell.latinName, 'adLatinName'));
  lines.push(line('slogan', cell.slogan, 'adSlogan'));
  if (cell.hotline === undefined) return lines;
  const { label, number } = cell.hotline;
  const style = typesetter.style('adHotline');
  const spans = [
    { text: label, style, source: { text: `${base}/label`, start: 0 } },
    { text: COLON, style, source: undefined },
    {
      text: number,
      style,
      source: { text: `${base}/number`, start: -label.length - COLON.length },
    },
  ];
  return [...lines, { field: 'hotline', sizePt: style.sizePt, spans }];
}

/** Between label and number of a hotline. */
const COLON = '：';

/** Name, Latin name, slogan and hotline, centred one below the other beside or under the logo. */
function composePartner(context: BlockContext, partner: AdPartner, box: CellBox): CellItems {
  const lines = partnerLines(context, partner, box.id);
  const height = lines.reduce((sum, line) => sum + line.sizePt * CELL_LINE, 0);
  const { logo, words } = partnerRooms(partner, box, height);
  const picture = logo && composeLogo(context, partner, logo);
  const findings: Finding[] = [
    ...(picture?.findings ?? []),
    ...partnerFindings(context, partner, box),
  ];
  const items: DisplayItem[] = [...(picture?.items ?? [])];
  let y = words.y + (words.height - height) / 2;
  for (const line of lines) {
    const pitch = line.sizePt * CELL_LINE;
    const id = `${box.id}/${line.field}`;
    const set = setCellLine(context, line, { id, widthPt: words.width });
    const x = words.x + (words.width - set.widthPt) / 2;
    const baseline = y + (pitch - line.sizePt) / 2 + EM_BOX_ASCENT * line.sizePt;
    items.push({ kind: 'group', id, x, y: baseline, items: set.items });
    findings.push(...set.findings);
    y += pitch;
  }
  if (height > words.height) {
    const values = { heightPt: pointsOver(height - words.height) };
    const where = { text: box.id };
    findings.push({ code: 'ad-cell-too-full', severity: 'blocks press', where, values });
  }
  return { items, findings };
}

/** A partner without words, and one whose contract ends before the issue appears. */
function partnerFindings(
  { issue }: BlockContext,
  partner: AdPartner,
  box: CellBox,
): readonly Finding[] {
  if (isEmptyAdCell(partner)) return [emptyFinding(box)];
  const { expires } = partner;
  // ISO dates stand in the order of their letters.
  if (expires === undefined || expires >= issue.date) return [];
  const values = { name: partner.name, expires };
  return [{ code: 'ad-contract-ended', severity: 'warns', where: { text: box.id }, values }];
}

interface PartnerRooms {
  readonly logo: Rect | undefined;
  readonly words: Rect;
}

function partnerRooms(partner: AdPartner, box: CellBox, wordsHeight: number): PartnerRooms {
  const width = box.width - 2 * CELL_INSET_PT;
  const whole = { x: CELL_INSET_PT, y: 0, width, height: box.height };
  if (partner.logo === undefined) return { logo: undefined, words: whole };
  if (box.width > WIDE_CELL * box.height) {
    const side = box.height - 2 * CELL_INSET_PT;
    const logo = { x: CELL_INSET_PT, y: CELL_INSET_PT, width: side, height: side };
    const taken = side + LOGO_GAP_PT;
    return { logo, words: { ...whole, x: whole.x + taken, width: width - taken } };
  }
  const height = Math.max(1, box.height - 2 * CELL_INSET_PT - LOGO_GAP_PT - wordsHeight);
  const logo = { x: CELL_INSET_PT, y: CELL_INSET_PT, width, height };
  const top = CELL_INSET_PT + height + LOGO_GAP_PT;
  return { logo, words: { ...whole, y: top, height: box.height - CELL_INSET_PT - top } };
}

function composeLogo(context: BlockContext, { logo = '' }: AdPartner, rect: Rect): CellItems {
  return composeWholePicture(context.issue.pictures[logo], { rect, pictureId: logo });
}

interface SetCellLine {
  readonly items: readonly DisplayItem[];
  readonly widthPt: number;
  readonly findings: readonly Finding[];
}

/** One line, narrowed when it is too wide for the cell. */
function setCellLine(
  { typesetter }: BlockContext,
  { spans }: CellLine,
  place: { readonly id: string; readonly widthPt: number },
): SetCellLine {
  const drawn = setOneLine(typesetter.readText(spans));
  const scale = Math.min(1, place.widthPt / drawn.widthPt);
  const horizontalScale = Math.max(scale, LEAST_SCALE) * drawn.text.horizontalScale;
  const text = typesetter.readText(spans, { horizontalScale });
  const { items, widthPt } = setLabel(typesetter, text);
  const values = { widthPt: pointsOver(widthPt - place.widthPt) };
  const where = { text: place.id };
  const findings: Finding[] = [...glyphFindings(text)];
  if (scale < LEAST_SCALE) {
    findings.push({ code: 'ad-line-too-wide', severity: 'blocks press', where, values });
  }
  return { items, widthPt, findings };
}
