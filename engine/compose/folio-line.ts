import type { DisplayItem, GroupItem } from '#engine/display/display-list.ts';
import type { FolioLine } from '#engine/model/issue.ts';
import type { TextStyle } from '#engine/model/template.ts';
import type { BlockContext, ComposedBlock, PlacedBlock } from './composed.ts';
import { ruleLine } from './decorations.ts';
import { glyphFindings, placedFindings } from './glyph-findings.ts';
import { EM_BOX_ASCENT } from './page-grid.ts';
import type { Label } from './text-box.ts';
import { setLabel } from './text-box.ts';

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
  const set = (name: string, text: string, look = style): FolioText =>
    line(context, { id: `${block.id}/${name}`, text, style: look });
  const number = set('number', page.number, typesetter.style('folioNumber'));
  const name = set('name', page.name);
  const date = set('date', `${day}　${weekday}`);
  const paper = set('paper', issue.paper, typesetter.style('folioPaper'));
  const nameX = number.widthPt + style.sizePt;
  const baseline = rect.height - FOOT_PT - (1 - EM_BOX_ASCENT) * style.sizePt - 3;
  const isRight = isRightHandPage(page.number);
  // What stands on the left of a left-hand page stands as far from the right edge of the other.
  const outside = (text: FolioText, x: number): GroupItem =>
    place(text, { x: isRight ? rect.width - x - text.widthPt : x, y: baseline });
  const items: DisplayItem[] = [
    outside(number, 0),
    outside(name, nameX),
    outside(paper, (rect.width - paper.widthPt) / 2),
    outside(date, rect.width - date.widthPt),
    ...doubleRule(context, rect.width, rect.height),
  ];
  const group: GroupItem = { kind: 'group', id: block.id, x: rect.x, y: rect.y, items };
  const findings = [number, name, paper, date].flatMap(({ text }) => glyphFindings(text));
  return { group, findings: placedFindings(context, block, findings), fit: undefined };
}

/** Odd pages lie on the right of an open paper: A07, and page one. */
function isRightHandPage(number: string): boolean {
  const digits = /\d+(?!.*\d)/u.exec(number)?.[0];
  return digits !== undefined && Number(digits) % 2 === 1;
}

/** Height kept free under the rules, in points. */
const FOOT_PT = 4;

interface FolioText extends Label {
  readonly id: string;
}

function line(
  context: BlockContext,
  words: { readonly id: string; readonly text: string; readonly style: TextStyle },
): FolioText {
  const { id, text, style } = words;
  const { typesetter } = context;
  const read = typesetter.readText([{ text, style, source: undefined }]);
  return { id, ...setLabel(typesetter, read) };
}

function place(text: FolioText, at: { readonly x: number; readonly y: number }): GroupItem {
  return { kind: 'group', id: text.id, ...at, items: text.items };
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
