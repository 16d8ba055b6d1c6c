import type { DisplayItem, DisplayList } from '#engine/display/display-list.ts';
import { plainLine } from '#engine/display/plain-line.ts';
import { printablePart } from '#engine/page-proof/proof-paper.ts';
import { scaledList } from '#engine/page-proof/scale-list.ts';
import { writtenSheets } from '#engine/page-proof/written-sheets.ts';
import type { PageNames } from '#engine/press/page-names.ts';
import { K_ONLY } from '#engine/units/ink.ts';
import type { Rect } from '#engine/units/rect.ts';
import { mmToPt } from '#engine/units/units.ts';
import { pressSheets } from '#host/page-proof/press-page-proof.ts';
import type { FindingSpot } from './finding-place.ts';
import type { PressAttempt } from './press-failure.ts';
import type { PressReport } from './press-report.ts';
import type { PressroomParts } from './pressroom.ts';
import { reportParts, ruleParts } from './report-parts.ts';

/** A report with the page it is about. */
export interface ReportToPress {
  readonly report: PressReport;
  readonly list: DisplayList;
  readonly names: PageNames;
  /** Where a block stands on the page, in points. */
  readonly rectOf: (block: string) => Rect | undefined;
}

/** Presses the report for the office printer: words, the page with its marks, the rules. */
export function pressReportPdf(
  { report, list, names, rectOf }: ReportToPress,
  parts: PressroomParts,
): Promise<PressAttempt<Uint8Array>> {
  const face = parts.press.profile.slugFace;
  const style = { paper: 'a4', face, boldFace: 'hei-700' } as const;
  const sheets = [
    ...writtenSheets(reportParts(report), style, parts.fonts),
    markedPage(list, { report, rectOf }, parts),
    ...writtenSheets(ruleParts(report), style, parts.fonts),
  ];
  const line = ['印前检查报告', report.paper, report.supplement, report.date, report.page];
  const heads = sheets.map((sheet, place) => {
    return { list: sheet, head: [...line, `${place + 1}/${sheets.length}`].join('　') };
  });
  return pressSheets({ sheets: heads, names, paper: 'a4', isPasted: false }, parts);
}

const HEAD_PT = 24;

/** The page as a small picture; findings bear the numbers of the list. */
function markedPage(
  list: DisplayList,
  { report, rectOf }: Pick<ReportToPress, 'report' | 'rectOf'>,
  { fonts }: PressroomParts,
): DisplayList {
  const { height, width } = printablePart('a4');
  const [widthPt, heightPt] = [mmToPt(width), mmToPt(height)];
  const scale = Math.min(widthPt / list.widthPt, (heightPt - HEAD_PT) / list.heightPt);
  const small = scaledList(list, scale);
  const style = { face: 'hei-700', sizePt: 11, ink: K_ONLY } as const;
  const title = plainLine('版面与问题位置（编号同“问题”一栏）', style, fonts);
  const marks = report.findings.flatMap(({ spot, where }, place) => {
    const rect = (where.block === undefined ? undefined : rectOf(where.block)) ?? squareAt(spot);
    return rect === undefined ? [] : [{ rect, number: String(place + 1) }];
  });
  const frame = { x: 0, y: 0, width: small.widthPt, height: small.heightPt };
  return {
    widthPt,
    heightPt,
    items: [
      { kind: 'group', id: '', x: 0, y: 10, items: title.items },
      {
        kind: 'group',
        id: '',
        x: (widthPt - small.widthPt) / 2,
        y: HEAD_PT,
        items: [
          ...small.items,
          outlined(frame, 0.5),
          ...marks.flatMap(({ rect, number }, place) => {
            const { items } = plainLine(number, { ...style, sizePt: 9 }, fonts);
            const corner = { x: rect.x * scale, y: rect.y * scale };
            const size = { width: rect.width * scale, height: rect.height * scale };
            // Several findings of one block stand side by side.
            const before = marks.slice(0, place).filter((one) => one.rect === rect).length;
            const label = { x: corner.x + before * 14, y: corner.y, width: 13, height: 12 };
            return [
              outlined({ ...corner, ...size }, 1),
              { ...outlined(label, 0.75), fill: { c: 0, m: 0, y: 0, k: 0 } },
              { kind: 'group', id: '', x: label.x + 2, y: label.y + 9, items } as const,
            ];
          }),
        ],
      },
    ],
  };
}

const MARK_MM = 8;

/** Around what was measured on the finished page, which knows no blocks. */
function squareAt({ xMm, yMm }: FindingSpot): Rect | undefined {
  if (xMm === undefined || yMm === undefined) return undefined;
  const side = mmToPt(MARK_MM);
  return { x: mmToPt(xMm) - side / 2, y: mmToPt(yMm) - side / 2, width: side, height: side };
}

function outlined(rect: Rect, widthPt: number): Extract<DisplayItem, { kind: 'shape' }> {
  const outline = { kind: 'rect', rect } as const;
  return { kind: 'shape', outline, fill: undefined, stroke: { ink: K_ONLY, widthPt, dash: [] } };
}
