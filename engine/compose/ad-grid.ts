import type { DisplayItem, GroupItem } from '#engine/display/display-list.ts';
import type { AdCell, AdGrid, AdGridBlock } from '#engine/model/issue.ts';
import type { TextStyle } from '#engine/model/template.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { Rect } from '#engine/units/rect.ts';
import { pointsOver } from './block-findings.ts';
import type { BlockContext, ComposedBlock, PlacedBlock } from './composed.ts';
import { blockDecorations, fillRect, ruleLine } from './decorations.ts';
import { glyphFindings, placedFindings } from './glyph-findings.ts';
import { EM_BOX_ASCENT } from './page-grid.ts';
import { setLabel, setOneLine } from './text-box.ts';

/** Lines between cells, in points. */
const CELL_RULE_PT = 0.5;
/** Clear space at the sides of a cell, in points. */
const CELL_INSET_PT = 6;
/** Type in a cell is narrowed to this share of its drawn width before it is reported. */
const LEAST_SCALE = 0.8;
/** Baseline to baseline in a cell, as a share of the type size below. */
const CELL_LINE = 1.3;
/** The title is spread down or across this share of its cell. */
const TITLE_SHARE = 0.82;

/** Partner-park grid (合作园区): equal cells, the title on a solid ground, the partners ruled. */
export function composeAdGrid(
  context: BlockContext,
  placed: PlacedBlock<AdGridBlock>,
): ComposedBlock {
  const { block, rect } = placed;
  const grid = context.issue.adGrids[block.adGrid];
  const items: DisplayItem[] = [...blockDecorations(context.typesetter, block)];
  const findings: Finding[] = [];
  if (grid !== undefined) {
    const cells = cellRects(grid, rect);
    items.push(...cellRules(context, grid, rect));
    for (const [index, cell] of cells.entries()) {
      const composed = composeCell(context, grid, { index, cell });
      items.push(composed.group);
      findings.push(...composed.findings);
    }
  }
  const group: GroupItem = { kind: 'group', id: block.id, x: rect.x, y: rect.y, items };
  return { group, findings: placedFindings(context, block, findings), fit: undefined };
}

function cellRects(grid: AdGrid, rect: Rect): readonly Rect[] {
  const width = rect.width / grid.columns;
  const height = rect.height / grid.rows;
  return Array.from({ length: grid.rows * grid.columns }, (_, index) => ({
    x: (index % grid.columns) * width,
    y: Math.floor(index / grid.columns) * height,
    width,
    height,
  }));
}

function cellRules(context: BlockContext, grid: AdGrid, rect: Rect): readonly DisplayItem[] {
  const stroke = { ink: context.typesetter.ink('black'), widthPt: CELL_RULE_PT };
  const items: DisplayItem[] = [];
  for (let row = 1; row < grid.rows; row++) {
    const y = (row * rect.height) / grid.rows;
    items.push(ruleLine({ x: 0, y }, { x: rect.width, y }, stroke));
  }
  for (let column = 1; column < grid.columns; column++) {
    const x = (column * rect.width) / grid.columns;
    items.push(ruleLine({ x, y: 0 }, { x, y: rect.height }, stroke));
  }
  return items;
}

interface CellPlace {
  readonly index: number;
  readonly cell: Rect;
}

interface ComposedCell {
  readonly group: GroupItem;
  readonly findings: readonly Finding[];
}

function composeCell(context: BlockContext, grid: AdGrid, place: CellPlace): ComposedCell {
  const content = grid.cells[place.index];
  const base = `adGrid:${grid.id}/cell:${place.index}`;
  const { x, y } = place.cell;
  if (content === undefined) {
    const finding: Finding = {
      code: 'ad-slot-empty',
      severity: 'warns',
      where: { text: base },
      values: {},
    };
    return { group: { kind: 'group', id: base, x, y, items: [] }, findings: [finding] };
  }
  const composed =
    content.kind === 'title'
      ? composeTitle(context, content.text, { base, cell: place.cell })
      : composePartner(context, content, { base, cell: place.cell });
  return {
    group: { kind: 'group', id: base, x, y, items: composed.items },
    findings: composed.findings,
  };
}

interface CellText {
  readonly base: string;
  readonly cell: Rect;
}

