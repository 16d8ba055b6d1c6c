import type { Finding } from '#engine/units/finding.ts';
import { fault } from './fault.ts';
import { type FinishedPage, isOutsideTrim, placeOf } from './finished-page.ts';
import type { Mark, Paint } from './marks.ts';
import { asPlaced } from './placed-marks.ts';
import { type ColourSpace, readSpace } from './read-paint.ts';

/** Colour spaces: four process inks and nothing else, on paths, type, pictures and shadings. */
export function checkColours(page: FinishedPage): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const mark of page.content.marks) {
    for (const colour of coloursOf(page, mark)) {
      const strict = colourFinding(colour, isOutsideTrim(page, mark.box));
      if (strict === undefined) continue;
      const finding = asPlaced(strict, mark.isPlaced);
      const key = `${finding.code} ${finding.values.colour} ${mark.isPlaced}`;
      if (found.has(key)) continue;
      found.set(key, { ...finding, values: { ...finding.values, ...placeOf(page, mark.box) } });
    }
  }
  return [...found.values()];
}

type Colour = Pick<ColourSpace, 'space' | 'name'>;

/** A run of colours that is made otherwise than the press makes those of ads. */
const UNTOLD: Colour = { space: 'unknown', name: 'sh' };

function coloursOf({ document }: FinishedPage, mark: Mark): readonly Colour[] {
  const paints = (...list: readonly (Paint | undefined)[]) => list.flatMap((paint) => paint ?? []);
  switch (mark.kind) {
    case 'text':
      return mark.isInvisible ? [] : paints(mark.paint, mark.stroke?.paint);
    case 'path':
      return paints(mark.fill, mark.stroke);
    case 'shading':
      return mark.paint.tone === undefined ? [mark.paint, UNTOLD] : [mark.paint];
    case 'picture':
      if (mark.maskPaint) return [mark.maskPaint];
      return [readSpace(document, mark.stream.entries.get('ColorSpace'), undefined)];
  }
}

function colourFinding({ name, space }: Colour, isOutside: boolean): Finding | undefined {
  switch (space) {
    case 'cmyk':
    case 'gray':
      return undefined;
    case 'rgb':
    case 'icc':
    case 'calibrated':
      return fault('R0027', 'pdf-colour-not-inks', { colour: name });
    case 'spot':
      return fault('R0020', 'pdf-spot-colour', { colour: name });
    case 'all':
      return isOutside ? undefined : fault('R0024', 'pdf-all-plates-inside', { colour: name });
    case 'pattern':
    case 'unknown':
      return fault('H-COLOUR', 'pdf-colour-unmeasured', { colour: name });
  }
}
