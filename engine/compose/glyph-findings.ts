import type { Finding, FindingPlace } from '#engine/units/finding.ts';
import type { BlockContext } from './composed.ts';
import type { StyledText } from './typesetter.ts';

/** Characters that the face lacks (生僻字): taken from another face, or nowhere to be had. */
export function glyphFindings(text: StyledText): readonly Finding[] {
  return text.prepared.substitutions.map(({ start, text: character, wanted, taken }): Finding => {
    const where = placeOf(text, start, start + character.length);
    if (taken === undefined) {
      const values = { text: character, wanted };
      return { code: 'glyph-missing', severity: 'blocks press', where, values };
    }
    const values = { text: character, wanted, taken };
    return { code: 'glyph-from-fallback', severity: 'warns', where, values };
  });
}

/** Findings with the page and block they were made on. */
export function placedFindings(
  { page }: Pick<BlockContext, 'page'>,
  block: { readonly id: string },
  findings: readonly Finding[],
): readonly Finding[] {
  const where = { page: page.id, block: block.id };
  return findings.map((finding) => ({ ...finding, where: { ...finding.where, ...where } }));
}

/** The place in the source; generated text has none. */
function placeOf(text: StyledText, start: number, end: number): FindingPlace {
  let spanStart = 0;
  for (const { text: spanText, source } of text.spans) {
    const isHere = start < spanStart + spanText.length;
    spanStart += spanText.length;
    if (!isHere) continue;
    if (source === undefined) return {};
    return { text: source.text, start: source.start + start, end: source.start + end };
  }
  return {};
}
