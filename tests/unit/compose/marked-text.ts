import type { GapStyle } from '#engine/compose/gaps.ts';
import { justifyLine } from '#engine/compose/justify.ts';
import { prepareText } from '#engine/compose/prepare-text.ts';
import type { PreparedText } from '#engine/compose/prepared-text.ts';
import type { SetText } from '#engine/compose/set-lines.ts';
import { setLines, setNaturalLine } from '#engine/compose/set-lines.ts';
import { STUB_FONTS } from '#engine/fonts/stub-typeface.ts';

/** The widest Han–Latin space and every stage of shrinking: what the reference's figures assume. */
export const ALL_STAGES: GapStyle = {
  hanLatinEm: 1 / 4,
  commaMinEm: 0,
  periodMayShrink: true,
  trackingEm: 0,
  markBlankEm: 0.5,
};

/** How the text of a test is set; lengths in em. */
export interface TestSetting {
  readonly indent?: number;
  readonly looseness?: -1 | 0 | 1;
  readonly justify?: boolean;
  readonly gaps?: GapStyle;
  readonly vertical?: boolean;
}

/** A text in stub metrics, ready for breaking. */
export function prepared(text: string, setting: TestSetting = {}): PreparedText {
  const { gaps = ALL_STAGES, vertical = false } = setting;
  const options = { fonts: STUB_FONTS, gaps, vertical };
  return prepareText([{ text, face: 'stub', keepTogether: false }], options);
}

/** The text with `|` at every place where a line may end. */
export function withBreaks(text: string, vertical = false): string {
  const { breaks, clusters } = prepared(text, { vertical });
  const offsets = [0, ...breaks.map((place) => clusters[place.at]?.start ?? 0), text.length];
  return offsets
    .slice(1)
    .map((end, index) => text.slice(offsets[index], end))
    .join('|');
}

/** Sets a text to a measure; undefined when the looseness asked for cannot be had. */
export function setText(text: string, measure: number, setting: TestSetting = {}) {
  const { indent = 0, looseness = 0, justify = true } = setting;
  return setLines(prepared(text, setting), { measures: [measure], indent, looseness, justify });
}

/** The lines of a text at a measure, divided by `/`. */
export function linesAt(text: string, measure: number, setting: TestSetting = {}): string {
  return linesOf(text, setText(text, measure, setting));
}

/** The lines of a set text, divided by `/`. */
export function linesOf(text: string, set: SetText | undefined): string {
  return (set?.lines ?? []).map((line) => text.slice(line.start, line.end)).join('/');
}

/** Natural width of a text on one line, in em. */
export function naturalEm(text: string, setting: TestSetting = {}): number {
  return setNaturalLine(prepared(text, setting), 0).width;
}

/** What the text is wide between two Han characters, blanks on both sides included. */
export function widthBetweenHan(text: string): number {
  return round(naturalEm(`国${text}国`) - 2);
}

/** Where the bodies of the first line begin, from the left edge of the column. */
export function bodiesAt(text: string, measure: number, setting: TestSetting = {}) {
  const line = setText(text, measure, setting)?.lines[0];
  return [...(line?.xs ?? [])].map((x) => round(x + (line?.x ?? 0)));
}

/** The whole text as one full line of a paragraph, shrunk or spread to the measure. */
export function fullLine(text: string, measure: number, setting: TestSetting = {}) {
  const whole = prepared(text, setting);
  return justifyLine(whole, { from: 0, to: whole.clusters.length, measure, spread: true });
}

/** What each gap of a full line lost or gained against its natural width, named by its sides. */
export function gapChanges(text: string, measure: number, setting: TestSetting = {}) {
  const { clusters, gaps } = prepared(text, setting);
  const { xs } = fullLine(text, measure, setting);
  const changes: Record<string, number> = {};
  for (const [index, right] of clusters.entries()) {
    const left = clusters[index - 1];
    if (left === undefined) continue;
    const gap = (xs[index] ?? 0) - (xs[index - 1] ?? 0) - left.body;
    const change = round(gap - (gaps[index]?.natural ?? 0));
    if (change !== 0) changes[`${left.text}${right.text}@${right.start}`] = change;
  }
  return changes;
}

/** To a ten-thousandth of an em, as the reference states its figures. */
export function round(value: number): number {
  return Math.round(value * 1e4) / 1e4 || 0;
}
