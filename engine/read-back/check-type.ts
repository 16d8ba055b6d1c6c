import type { Finding } from '#engine/units/finding.ts';
import { doubt, fault } from './fault.ts';
import { type FinishedPage, isOutsideTrim, placeOf } from './finished-page.ts';
import type { LaidInk } from './lay-ink.ts';
import type { TextMark } from './marks.ts';
import { asPlaced } from './placed-marks.ts';
import { inkCount, isPaper, isSolidBlack, sumOf } from './read-paint.ts';

/** Sizes in points below which newsprint asks for more care (GWG 2022, WebCMYKNews). */
const BLACK_OVERPRINTS_BELOW_PT = 12;
const WHITE_LEAST_PT = 10;
const WHITE_LEAST_ON_ONE_INK_PT = 7;
const INKS_LEAST_PT = 10;
/** Below this no type is read on newsprint (as newspaper printers ask). */
const LEAST_PT = 6;
/** Rich black: this much black, and more ink in all than this. */
const RICH_BLACK = { black: 0.85, sum: 2.2 };
/** Sizes are written to a thousandth of a point. */
const SIZE_TOLERANCE_PT = 0.005;

type TypeRule = (mark: TextMark, laid: LaidInk) => Finding | undefined;

/** Ink, overprint and size of all type, run by run. */
export function checkType(page: FinishedPage, laid: LaidInk): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const mark of page.content.marks) {
    if (mark.kind !== 'text' || mark.isInvisible || isOutsideTrim(page, mark.box)) continue;
    for (const rule of TYPE_RULES) {
      const strict = rule(mark, laid);
      const finding = strict && asPlaced(strict, mark.isPlaced);
      // One finding for each rule and size: the first run of many names the place.
      const key = finding && `${finding.code} ${finding.values.size} ${mark.isPlaced}`;
      if (finding === undefined || key === undefined || found.has(key)) continue;
      const values = { ...finding.values, ...placeOf(page, mark.box), text: firstWords(mark) };
      found.set(key, { ...finding, values });
    }
  }
  return [...found.values()];
}

const TYPE_RULES: readonly TypeRule[] = [
  whiteOverprints,
  blackKnocksOut,
  smallBlackIsGray,
  grayOverprints,
  richBlack,
  smallWhite,
  smallInSeveralInks,
  smallAtAll,
];

function whiteOverprints(mark: TextMark): Finding | undefined {
  if (!isPaper(mark.paint) || !mark.overprints) return undefined;
  return fault('R0007', 'pdf-white-type-overprints', sizeOf(mark));
}

function blackKnocksOut(mark: TextMark): Finding | undefined {
  const { overprintMode, overprints, paint } = mark;
  if (paint.space !== 'cmyk' || !isSolidBlack(paint) || !isBelow(mark, BLACK_OVERPRINTS_BELOW_PT)) {
    return undefined;
  }
  if (overprints && overprintMode === 1) return undefined;
  const code = overprints ? 'pdf-overprint-mode' : 'pdf-black-type-knocks-out';
  return fault('R0009', code, sizeOf(mark, BLACK_OVERPRINTS_BELOW_PT));
}

function smallBlackIsGray(mark: TextMark): Finding | undefined {
  const { paint } = mark;
  if (paint.space !== 'gray' || !isSolidBlack(paint)) return undefined;
  if (!isBelow(mark, BLACK_OVERPRINTS_BELOW_PT)) return undefined;
  return fault('R0011', 'pdf-type-gray', sizeOf(mark, BLACK_OVERPRINTS_BELOW_PT));
}

function grayOverprints(mark: TextMark): Finding | undefined {
  if (mark.paint.space !== 'gray' || !mark.overprints) return undefined;
  return fault('R0013', 'pdf-gray-overprints', sizeOf(mark));
}

function richBlack(mark: TextMark): Finding | undefined {
  const { inks } = mark.paint;
  if (inks === undefined || inks[3] < RICH_BLACK.black || sumOf(inks) <= RICH_BLACK.sum) {
    return undefined;
  }
  const values = { ...sizeOf(mark), ink: Math.round(sumOf(inks) * 100) };
  return fault('R0015', 'pdf-type-rich-black', { ...values, limit: RICH_BLACK.sum * 100 });
}

/** An ink beneath counts from this much on. */
const SHOWS = 0.05;

function smallWhite(mark: TextMark, laid: LaidInk): Finding | undefined {
  const beneath = laid.beneathWhite.get(mark);
  if (beneath === undefined || !isBelow(mark, WHITE_LEAST_PT)) return undefined;
  const inks = beneath.filter((ink) => ink > SHOWS).length;
  if (inks === 0) return undefined;
  const isAllowed = inks === 1 && !isBelow(mark, WHITE_LEAST_ON_ONE_INK_PT);
  if (isAllowed) return undefined;
  const limit = inks > 1 ? WHITE_LEAST_PT : WHITE_LEAST_ON_ONE_INK_PT;
  return fault('R0016', 'pdf-white-type-small', sizeOf(mark, limit));
}

function smallInSeveralInks(mark: TextMark): Finding | undefined {
  if (inkCount(mark.paint) < 2 || !isBelow(mark, INKS_LEAST_PT)) return undefined;
  return fault('R0017', 'pdf-type-several-inks', sizeOf(mark, INKS_LEAST_PT));
}

function smallAtAll(mark: TextMark): Finding | undefined {
  if (!isBelow(mark, LEAST_PT)) return undefined;
  return doubt('H-TYPE-SIZE', 'pdf-type-small', sizeOf(mark, LEAST_PT));
}

function isBelow({ sizePt }: TextMark, limitPt: number): boolean {
  return sizePt < limitPt - SIZE_TOLERANCE_PT;
}

function sizeOf({ sizePt }: TextMark, limit?: number): Finding['values'] {
  const size = Math.round(sizePt * 10) / 10;
  return limit === undefined ? { size } : { size, limit };
}

/** Characters that are enough to find a run by. */
const FIRST_WORDS = 8;

function firstWords({ font, glyphs }: TextMark): string {
  const codes = glyphs.slice(0, FIRST_WORDS).map(({ code }) => font.texts?.get(code) ?? '');
  // Codes without characters say nothing; the place of the type is told beside them.
  return codes.join('') || '…';
}
