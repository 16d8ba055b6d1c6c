import type { ColourEngine } from '#engine/press/colour-engine.ts';
import { iccName } from '#engine/press/icc-name.ts';
import { greatestInkPercent, type InkTable } from '#engine/press/ink-table.ts';
import type { PrintedColour, ProfileFigures } from '#host/profile-contract.ts';

/** How a press prints: the colours of paper and black, and the ink of pictures. */
export function profileFigures(
  engine: ColourEngine,
  icc: Uint8Array,
  table: InkTable,
): ProfileFigures {
  const printed = (inks: Uint8Array): PrintedColour => {
    const rgb = [...engine.rgbOf(icc, inks, 'newsprint')];
    return {
      lab: engine.labOf(icc, inks),
      screen: `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`,
    };
  };
  return {
    iccName: iccName(icc),
    mostInkPercent: greatestInkPercent(table),
    paper: printed(Uint8Array.of(0, 0, 0, 0)),
    black: printed(Uint8Array.of(0, 0, 0, 255)),
    // The first entry of the table is that of black in a photograph.
    darkest: printed(table.inks.slice(0, 4)),
  };
}
