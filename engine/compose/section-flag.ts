import type { DisplayItem, GroupItem } from '#engine/display/display-list.ts';
import type { SectionFlag } from '#engine/model/issue.ts';
import type { BlockContext, ComposedBlock, PlacedBlock } from './composed.ts';
import { fillRect } from './decorations.ts';
import { printedDate } from './folio-line.ts';
import { glyphFindings, placedFindings } from './glyph-findings.ts';
import { EM_BOX_ASCENT } from './page-grid.ts';
import { setLabel } from './text-box.ts';
import type { StyledSpan, StyledText } from './typesetter.ts';

/**
 * Heavy bar above the title and the thin one below it, in points. Both are of several inks: a finer
 * one would show a seam of colour (newsroom.md 2.12).
 */
const TOP_BAR_PT = 5;
const FOOT_BAR_PT = 1.5;
/** Largest share of the flag's height that the title takes. */
const TITLE_SHARE = 0.62;

/** Title of the supplement between two bars, with paper and date beneath (刊头). */
export function composeSectionFlag(
  context: BlockContext,
  placed: PlacedBlock<SectionFlag>,
): ComposedBlock {
  const { typesetter, issue } = context;
  const { rect, block } = placed;
  const ink = typesetter.ink(typesetter.style('sectionFlag').ink);
  const { day, weekday } = printedDate(issue.date);
  const sub = typesetter.style('sectionFlagLine');
  const top = title(context, placed);
  const line = subline(context, placed, [
    { text: `${issue.paper}　${day}　${weekday}`, style: sub, source: undefined },
  ]);
  const items: DisplayItem[] = [
    fillRect({ x: 0, y: 0, width: rect.width, height: TOP_BAR_PT }, ink),
    top.group,
    line.group,
    fillRect({ x: 0, y: rect.height - FOOT_BAR_PT, width: rect.width, height: FOOT_BAR_PT }, ink),
  ];
  const group: GroupItem = { kind: 'group', id: block.id, x: rect.x, y: rect.y, items };
  const findings = [...glyphFindings(top.text), ...glyphFindings(line.text)];
  return { group, findings: placedFindings(context, block, findings), fit: undefined };
}

interface FlagText {
  readonly text: StyledText;
  readonly group: GroupItem;
}

/** The title is spread over the width: equal blanks between its characters. */
function title(context: BlockContext, placed: PlacedBlock<SectionFlag>): FlagText {
  const { typesetter, issue } = context;
  const { rect, block } = placed;
  const style = typesetter.style('sectionFlag');
  const source = { text: 'issue/supplement', start: 0 };
  const count = Math.max([...issue.supplement].length, 1);
  const sizePt = Math.min(style.sizePt, rect.height * TITLE_SHARE, rect.width / count);
  const spare = rect.width / sizePt - count;
  const trackingEm = count > 1 ? Math.max(0, spare / (count + 1)) : 0;
  const text = typesetter.readText([{ text: issue.supplement, style, source }], {
    sizePt,
    trackingEm,
  });
  const { items, widthPt } = setLabel(typesetter, text);
  const top = TOP_BAR_PT + (rect.height * (1 - 0.18) - TOP_BAR_PT - sizePt) / 2;
  const x = (rect.width - widthPt) / 2;
  const y = top + EM_BOX_ASCENT * sizePt;
  return { text, group: { kind: 'group', id: `${block.id}/title`, x, y, items } };
}

function subline(
  context: BlockContext,
  placed: PlacedBlock<SectionFlag>,
  spans: readonly StyledSpan[],
): FlagText {
  const { typesetter } = context;
  const { rect, block } = placed;
  const text = typesetter.readText(spans);
  const { items, widthPt } = setLabel(typesetter, text);
  const x = (rect.width - widthPt) / 2;
  const y = rect.height - FOOT_BAR_PT - text.sizePt * 0.5;
  return { text, group: { kind: 'group', id: `${block.id}/line`, x, y, items } };
}