interface CellItems {
  readonly items: readonly DisplayItem[];
  readonly findings: readonly Finding[];
}

function composeTitle(context: BlockContext, title: string, place: CellText): CellItems {
  const { typesetter } = context;
  const { cell, base } = place;
  const style = typesetter.style('adTitle');
  const count = Math.max([...title].length, 1);
  const sizePt = Math.min(style.sizePt, cell.height * 0.6, (cell.width * TITLE_SHARE) / count);
  const spare = (cell.width * TITLE_SHARE) / sizePt - count;
  const trackingEm = count > 1 ? Math.min(spare / (count - 1), 0.25) : 0;
  const source = { text: `${base}/text`, start: 0 };
  const text = typesetter.readText([{ text: title, style, source }], { sizePt, trackingEm });
  const label = setLabel(typesetter, text);
  const ground = fillRect(
    { x: 0, y: 0, width: cell.width, height: cell.height },
    typesetter.ink('adTitleGround'),
  );
  const group: GroupItem = {
    kind: 'group',
    id: `${base}/text`,
    x: (cell.width - label.widthPt) / 2,
    y: (cell.height - sizePt) / 2 + EM_BOX_ASCENT * sizePt,
    items: label.items,
  };
  return { items: [ground, group], findings: glyphFindings(text) };
}

interface CellLine {
  readonly field: string;
  readonly text: string;
  readonly style: TextStyle;
}

function partnerLines(
  context: BlockContext,
  cell: AdCell & { kind: 'partner' },
): readonly CellLine[] {
  const { typesetter } = context;
  const lines: CellLine[] = [{ field: 'name', text: cell.name, style: typesetter.style('adName') }];
  if (cell.latinName !== undefined) {
    lines.push({
      field: 'latinName',
      text: cell.latinName,
      style: typesetter.style('adLatinName'),
    });
  }
  lines.push({ field: 'slogan', text: cell.slogan, style: typesetter.style('adSlogan') });
  if (cell.hotline !== undefined) {
    const text = `${cell.hotline.label}：${cell.hotline.number}`;
    lines.push({ field: 'hotline', text, style: typesetter.style('adHotline') });
  }
  return lines;
}

/** Name, Latin name, slogan and hotline, centred one below the other. */
function composePartner(
  context: BlockContext,
  partner: AdCell & { kind: 'partner' },
  place: CellText,
): CellItems {
  const { cell, base } = place;
  const lines = partnerLines(context, partner);
  const height = lines.reduce((sum, line) => sum + line.style.sizePt * CELL_LINE, 0);
  const findings: Finding[] = [];
  const items: DisplayItem[] = [];
  let y = (cell.height - height) / 2;
  for (const line of lines) {
    const pitch = line.style.sizePt * CELL_LINE;
    const id = `${base}/${line.field}`;
    const set = setCellLine(context, line, { id, widthPt: cell.width - 2 * CELL_INSET_PT });
    const baseline = y + (pitch - line.style.sizePt) / 2 + EM_BOX_ASCENT * line.style.sizePt;
    items.push({
      kind: 'group',
      id,
      x: (cell.width - set.widthPt) / 2,
      y: baseline,
      items: set.items,
    });
    findings.push(...set.findings);
    y += pitch;
  }
  if (height > cell.height) {
    const values = { heightPt: pointsOver(height - cell.height) };
    findings.push({
      code: 'ad-cell-too-full',
      severity: 'blocks press',
      where: { text: base },
      values,
    });
  }
  return { items, findings };
}

interface SetCellLine {
  readonly items: readonly DisplayItem[];
  readonly widthPt: number;
  readonly findings: readonly Finding[];
}

/** One line, narrowed when it is too wide for the cell. */
function setCellLine(
  context: BlockContext,
  line: CellLine,
  place: { readonly id: string; readonly widthPt: number },
): SetCellLine {
  const { typesetter } = context;
  const source = { text: place.id, start: 0 };
  const spans = [{ text: line.text, style: line.style, source }];
  const drawn = setOneLine(typesetter.readText(spans));
  const scale = Math.min(1, place.widthPt / drawn.widthPt);
  const horizontalScale = Math.max(scale, LEAST_SCALE) * line.style.horizontalScale;
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
