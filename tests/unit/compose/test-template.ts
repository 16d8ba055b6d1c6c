import type { PageTemplate, TextStyle } from '#engine/model/template.ts';

/** One inch: the type area begins at 72 pt from the left and from the top. */
export const MARGIN_PT = 72;
/** Body size and leading: cells are 10 pt wide and 12 pt high. */
const CELL_PT = 10;
export const LEADING_PT = 12;
/** Baseline of a body line from the top of its cell: (12 − 10) / 2 + 0.88 × 10. */
export const BASELINE_PT = 9.8;

const BLACK = { c: 0, m: 0, y: 0, k: 1 };

function style(changes: Partial<TextStyle> = {}): TextStyle {
  const plain = { face: 'song', sizePt: 10, ink: 'black' };
  return { ...plain, trackingEm: 0, horizontalScale: 1, ...changes };
}

/** A page of 40 characters by 30 lines in round numbers, for tests of page composition. */
export const TEST_TEMPLATE: PageTemplate = {
  schemaVersion: 1,
  id: 'test',
  name: '试版',
  paper: { widthMm: 200, heightMm: 180 },
  typeArea: { leftMm: 25.4, topMm: 25.4 },
  body: { sizePt: CELL_PT, leadingPt: LEADING_PT, columns: 40, lines: 30 },
  baseColumns: { count: 4, gutter: 1 },
  composition: {
    firstLineIndentEm: 2,
    hanLatinEm: 0.25,
    commaMinEm: 0,
    periodMayShrink: true,
    paragraphOpening: 'trim',
  },
  styles: {
    body: style(),
    leadIn: style({ face: 'hei' }),
    byline: style({ face: 'kai' }),
    strong: style({ face: 'hei' }),
    crosshead: style({ face: 'hei' }),
    caption: style({ face: 'kai', sizePt: 9 }),
    credit: style({ face: 'kai', sizePt: 9 }),
    kicker: style({ face: 'hei', sizePt: 14 }),
    headline: style({ face: 'hei', sizePt: 20 }),
    deck: style({ face: 'kai', sizePt: 12 }),
    jumpLine: style({ face: 'kai', sizePt: 9 }),
    standingHead: style({ face: 'hei', sizePt: 18, ink: 'paper', trackingEm: 0.5 }),
    sectionFlag: style({ face: 'hei', sizePt: 60, ink: 'accent' }),
    sectionFlagLine: style({ sizePt: 9 }),
    folio: style({ sizePt: 9 }),
    folioNumber: style({ face: 'hei', sizePt: 18 }),
    folioPaper: style({ face: 'kai', sizePt: 12 }),
    imprint: style({ sizePt: 8 }),
    adTitle: style({ face: 'hei', sizePt: 20, ink: 'paper' }),
    adName: style({ face: 'hei', sizePt: 12 }),
    adLatinName: style({ sizePt: 6 }),
    adSlogan: style({ face: 'kai', sizePt: 9 }),
    adHotline: style({ sizePt: 9 }),
  },
  swatches: {
    black: BLACK,
    paper: { c: 0, m: 0, y: 0, k: 0 },
    accent: { c: 0, m: 1, y: 1, k: 0 },
    pale: { c: 0, m: 0, y: 0, k: 0.08 },
    standingHeadGround: { c: 1, m: 0.5, y: 0, k: 0 },
    adTitleGround: { c: 1, m: 0.5, y: 0, k: 0 },
  },
  borders: {
    hairline: { widthPt: 0.5, ink: 'black', padding: 1, inner: undefined },
    double: { widthPt: 1, ink: 'black', padding: 1, inner: { widthPt: 0.4, distancePt: 2 } },
  },
  plan: [],
};
