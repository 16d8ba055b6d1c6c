import type { DisplayItem, GroupItem } from '#engine/display/display-list.ts';
import type { FolioLine } from '#engine/model/issue.ts';
import type { BlockContext, ComposedBlock, PlacedBlock } from './composed.ts';
import { ruleLine } from './decorations.ts';
import { EM_BOX_ASCENT } from './page-grid.ts';
import { setOneLine } from './text-box.ts';
import type { StyledSpan } from './typesetter.ts';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** Date as a Chinese paper prints it: 2021年6月18日 and 星期五. */
export function printedDate(isoDate: string): { readonly day: string; readonly weekday: string } {
  const [year = 0, month = 0, day = 0] = isoDate.split('-').map(Number);
  return {
    day: `${year}年${month}月${day}日`,
    weekday: `星期${WEEKDAYS[weekdayOf(year, month, day)] ?? ''}`,
  };
}

/** Day of the week of a Gregorian date, 0 for Sunday (Zeller's congruence). */
function weekdayOf(year: number, month: number, day: number): number {
  const shifted = month < 3;
  const m = shifted ? month + 12 : month;
  const y = shifted ? year - 1 : year;
  const century = Math.floor(y / 100);
  const rest = y % 100;
  const days = day + Math.floor((13 * (m + 1)) / 5) + rest + Math.floor(rest / 4);
  return (days + Math.floor(century / 4) + 5 * century + 6) % 7;
}

/** Page number outside, page name, paper, date and weekday over a double rule (报眉). */
export function composeFolioLine(
  context: BlockContext,
  placed: PlacedBlock<FolioLine>,
): ComposedBlock {
  const { typesetter, issue, page } = context;
  const { rect, block } = placed;
  const { day, weekday } = printedDate(issue.date);
  const style = typesetter.style('folio');
  const numberStyle = typesetter.style('folioNumber');
  const plain = (text: string): StyledSpan => ({ text, style, source: undefined });
  const baseline = rect.height - FOOT_PT - (1 - EM_BOX_ASCENT) * style.sizePt - 3;
  const number = line(context, [{ text: page.number, style: numberStyle, source: undefined }]);
  const name = line(context, [plain(page.name)]);
  const paper = line(context, [
    { text: issue.paper, style: typesetter.style('folioPaper'), source: undefined },
  ]);
  const date = line(context, [plain(`${day}　${weekday}`)]);
  const items: DisplayItem[] = [
    place(number, `${block.id}/number`, { x: 0, y: baseline }),
    place(name, `${block.id}/name`, { x: number.widthPt + style.sizePt, y: baseline }),
    place(paper, `${block.id}/paper`, { x: (rect.width - paper.widthPt) / 2, y: baseline }),
    place(date, `${block.id}/date`, { x: rect.width - date.widthPt, y: baseline }),
    ...doubleRule(context, rect.width, rect.height),
  ];
  const group: GroupItem = { kind: 'group', id: block.id, x: rect.x, y: rect.y, items };
  return { group, findings: [], fit: undefined };
}

/** Height kept free under the rules, in points. */
const FOOT_PT = 4;

interface FolioText {
  readonly items: readonly DisplayItem[];
  readonly widthPt: number;
}

function line(context: BlockContext, spans: readonly StyledSpan[]): FolioText {
  const text = context.typesetter.readText(spans);
  const natural = setOneLine(text);
  return {
    items: context.typesetter.lineItems(text, natural.line),
    widthPt: natural.widthPt,
  };
}

function place(text: FolioText, id: string, at: { x: number; y: number }): GroupItem {
  return { kind: 'group', id, ...at, items: text.items };
}

/** Thick over thin (文武线), black plate only. */
function doubleRule(context: BlockContext, width: number, height: number): DisplayItem[] {
  const ink = context.typesetter.ink('black');
  const y = height - FOOT_PT;
  return [
    ruleLine({ x: 0, y }, { x: width, y }, { ink, widthPt: 1.5 }),
    ruleLine({ x: 0, y: y + 2.25 }, { x: width, y: y + 2.25 }, { ink, widthPt: 0.4 }),
  ];
}
