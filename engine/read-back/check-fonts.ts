import type { Finding } from '#engine/units/finding.ts';
import { doubt, fault } from './fault.ts';
import type { FinishedPage, ReadBackDemands } from './finished-page.ts';
import type { TextMark } from './marks.ts';
import { asPlaced } from './placed-marks.ts';
import type { FontFacts } from './read-font.ts';

/** Fonts: embedded, cut to what is used, complete, of the stated widths, and readable as text. */
export function checkFonts(page: FinishedPage, demands: ReadBackDemands): readonly Finding[] {
  const marks = page.content.marks.filter((mark): mark is TextMark => mark.kind === 'text');
  const used = codesOf(marks);
  // Where the text stands beside the glyphs, the map need not tell it.
  const toTell = codesOf(marks.filter(({ isTold }) => !isTold));
  const printed = codesOf(marks.filter(({ isInvisible }) => !isInvisible));
  const ownFonts = new Set(marks.flatMap(({ font, isPlaced }) => (isPlaced ? [] : [font])));
  return page.content.fonts.flatMap((font) => {
    const codes = used.get(font) ?? new Set<number>();
    const isPlaced = codes.size > 0 && !ownFonts.has(font);
    const findings = [
      ...checkEmbedding(font, demands, printed.has(font)),
      ...checkGlyphs(font, codes),
      ...checkWidths(font, codes),
      ...checkTexts(font, toTell.get(font) ?? new Set()),
    ];
    if (!isPlaced) return findings;
    // Nobody searches the words of an ad, and how an advertiser cuts fonts is no matter of ours.
    return findings
      .filter(({ values }) => !OF_OUR_FONTS.includes(String(values.rule)))
      .map((finding) => asPlaced(finding, true));
  });
}

const OF_OUR_FONTS = ['H-TOUNICODE', 'H-FONT-SUBSET'];

function codesOf(marks: readonly TextMark[]): ReadonlyMap<FontFacts, ReadonlySet<number>> {
  const used = new Map<FontFacts, Set<number>>();
  for (const { font, glyphs } of marks) {
    const codes = used.get(font) ?? new Set();
    for (const { code } of glyphs) codes.add(code);
    used.set(font, codes);
  }
  return used;
}

/** Font file that goes with each kind of descendant (ISO 32000-1, table 126). */
const FILES: Readonly<Record<string, readonly string[]>> = {
  CIDFontType0: ['FontFile3 CIDFontType0C', 'FontFile3 OpenType'],
  CIDFontType2: ['FontFile2', 'FontFile3 OpenType'],
};

const SUBSET_TAG = /^[A-Z]{6}\+./u;

/** A font whose letters are all unseen, as behind a scan, need not be embedded in X-4. */
function checkEmbedding(
  font: FontFacts,
  { standard }: ReadBackDemands,
  isPrinted: boolean,
): readonly Finding[] {
  const { damage, descendant, embedding, name, subtype } = font;
  const findings: Finding[] = [];
  if (/courier/iu.test(name)) findings.push(doubt('R0014', 'pdf-font-courier', { font: name }));
  // Its letters are drawn by procedures; what ink they take is not read.
  if (subtype === 'Type3')
    return [...findings, fault('H-COLOUR', 'pdf-font-drawn', { font: name })];
  if (embedding === undefined) {
    if (!isPrinted && standard === 'x4') return findings;
    return [...findings, fault('X-FONT-EMBED', 'pdf-font-not-embedded', { font: name })];
  }
  const file = [embedding.key, embedding.subtype].filter((part) => part !== undefined).join(' ');
  const fitting = descendant === undefined ? undefined : (FILES[descendant] ?? []);
  if (fitting && !fitting.includes(file)) {
    findings.push(fault('X-FONT-PROG', 'pdf-font-file-kind', { font: name, file }));
  } else if (damage !== undefined) {
    findings.push(fault('X-FONT-PROG', 'pdf-font-damaged', { font: name, reason: damage }));
  }
  if (standard === 'x1a' && embedding.subtype === 'OpenType') {
    findings.push(fault('X-FONT-PROG', 'pdf-font-open-type', { font: name }));
  }
  if (font.isComposite && !/^Identity-[HV]$/u.test(font.encoding ?? '')) {
    findings.push(fault('X-FONT-PROG', 'pdf-font-encoding', { font: name }));
  }
  if (!SUBSET_TAG.test(name))
    findings.push(doubt('H-FONT-SUBSET', 'pdf-font-whole', { font: name }));
  return findings;
}

/** Glyphs that are named at most; further ones are counted. */
const MOST_NAMED = 12;

function checkGlyphs(font: FontFacts, codes: ReadonlySet<number>): readonly Finding[] {
  const { program } = font;
  if (program === undefined || !font.isComposite) return [];
  const missing = [...codes].filter((code) => {
    const glyph = font.glyphOf(code);
    if (glyph === 0 || !program.hasGlyph(glyph)) return true;
    const text = font.texts?.get(code);
    return program.isBlankGlyph(glyph) && text !== undefined && text.trim() !== '';
  });
  if (missing.length === 0) return [];
  const values = { font: font.name, count: missing.length, characters: textsOf(font, missing) };
  return [fault('X-FONT-GLYPH', 'pdf-glyphs-missing', values)];
}

/** ISO 15930 allows the stated width to differ by this much, in thousandths of an em. */
const WIDTH_TOLERANCE = 2;

function checkWidths(font: FontFacts, codes: ReadonlySet<number>): readonly Finding[] {
  const { program } = font;
  if (program === undefined || !font.isComposite) return [];
  const wrong = [...codes].filter((code) => {
    const width = program.widthOf(font.glyphOf(code));
    return width !== undefined && Math.abs(width - font.widthOf(code)) > WIDTH_TOLERANCE;
  });
  if (wrong.length === 0) return [];
  const values = { font: font.name, count: wrong.length, characters: textsOf(font, wrong) };
  return [fault('X-FONT-WIDTH', 'pdf-widths-wrong', values)];
}

function checkTexts(font: FontFacts, codes: ReadonlySet<number>): readonly Finding[] {
  if (!font.isComposite) return [];
  const { texts } = font;
  if (texts === undefined) {
    return [fault('H-TOUNICODE', 'pdf-text-map-missing', { font: font.name })];
  }
  const untold = [...codes].filter((code) => !isText(texts.get(code)));
  if (untold.length === 0) return [];
  const values = { font: font.name, count: untold.length };
  return [fault('H-TOUNICODE', 'pdf-texts-missing', values)];
}

/** Private characters and the sign for an unknown one are no text. */
function isText(text: string | undefined): boolean {
  return text !== undefined && text !== '' && !/[\0\ufffd\p{Co}]/u.test(text);
}

function textsOf(font: FontFacts, codes: readonly number[]): string {
  const named = codes.slice(0, MOST_NAMED).map((code) => font.texts?.get(code) ?? `#${code}`);
  return named.join('');
}
