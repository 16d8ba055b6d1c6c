import type { DisplayItem, ShapeItem, TextItem } from '#engine/display/display-list.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { Ink } from '#engine/units/ink.ts';

/**
 * What newsprint cannot hold: its four plates miss each other by up to half a millimetre, and ink
 * spreads (newsroom.md 2.12; GWG 2022 R0015, R0017, R0019). Findings name the text or the block;
 * those of unchanged groups are taken from the last time.
 */
export function checkNewsprint(item: DisplayItem): readonly Finding[] {
  if (item.kind !== 'group') return ownFindings(item);
  const known = FOUND.get(item);
  if (known !== undefined) return known;
  const found = onceEach(item.items.flatMap(checkNewsprint));
  FOUND.set(item, found);
  return found;
}

const FOUND = new WeakMap<DisplayItem, readonly Finding[]>();

function ownFindings(item: DisplayItem): readonly Finding[] {
  if (item.kind === 'text') return typeFindings(item);
  return item.kind === 'shape' ? lineFindings(item) : [];
}

/** Many runs of one text have the same fault; the first tells it. */
function onceEach(findings: readonly Finding[]): readonly Finding[] {
  const first = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.code} ${finding.where.text ?? ''} ${finding.values.size ?? ''}`;
    if (!first.has(key)) first.set(key, finding);
  }
  return [...first.values()];
}

const SEVERAL_INKS_LEAST_PT = 10;
/** Tinted type: dots of the screen eat the strokes. */
const TINT_LEAST_PT = 8;
/** Solid type below this fills in. */
const SOLID_LEAST_PT = 6;
const RICH_BLACK = { black: 0.85, sum: 2.2 };
const SIZE_TOLERANCE_PT = 0.005;

function typeFindings({ run }: TextItem): readonly Finding[] {
  const { ink, sizePt, source } = run;
  const inks = inkCount(ink);
  const isBelow = (limitPt: number) => sizePt < limitPt - SIZE_TOLERANCE_PT;
  const start = source?.start;
  const where =
    source === undefined
      ? {}
      : { text: source.text, start: source.start, end: (start ?? 0) + run.text.length };
  const size = Math.round(sizePt * 10) / 10;
  const told = (code: string, severity: Finding['severity'], values: Finding['values']) => {
    return [{ code, severity, where, values: { size, ...values } }] as const;
  };
  if (ink.k >= RICH_BLACK.black && sumOf(ink) > RICH_BLACK.sum) {
    const values = {
      ink: Math.round(sumOf(ink) * 100),
      limit: RICH_BLACK.sum * 100,
      rule: 'R0015',
    };
    return told('type-rich-black', 'blocks press', values);
  }
  if (inks > 1 && isBelow(SEVERAL_INKS_LEAST_PT)) {
    const values = { inks, limit: SEVERAL_INKS_LEAST_PT, rule: 'R0017' };
    return told('type-in-several-inks', 'blocks press', values);
  }
  if (inks > 0 && inks === tintCount(ink) && isBelow(TINT_LEAST_PT)) {
    return told('type-tinted-small', 'warns', { limit: TINT_LEAST_PT });
  }
  if (inks > 0 && isBelow(SOLID_LEAST_PT)) {
    return told('type-too-small', 'warns', { limit: SOLID_LEAST_PT });
  }
  return [];
}

const LINE_LEAST_PT = 0.25;
const WIDTH_TOLERANCE_PT = 0.002;

function lineFindings({ fill, outline, stroke }: ShapeItem): readonly Finding[] {
  const isBar = fill !== undefined && outline.kind === 'rect';
  const widths = [
    ...(stroke ? [stroke.widthPt] : []),
    ...(isBar ? [Math.min(outline.rect.width, outline.rect.height)] : []),
  ];
  const thinnest = Math.min(...widths, Infinity);
  if (thinnest >= LINE_LEAST_PT - WIDTH_TOLERANCE_PT) return [];
  const values = {
    width: Math.round(thinnest * 100) / 100,
    limit: LINE_LEAST_PT,
    rule: 'H-HAIRLINE',
  };
  return [{ code: 'line-too-fine', severity: 'blocks press', where: {}, values }];
}

function inkCount(ink: Ink): number {
  return amountsOf(ink).filter((amount) => amount > 0).length;
}

/** Inks that are screened, being less than solid. */
function tintCount(ink: Ink): number {
  return amountsOf(ink).filter((amount) => amount > 0 && amount < SOLID).length;
}

/** From here on the screen closes on newsprint. */
const SOLID = 0.85;

function sumOf(ink: Ink): number {
  return ink.c + ink.m + ink.y + ink.k;
}

function amountsOf({ c, k, m, y }: Ink): readonly number[] {
  return [c, m, y, k];
}
